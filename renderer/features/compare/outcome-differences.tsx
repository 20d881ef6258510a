/** Outcomes by year with their differences from the reference; the best of a row carries a diamond. */
import type { ReactNode } from "react";
import { outcomesAsTable } from "../../../shared/view/compare/compare-view-export.ts";
import type { OutcomeTable, TableColumn } from "../../../shared/view/compare/compare-view-types.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { toneClass } from "../explore/outcome/difference.tsx";
import { ColumnHead } from "./column-head.tsx";
import "./compare-table.css";

export interface OutcomeDifferencesProps {
  readonly table: OutcomeTable;
  readonly columns: readonly TableColumn[];
  /** Stands at the right of the head: the choice of the reference. */
  readonly children: ReactNode;
}

export function OutcomeDifferences({ table, columns, children }: OutcomeDifferencesProps) {
  const { onExport, onKeyDown } = useTableExport(outcomesAsTable(table, columns));
  return (
    <KeySection className="card compare-table compare-outcomes" data-region="outcomes-table" aria-label="Outcomes" onKeyDown={onKeyDown}>
      <header>
        <h2 className="section-head">Outcomes</h2>
        <span className="spacer" />
        {children}
        <TableMenu of="outcomes" onExport={onExport} />
      </header>
      <ScrollArea label="Table of outcomes">
        <table className="heads-stay">
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.label}
                  <small>{row.unit}</small>
                </th>
                {row.cells.map((cell, i) => (
                  <td key={columns[i]!.key} data-best={cell.isBest || undefined} data-reference={columns[i]!.isReference || undefined}>
                    {cell.isBest && (
                      <span className="compare-best" role="img" aria-label="best">
                        ◆
                      </span>
                    )}
                    {cell.value}
                    <small className={toneClass(cell)}>{cell.difference}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </KeySection>
  );
}
