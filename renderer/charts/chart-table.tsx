/** The same numbers as a table: one row per year, one column per line. */
import { useMemo } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { tableOf } from "../../shared/chart/describe-chart.ts";
import "./chart-table.css";

export function ChartTable({ spec }: { readonly spec: ChartSpec }) {
  const { caption, columns, rows } = useMemo(() => tableOf(spec), [spec]);
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="chart-table scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([year, ...values]) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {values.map((value, index) => (
                <td key={columns[index + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
