/** The canvas of a chart, read by pointer and arrow keys. */
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { chartLabel, chartSentence, readoutSentence } from "../../shared/chart/describe-chart.ts";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { usePlot } from "./use-plot.ts";
import type { YearPointer } from "./year-pointer.ts";
import "./chart-canvas.css";

export interface ChartCanvasProps {
  readonly spec: ChartSpec;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
}

export function ChartCanvas({ spec, frozen, pointer }: ChartCanvasProps) {
  const { canvas, onPointerMove, onPointerLeave } = usePlot(spec, frozen, pointer);
  const [said, setSaid] = useState("");
  // Nobody listens at the pace of a moving lever: the words wait for its end.
  const [told, setTold] = useState(spec);
  if (told !== spec && (!frozen || told.key !== spec.key)) setTold(spec);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape" && pointer.get() !== null) {
      event.stopPropagation();
      pointer.set(null);
      setSaid("");
      return;
    }
    const year = yearForKey(event, spec.years, pointer.get() ?? spec.dots[0]?.year ?? null);
    if (year === null) return;
    event.preventDefault();
    pointer.set(year);
    setSaid(readoutSentence(spec, year));
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys read the years, though nothing in a chart can be changed
    <div
      className="chart-canvas"
      role="group"
      aria-roledescription="chart"
      aria-label={`${chartLabel(told)} Arrow keys read the years.`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so it takes the focus
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
      onKeyDown={onKeyDown}
      onBlur={() => pointer.set(null)}
    >
      <canvas ref={canvas} role="img" aria-label={chartSentence(told)} />
      {spec.empty !== null && <p className="chart-canvas-empty">{spec.empty}</p>}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** The year that a key asks for; the first press starts at the marked year. Null for other keys. */
function yearForKey(event: KeyboardEvent, years: readonly number[], from: number | null): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const index = from === null ? 0 : years.indexOf(from);
  const by = event.shiftKey ? 5 : 1;
  const target = { ArrowRight: index + by, ArrowUp: index + by, ArrowLeft: index - by, ArrowDown: index - by, Home: 0, End: years.length - 1 }[event.key];
  if (target === undefined) return null;
  return years[Math.min(Math.max(target, 0), years.length - 1)] ?? null;
}
