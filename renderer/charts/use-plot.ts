/** A plot on a canvas for as long as the component lives; every render shows it the newest spec. */
import { useEffect, useLayoutEffect, useRef } from "react";
import type { PointerEvent, RefObject } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { onThemeChange, readChartTheme } from "./chart-theme.ts";
import { createPlot } from "./plot.ts";
import type { Plot, PlotPorts } from "./plot.ts";
import type { YearPointer } from "./year-pointer.ts";

export const plotPorts: PlotPorts = {
  now: () => performance.now(),
  requestFrame: (run) => requestAnimationFrame(run),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
};

export interface PlotUse {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** The year under the pointer becomes that of all linked charts. */
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
}

/** Longer between two specs than a frame of 60 Hz and its jitter: drawing does not keep up. Longer still, the hand has paused. */
const LATE_MS = 20;
const PAUSE_MS = 100;

/** `frozen`: a lever is being moved, the scale stands still. Linked charts share a `pointer`. `yields`: this plot leaves out every other frame of a move that does not keep up. */
export function usePlot(spec: ChartSpec, frozen: boolean, pointer: YearPointer, yields = false): PlotUse {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plot = useRef<Plot | null>(null);
  const first = useRef(spec);
  const cameAt = useRef(0);
  const leftOut = useRef<number | null>(null);

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
    const now = plotPorts.now();
    const gap = now - cameAt.current;
    const isLate = gap > LATE_MS && gap < PAUSE_MS;
    cameAt.current = now;
    const wasLeftOut = leftOut.current !== null;
    if (leftOut.current !== null) plotPorts.cancelFrame(leftOut.current);
    leftOut.current = null;
    const show = (): void => plot.current?.show(spec, frozen);
    if (!yields || !frozen || !isLate || wasLeftOut) {
      show();
      return;
    }
    // The next frame brings a newer spec, or, where the hand rests, the one after it draws this one.
    leftOut.current = plotPorts.requestFrame(() => {
      leftOut.current = plotPorts.requestFrame(() => {
        leftOut.current = null;
        show();
      });
    });
  }, [spec, frozen, yields]);

  useEffect(
    () => () => {
      if (leftOut.current !== null) plotPorts.cancelFrame(leftOut.current);
    },
    [],
  );
  useEffect(() => () => pointer.set(null), [pointer]);

  return {
    canvas,
    onPointerMove(event) {
      const left = canvas.current?.getBoundingClientRect().left ?? 0;
      pointer.set(plot.current?.yearAt(event.clientX - left) ?? null);
    },
    onPointerLeave: () => pointer.set(null),
  };
}
