/** A card around a figure that is no line chart: finding, subtitle, the figure or its numbers as a table. */
import { Copy, Table2 } from "lucide-react";
import { useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useChartExports } from "../../charts/chart-exports.ts";
import { copyText } from "../../charts/copy-text.ts";
import { IconButton } from "../../ui/button.tsx";
import { useSettings } from "../../state/planner.ts";
import "../../charts/chart-card.css";
import "../../charts/chart-table.css";

export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface FigureCardProps {
  readonly title: string;
  readonly subtitle: string;
  readonly region: string;
  readonly table: FigureTable;
  readonly choose?: ReactNode;
  readonly children: ReactNode;
}

const TABLE_KEYS = ["T"];

export function FigureCard({ title, subtitle, region, table, choose, children }: FigureCardProps) {
  const [isTable, setIsTable] = useState(false);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const titleId = useId();
  const exports = useChartExports();
  const copy = (): void => {
    const lines = [[`${title}. ${subtitle}`], table.columns, ...table.rows, ...exports.source().map((line) => [line])];
    const text = lines.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
    if (copyText(text)) exports.say("Copied the figure as table");
    else exports.refuse({ code: "clipboard-unavailable" });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!singleKeys || !isPlain || event.key.toLowerCase() !== "t") return;
    event.preventDefault();
    setIsTable((shown) => !shown);
  };
  return (
    // Keys of the focused parts bubble here; the section itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="chart-card card" data-region={region} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header>
        <div className="chart-card-actions">
          {choose}
          <IconButton icon={Copy} label="Copy as table" size={15} onPress={copy} />
          <IconButton icon={Table2} label={isTable ? "Show as chart" : "Show as table"} keys={TABLE_KEYS} onPress={() => setIsTable(!isTable)} />
        </div>
        <h2 id={titleId} className="finding">
          {title}
        </h2>
        <p className="subtitle">{subtitle}</p>
      </header>
      <div className="chart-card-body">{isTable ? <PlainTable caption={`${title}. ${subtitle}`} table={table} /> : children}</div>
    </section>
  );
}

function PlainTable({ caption, table }: { readonly caption: string; readonly table: FigureTable }) {
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="chart-table scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...values]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {values.map((value, i) => (
                <td key={table.columns[i + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
