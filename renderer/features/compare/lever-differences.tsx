/** Every lever that differs from the reference in at least one scenario. */
import { leversAsTable } from "../../../shared/view/compare/compare-view-export.ts";
import type { LeverTable, TableColumn } from "../../../shared/view/compare/compare-view-types.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { ColumnHead } from "./column-head.tsx";
import "./compare-table.css";

export function LeverDifferences({ table, columns }: { readonly table: LeverTable; readonly columns: readonly TableColumn[] }) {
  const { onExport, onKeyDown } = useTableExport(leversAsTable(table, columns));
  return (
    <KeySection className="card compare-table compare-levers" data-region="levers-table" aria-label="Levers that differ" onKeyDown={onKeyDown}>
      <header>
        <h2 className="section-head">Levers that differ</h2>
        <span className="chip">{table.count}</span>
        <span className="spacer" />
        <span className="muted">{table.hidden}</span>
        {table.rows.length > 0 && <TableMenu of="levers that differ" onExport={onExport} />}
      </header>
      {table.rows.length === 0 ? (
        <p className="compare-table-none">No lever differs between these scenarios.</p>
      ) : (
        <ScrollArea label="Table of levers">
          <table className="heads-stay">
            <thead>
              <tr>
                <th scope="col">Lever</th>
                {columns.map((column) => (
                  <ColumnHead key={column.key} column={column} />
                ))}
                <th scope="col" className="compare-unit">
                  Unit
                </th>
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  {row.cells.map((cell, i) => (
                    <td
                      key={columns[i]!.key}
                      title={`${cell.value} ${cell.detail}`}
                      data-differs={cell.differs || undefined}
                      data-reference={columns[i]!.isReference || undefined}
                    >
                      <span className="compare-value">{cell.value}</span>
                      {cell.detail !== "" && <small>{cell.detail}</small>}
                    </td>
                  ))}
                  <td className="compare-unit" title={row.unit}>
                    {row.unit}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </KeySection>
  );
}
