/** Levers down, minerals across: the share of each lever in the change of each mineral. */
import type { ExplainMatrix } from "../../../shared/view/explain/explain-matrix.ts";
import { Tile } from "../../ui/tile.tsx";

export function LeverMatrix({ matrix: { unit: shared, columns, rows } }: { readonly matrix: ExplainMatrix }) {
  return (
    <table className="explain-matrix heads-stay">
      <thead>
        <tr>
          <th scope="col">Lever</th>
          {columns.map(({ key, mineral, name, unit }) => (
            <th key={key} scope="col" data-all={mineral === null || undefined}>
              {mineral !== null && <Tile mineral={mineral} size="compact" />}
              <span>{name}</span>
              {shared === null && <small>{unit}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, kind, cells }) => (
          <tr key={key} data-kind={kind}>
            <th scope="row">{name}</th>
            {cells.map((cell, c) => (
              <td key={cell.key} className={cell.tone === "neutral" ? "" : cell.tone} data-all={columns[c]!.mineral === null || undefined}>
                {cell.text === "=" ? (
                  <span role="img" aria-label="no change">
                    =
                  </span>
                ) : (
                  cell.text
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
