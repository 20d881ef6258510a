/** A plot on a canvas for as long as the component lives; every render shows it the newest spec. */
import { useEffect, useLayoutEffect, useRef } from "react";
import type { PointerEvent, RefObject } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { onThemeChange, readChartTheme } from "./chart-theme.ts";
import { makeInTurn } from "./first-frame.ts";
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

/** `frozen`: a lever is being moved, the scale stands still. Linked charts share a `pointer`. */
export function usePlot(spec: ChartSpec, frozen: boolean, pointer: YearPointer): PlotUse {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plot = useRef<Plot | null>(null);
  const first = useRef(spec);

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let end = (): void => {};
    const leave = makeInTurn(() => {
      const created = createPlot(element, first.current, readChartTheme(element.parentElement!), plotPorts, null);
      plot.current = created;
      created.pointAt(pointer.get());
      const stopTheme = onThemeChange(() => created.restyle(readChartTheme(element.parentElement!)));
      const stopPointer = pointer.subscribe(() => created.pointAt(pointer.get()));
      end = () => {
        stopTheme();
        stopPointer();
        plot.current = null;
        created.destroy();
      };
    });
    return () => {
      leave();
      end();
    };
  }, [pointer]);

  useLayoutEffect(() => {
    first.current = spec;
    plot.current?.show(spec, frozen);
  }, [spec, frozen]);

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
