/**
 * One chart on one canvas: a Chart.js instance that lives as long as the card. Data are mutated in place and redrawn without animation;
 * the scale stands still while frozen and moves once, afterwards.
 */
import { Chart, Filler, LineController, LineElement, PointElement } from "chart.js";
import type { ChartSpec, ValueAxis } from "../../shared/chart/chart-spec.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { annotations } from "./annotations.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { endLabels, labelRoom } from "./end-labels.ts";
import { applyLines, moveLines, sameLines } from "./plot-lines.ts";
import type { LineChart } from "./plot-lines.ts";
import { plotOptions } from "./plot-options.ts";
import type { PlotSize, PlotState } from "./plot-state.ts";
import { StillScale, createStillGround } from "./still-ground.ts";

Chart.register(LineController, LineElement, PointElement, StillScale, Filler);

export interface PlotPorts {
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
}

export interface Plot {
  /** Draws a spec; `frozen` keeps the scale as it is (unless the spec shows something else). */
  readonly show: (spec: ChartSpec, frozen: boolean) => void;
  /** Moves the hairline; null removes it. */
  readonly pointAt: (year: number | null) => void;
  readonly restyle: (theme: ChartTheme) => void;
  /** The year of the spec nearest to a horizontal place on the canvas; null outside the plot. */
  readonly yearAt: (x: number) => number | null;
  readonly destroy: () => void;
}

/** A plot that fills its canvas' parent, or of fixed `size` for a picture. */
export function createPlot(canvas: HTMLCanvasElement, spec: ChartSpec, theme: ChartTheme, ports: PlotPorts, size: PlotSize | null): Plot {
  const state: PlotState = {
    spec,
    theme,
    axis: spec.y,
    min: spec.y.min,
    max: spec.y.max,
    rescaling: false,
    pointedYear: null,
    labelRoom: 0,
  };
  if (size) {
    canvas.width = size.width;
    canvas.height = size.height;
  }
  const ground = createStillGround();
  const chart: LineChart = new Chart(canvas, {
    type: "line",
    data: { datasets: [] },
    options: plotOptions(state, size),
    plugins: [annotations(state), ground.plugin, endLabels(state)],
  });
  let animation: number | null = null;

  function applyScale(axis: ValueAxis): void {
    stopAnimation();
    state.axis = axis;
    state.min = axis.min;
    state.max = axis.max;
  }

  function stopAnimation(): void {
    if (animation !== null) ports.cancelFrame(animation);
    animation = null;
    state.rescaling = false;
  }

  /** Moves the ends of the axis to those of `axis` in one go. */
  function rescale(axis: ValueAxis): void {
    const from = { min: state.min, max: state.max };
    stopAnimation();
    state.axis = axis;
    state.rescaling = true;
    const begin = ports.now();
    const step = (): void => {
      const share = state.theme.rescaleMs > 0 ? Math.min(1, (ports.now() - begin) / state.theme.rescaleMs) : 1;
      const eased = 1 - (1 - share) ** 3;
      state.min = from.min + (axis.min - from.min) * eased;
      state.max = from.max + (axis.max - from.max) * eased;
      state.rescaling = share < 1;
      animation = share < 1 ? ports.requestFrame(step) : null;
      chart.update("none");
    };
    step();
  }

  /** Tells whether the room for end labels changed. */
  function applyRoom(canShrink: boolean): boolean {
    const room = labelRoom(chart.ctx, state);
    if (room === state.labelRoom || (room < state.labelRoom && !canShrink)) return false;
    state.labelRoom = room;
    return true;
  }

  applyLines(chart, state);
  applyRoom(true);
  chart.update("none");

  return {
    show(next, frozen) {
      const before = state.spec;
      const isSame = next.key === before.key;
      state.spec = next;
      if (!isSame) applyScale(next.y);
      const hasMoved = applyRoom(!(isSame && frozen));
      const mustRescale = isSame && !frozen && !sameAxis(state.axis, next.y);
      const standsStill = isSame && !hasMoved && !mustRescale && animation === null;
      if (standsStill && sameDrawing(before, next)) return;
      if (standsStill && sameLines(before, next)) {
        if (!GROUND.every((part) => sameValue(before[part], next[part]))) ground.forget();
        ground.leave(chart, moveLines(chart, state));
        chart.draw();
        return;
      }
      applyLines(chart, state);
      if (mustRescale) rescale(next.y);
      else chart.update("none");
    },
    pointAt(year) {
      if (year === state.pointedYear) return;
      state.pointedYear = year;
      chart.draw();
    },
    restyle(next) {
      state.theme = next;
      chart.options.font = { family: next.family };
      applyLines(chart, state);
      applyRoom(true);
      chart.resize();
      chart.update("none");
    },
    yearAt(x) {
      const { left, right } = chart.chartArea;
      if (x < left - 8 || x > right + 8) return null;
      const year = chart.scales["x"]!.getValueForPixel(x) ?? 0;
      return state.spec.years.reduce((best, each) => (Math.abs(each - year) < Math.abs(best - year) ? each : best), state.spec.years[0] ?? 0);
    },
    destroy() {
      stopAnimation();
      chart.destroy();
    },
  };
}

const sameAxis = (a: ValueAxis, b: ValueAxis): boolean => a.min === b.min && a.max === b.max && a.ticks.at(-1)?.label === b.ticks.at(-1)?.label;

/** Whether two specs look the same on the same scale; title and subtitle are not on the canvas. */
const sameDrawing = (a: ChartSpec, b: ChartSpec): boolean => a === b || DRAWN.every((part) => a[part] === b[part] || sameValue(a[part], b[part]));

const DRAWN = [
  "form",
  "years",
  "xTicks",
  "target",
  "marks",
  "spans",
  "history",
  "dots",
  "belowScale",
  "series",
] as const satisfies readonly (keyof ChartSpec)[];

/** What is drawn under the lines. */
const GROUND = ["marks", "spans", "history"] as const satisfies readonly (keyof ChartSpec)[];
