/** The numbers of a figure as a table that scrolls. */
import { ScrollArea } from "../ui/scroll-area.tsx";
import "../ui/number-table.css";
import "./value-table.css";

export interface ValueTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** What the row is about, then one text per further column. */
  readonly rows: readonly (readonly string[])[];
}

export const ValueTable = ({ caption, columns, rows }: ValueTableProps) => (
  <ScrollArea className="value-table" label={caption}>
    <table className="number-table heads-stay">
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
        {rows.map(([head, ...values]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {values.map((value, index) => (
              <td key={columns[index + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);
