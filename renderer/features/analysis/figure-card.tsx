/** A card around a figure that is no line chart: finding, subtitle, the figure or its numbers as a table. */
import { Copy, Table2 } from "lucide-react";
import { useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useChartExports } from "../../charts/chart-exports.ts";
import { handleChartKey } from "../../charts/chart-keys.ts";
import { copyText } from "../../charts/copy-text.ts";
import { ValueTable } from "../../charts/value-table.tsx";
import { IconButton } from "../../ui/button.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { useSettings } from "../../state/planner.ts";
import "../../charts/chart-card.css";

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
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => handleChartKey(event, { isTable, onTable: setIsTable, onExport: copy, singleKeys });
  return (
    <KeySection className="chart-card card" data-region={region} aria-labelledby={titleId} onKeyDown={onKeyDown}>
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
      <div className="chart-card-body">{isTable ? <ValueTable caption={`${title}. ${subtitle}`} {...table} /> : children}</div>
    </KeySection>
  );
}
