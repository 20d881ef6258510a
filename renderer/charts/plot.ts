/**
 * One chart on one canvas: a Chart.js instance that lives as long as the card. Data are mutated in place and redrawn without animation;
 * the scale stands still while frozen and moves once, afterwards.
 */
import { Chart, Filler, LineController, LineElement, LinearScale, PointElement } from "chart.js";
import type { ChartDataset, ChartOptions } from "chart.js";
import type { ChartSpec, ValueAxis } from "../../shared/chart/chart-spec.ts";
import { annotations } from "./annotations.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { endLabels, labelRoom } from "./end-labels.ts";
import { TEXT_SIZE, drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

interface Point {
  x: number;
  y: number;
}
type Line = ChartDataset<"line", Point[]>;

/** Space above the plot for the top tick and a label that overhangs. */
const TOP = 10;
const SEAM = 1.5;
const MOST_CURVED = 60;
/** Year labels closer than this would touch. */
const YEAR_ROOM = 34;
/** Width of the value axis before it is known. */
const VALUE_AXIS = 44;

export interface PlotPorts {
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
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
  const chart = new Chart<"line", Point[]>(canvas, {
    type: "line",
    data: { datasets: [] },
    options: optionsOf(state, size),
    plugins: [annotations(state), endLabels(state)],
  });
  let animation: number | null = null;

  function applyData(): void {
    const { datasets } = chart.data;
    const drawn = drawnValues(state.spec);
    datasets.length = Math.min(datasets.length, state.spec.series.length);
    state.spec.series.forEach((_, index) => {
      const line = (datasets[index] ??= { data: [] });
      style(line, state, index);
      fill(line.data, state.spec.years, drawn[index]!);
    });
  }

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

  function applyRoom(canShrink: boolean): void {
    const room = labelRoom(chart.ctx, state);
    if (room > state.labelRoom || canShrink) state.labelRoom = room;
  }

  applyData();
  applyRoom(true);
  chart.update("none");

  return {
    show(next, frozen) {
      const isSame = next.key === state.spec.key;
      state.spec = next;
      applyData();
      if (!isSame) applyScale(next.y);
      const mustMove = isSame && !frozen && !sameAxis(state.axis, next.y);
      applyRoom(!(isSame && frozen));
      if (mustMove) rescale(next.y);
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
      applyData();
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

function style(line: Line, { spec, theme }: PlotState, index: number): void {
  const series = spec.series[index]!;
  const isArea = spec.form === "stack";
  line.borderColor = theme.color(isArea ? "--surface" : series.colour);
  line.borderWidth = isArea ? SEAM : series.width;
  line.borderDash = [...series.dash];
  line.order = -series.layer;
  // A month by month line is smooth by itself; between years the curve must not overshoot.
  line.cubicInterpolationMode = spec.years.length > MOST_CURVED ? "default" : "monotone";
  line.fill = isArea ? (index === 0 ? "origin" : "-1") : false;
  line.backgroundColor = isArea ? theme.color(series.colour) : "transparent";
}

/** Writes values into the points that Chart.js already holds; a missing value is NaN, a gap. */
function fill(points: Point[], years: readonly number[], values: readonly (number | null)[]): void {
  points.length = Math.min(points.length, years.length);
  for (let i = 0; i < years.length; i++) {
    const y = values[i] ?? Number.NaN;
    const point = points[i];
    if (point) {
      point.x = years[i]!;
      point.y = y;
    } else points.push({ x: years[i]!, y });
  }
}

/** The year ticks that have room; first and last always stay. */
function spacedYears({ spec }: PlotState, width: number): readonly number[] {
  const { xTicks } = spec;
  const first = xTicks[0] ?? 0;
  const last = xTicks.at(-1) ?? first;
  const perYear = width / Math.max(1, last - first);
  let shown = first;
  return xTicks.filter((year) => {
    const fits = year === first || year === last || ((year - shown) * perYear >= YEAR_ROOM && (last - year) * perYear >= YEAR_ROOM);
    if (fits) shown = year;
    return fits;
  });
}

/** Of the last layout where there was one. */
function plotWidth({ labelRoom: room }: PlotState, { chartArea, width }: Chart): number {
  const known = (chartArea as Chart["chartArea"] | undefined) ?? null;
  return known && known.right > known.left ? known.right - known.left : width - room - VALUE_AXIS;
}

function optionsOf(state: PlotState, size: PlotSize | null): ChartOptions<"line"> {
  const axisColor = (): string => state.theme.color("--c-axis");
  return {
    animation: false,
    responsive: size === null,
    ...(size ? { devicePixelRatio: size.pixelRatio } : {}),
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    events: [],
    font: { family: state.theme.family },
    layout: { padding: () => ({ top: TOP, left: 0, bottom: 0, right: state.labelRoom }) },
    elements: {
      point: { radius: 0 },
      line: { borderCapStyle: "round", borderJoinStyle: "round" },
    },
    scales: {
      x: {
        type: "linear",
        bounds: "data",
        afterDataLimits: (scale) => {
          scale.min = state.spec.years[0] ?? 0;
          scale.max = state.spec.years.at(-1) ?? 1;
        },
        afterBuildTicks: (scale) => {
          scale.ticks = spacedYears(state, plotWidth(state, scale.chart)).map((value) => ({ value }));
        },
        grid: { display: false, drawTicks: true, tickLength: 5, tickColor: () => state.theme.color("--line-2") },
        border: { display: false },
        ticks: { color: axisColor, font: { size: TEXT_SIZE }, callback: (value) => String(value), maxRotation: 0, padding: 4, autoSkip: false },
      },
      y: {
        type: "linear",
        bounds: "data",
        afterDataLimits: (scale) => {
          scale.min = state.min;
          scale.max = state.max;
        },
        afterBuildTicks: (scale) => {
          scale.ticks = state.axis.ticks.filter(({ value }) => value <= state.max * (1 + 1e-9)).map(({ value, label }) => ({ value, label }));
        },
        grid: { drawTicks: false, color: () => state.theme.color("--c-grid") },
        border: { display: false },
        ticks: {
          color: () => (state.rescaling ? state.theme.color("--accent") : axisColor()),
          font: { size: TEXT_SIZE },
          padding: 8,
          autoSkip: false,
          callback: (value) => state.axis.ticks.find((tick) => tick.value === value)?.label ?? "",
        },
      },
    },
  };
}
