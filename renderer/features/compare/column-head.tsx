/** Head of a scenario's column: its badge, read aloud with its name. */
import type { TableColumn } from "../../../shared/view/compare/compare-view-types.ts";
import { Badge } from "../analysis/badge.tsx";

export function ColumnHead({ column }: { readonly column: TableColumn }) {
  return (
    <th scope="col" title={column.title} data-reference={column.isReference || undefined}>
      {column.letter === "" ? (
        column.title
      ) : (
        <>
          <Badge item={column} />
          <span className="visually-hidden">{column.title}</span>
        </>
      )}
      {column.isReference && <span className="visually-hidden">, reference</span>}
    </th>
  );
}
