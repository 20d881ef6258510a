/** The canvas of a chart: drawn by a plot that outlives every render, read by pointer and arrow keys. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { chartLabel, readoutSentence } from "../../shared/chart/describe-chart.ts";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { onThemeChange, readChartTheme } from "./chart-theme.ts";
import { createPlot } from "./plot.ts";
import type { Plot, PlotPorts } from "./plot.ts";
import type { YearPointer } from "./year-pointer.ts";
import "./chart-canvas.css";

export interface ChartCanvasProps {
  readonly spec: ChartSpec;
  /** A lever is being moved: the scale stands still. */
  readonly frozen: boolean;
  /** Linked charts share one. */
  readonly pointer: YearPointer;
}

export const plotPorts: PlotPorts = {
  now: () => performance.now(),
  requestFrame: (run) => requestAnimationFrame(run),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
};

export function ChartCanvas({ spec, frozen, pointer }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plot = useRef<Plot | null>(null);
  const first = useRef(spec);
  const [said, setSaid] = useState("");

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const created = createPlot(element, first.current, readChartTheme(element.parentElement!), plotPorts, null);
    plot.current = created;
    created.pointAt(pointer.get());
    const stopTheme = onThemeChange(() => created.restyle(readChartTheme(element.parentElement!)));
    const stopPointer = pointer.subscribe(() => created.pointAt(pointer.get()));
    return () => {
      stopTheme();
      stopPointer();
      plot.current = null;
      created.destroy();
    };
  }, [pointer]);

  useLayoutEffect(() => {
    first.current = spec;
    plot.current?.show(spec, frozen);
  }, [spec, frozen]);

  useEffect(() => () => pointer.set(null), [pointer]);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const left = canvas.current?.getBoundingClientRect().left ?? 0;
    pointer.set(plot.current?.yearAt(event.clientX - left) ?? null);
  };

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
    // The chart is read year by year with the arrow keys, so it takes the focus though nothing in it can be changed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="chart-canvas"
      role="group"
      aria-roledescription="chart"
      aria-label={`${chartLabel(spec)} Arrow keys read the years.`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerLeave={() => pointer.set(null)}
      onKeyDown={onKeyDown}
      onBlur={() => pointer.set(null)}
    >
      <canvas ref={canvas} role="img" aria-label={chartLabel(spec)} />
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
