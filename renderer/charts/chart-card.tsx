/** A chart with its finding, its subtitle and what can be done with it: choose, show as table, copy, save, fill the window. */
import { Ellipsis, Maximize2, Minimize2, Table2 } from "lucide-react";
import { memo, useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { ChartCanvas } from "./chart-canvas.tsx";
import { ChartTable } from "./chart-table.tsx";
import { useExportChart } from "./use-export-chart.ts";
import type { ExportChart } from "./use-export-chart.ts";
import type { YearPointer } from "./year-pointer.ts";
import "./chart-card.css";

export interface ChartCardProps {
  readonly spec: ChartSpec;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  /** Name of the card's region for F6 and tests: "left-chart". */
  readonly region: string;
  /** Controls that choose what is shown; they stand before the card's own actions. */
  readonly choose?: ReactNode;
  /** Whether single-letter keys are on (T = table). */
  readonly singleKeys: boolean;
}

export function ChartCard({ spec, frozen, pointer, region, choose, singleKeys }: ChartCardProps) {
  const [isTable, setIsTable] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const titleId = useId();
  const { card, exportChart } = useExportChart(spec);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // Keys in an open list come by here too, since it is a child in React's eyes.
    if (!card.current?.contains(event.target as Node)) return;
    if (event.key === "Escape" && isFull) {
      event.stopPropagation();
      setIsFull(false);
    }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "c" && hasNothingElseToCopy(event.target)) {
      event.preventDefault();
      exportChart(isTable ? "copy-table" : "copy-picture");
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (singleKeys && isPlain && event.key.toLowerCase() === "t" && !isTextField(event.target)) {
      event.preventDefault();
      setIsTable((shown) => !shown);
    }
  };

  return (
    // Keys of the focused parts bubble here; the section itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={card} className="chart-card card" data-region={region} data-full={isFull || undefined} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header>
        <div className="chart-card-actions">
          {choose}
          <CardActions isTable={isTable} isFull={isFull} onTable={setIsTable} onFull={setIsFull} onExport={exportChart} />
        </div>
        <h2 id={titleId} className="finding">
          {spec.title}
        </h2>
        <p className="subtitle">{spec.subtitle}</p>
      </header>
      <div className="chart-card-body">{isTable ? <ChartTable spec={spec} /> : <ChartCanvas spec={spec} frozen={frozen} pointer={pointer} />}</div>
    </section>
  );
}

interface CardActionsProps {
  readonly isTable: boolean;
  readonly isFull: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onFull: (full: boolean) => void;
  readonly onExport: ExportChart;
}

const TABLE_KEYS = ["T"];
const EXPORTS = [
  { id: "copy-picture", label: "Copy as image" },
  { id: "copy-table", label: "Copy as table" },
  "-",
  { id: "save-picture", label: "Save as image…" },
  { id: "save-table", label: "Save as table…" },
] as const;

/** Apart, because the rest of the card renders with every frame of a drag. */
const CardActions = memo(function CardActions({ isTable, isFull, onTable, onFull, onExport }: CardActionsProps) {
  return (
    <>
      <IconButton icon={Table2} label={isTable ? "Show as chart" : "Show as table"} keys={TABLE_KEYS} onPress={() => onTable(!isTable)} />
      <Menu icon={Ellipsis} iconOnly label="Copy or save" items={EXPORTS} onAction={(id) => onExport(id as (typeof EXPORTS)[0]["id"])} />
      <IconButton icon={isFull ? Minimize2 : Maximize2} size={14} label={isFull ? "Back to its place" : "Fill the window"} onPress={() => onFull(!isFull)} />
    </>
  );
});

const isTextField = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/** Selected text is copied as text. */
const hasNothingElseToCopy = (target: EventTarget): boolean => !isTextField(target) && getSelection()?.isCollapsed !== false;
