/** Every lever that differs from the reference in at least one scenario. */
import type { LeverTable, TableColumn } from "../../../shared/view/compare-view-types.ts";
import { ColumnHead } from "./column-head.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "./compare-table.css";

export function LeverDifferences({ table, columns }: { readonly table: LeverTable; readonly columns: readonly TableColumn[] }) {
  return (
    <section className="card compare-table compare-levers" data-region="levers-table" aria-label="Levers that differ">
      <header>
        <h2 className="section-head">Levers that differ</h2>
        <span className="chip">{table.count}</span>
        <span className="spacer" />
        <span className="muted">{table.hidden}</span>
      </header>
      {table.rows.length === 0 ? (
        <p className="compare-table-none">No lever differs between these scenarios.</p>
      ) : (
        <ScrollArea label="Table of levers">
          <table>
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
                      {cell.value}
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
    </section>
  );
}
