/** A chart with its finding, its subtitle and what can be done with it: choose, show as table, copy, save, fill the window. */
import { Maximize2, Minimize2, TriangleAlert } from "lucide-react";
import { memo, useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { IconButton } from "../ui/button.tsx";
import { KeySection } from "../ui/key-section.tsx";
import { ChartActions } from "./chart-actions.tsx";
import { ChartCanvas } from "./chart-canvas.tsx";
import { handleChartKey } from "./chart-keys.ts";
import { ChartTable } from "./chart-table.tsx";
import { pictureOf } from "./chart-picture.ts";
import { useExportChart } from "./use-export-chart.ts";
import type { YearPointer } from "./year-pointer.ts";
import "./chart-card.css";

export interface ChartCardProps {
  readonly spec: ChartSpec;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  /** Of two charts that move together, the one that leaves out frames where drawing does not keep up. */
  readonly yields?: boolean;
  /** Name of the card's region for F6 and tests: "left-chart". */
  readonly region: string;
  /** Controls that choose what is shown; they stand before the card's own actions. */
  readonly choose?: ReactNode;
  /** Whether single-letter keys are on (T = table). */
  readonly singleKeys: boolean;
}

export function ChartCard({ spec, frozen, pointer, yields = false, region, choose, singleKeys }: ChartCardProps) {
  const [isTable, setIsTable] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const titleId = useId();
  const { near, exportChart } = useExportChart(spec, pictureOf);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape" && isFull && event.currentTarget.contains(event.target as Node)) {
      event.stopPropagation();
      setIsFull(false);
    } else handleChartKey(event, { isTable, onTable: setIsTable, onExport: exportChart, singleKeys });
  };

  return (
    <KeySection ref={near} className="chart-card card" data-region={region} data-full={isFull || undefined} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header>
        <div className="chart-card-actions">
          {choose}
          <ChartActions isTable={isTable} onTable={setIsTable} onExport={exportChart} />
          <FullButton isFull={isFull} onFull={setIsFull} />
        </div>
        <h2 id={titleId} className="finding">
          {withoutLonelyUnits(spec.title)}
        </h2>
        <p className="subtitle">{spec.subtitle}</p>
        {spec.note !== undefined && (
          <p className="chart-card-note" role="note">
            <TriangleAlert size={14} aria-hidden /> {spec.note}
          </p>
        )}
      </header>
      <div className="chart-card-body">
        {isTable ? <ChartTable spec={spec} /> : <ChartCanvas spec={spec} frozen={frozen} pointer={pointer} yields={yields} />}
      </div>
    </KeySection>
  );
}

/** A number keeps its unit and a year its preposition on the same line. */
const withoutLonelyUnits = (text: string): string => text.replace(/(\d) (?=[a-zA-Z])/g, "$1\u00a0").replace(/ (by|in) (?=\d{4}\b)/g, " $1\u00a0");

const FullButton = memo(function FullButton({ isFull, onFull }: { readonly isFull: boolean; readonly onFull: (full: boolean) => void }) {
  return (
    <IconButton icon={isFull ? Minimize2 : Maximize2} size={14} label={isFull ? "Back to its place" : "Fill the window"} onPress={() => onFull(!isFull)} />
  );
});
