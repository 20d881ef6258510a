/** The lines and areas of a plot as Chart.js holds them. */
import type { Chart, ChartDataset } from "chart.js";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

interface Point {
  x: number;
  y: number;
}
export type Line = ChartDataset<"line", Point[]>;
export type LineChart = Chart<"line", Point[]>;

const SEAM = 1.5;
const MOST_CURVED = 60;

/** Puts the spec's lines into the datasets; `chart.update` has to follow. */
export function applyLines(chart: LineChart, state: PlotState): void {
  const { datasets } = chart.data;
  const drawn = drawnValues(state.spec);
  datasets.length = Math.min(datasets.length, state.spec.series.length);
  state.spec.series.forEach((_, index) => {
    const line = (datasets[index] ??= { data: [] });
    style(line, state, index);
    fill(line.data, state.spec.years, drawn[index]!);
  });
}

/** Whether the lines of two specs differ in nothing but their values. */
export const sameLines = (a: ChartSpec, b: ChartSpec): boolean =>
  a.form === b.form &&
  a.series.length === b.series.length &&
  (a.years === b.years || (a.years.length === b.years.length && a.years.every((year, index) => year === b.years[index]))) &&
  a.series.every((line, index) => sameStyle(line, b.series[index]!));

const sameStyle = (a: ChartSpec["series"][number], b: ChartSpec["series"][number]): boolean =>
  a.colour === b.colour &&
  a.width === b.width &&
  a.layer === b.layer &&
  a.area?.colour === b.area?.colour &&
  a.area?.to === b.area?.to &&
  a.dash.length === b.dash.length &&
  a.dash.every((dash, i) => dash === b.dash[i]);

/**
 * Moves drawn lines to the spec's values on scales that stand still; `chart.draw` has to follow. Tells which of them have other values than before.
 * It does what `chart.update` would do to the points and leaves out layout, ticks and options, which is most of the time of a frame.
 */
export function moveLines(chart: LineChart, state: PlotState): readonly number[] {
  const scale = chart.scales["y"]!;
  const moved: number[] = [];
  drawnValues(state.spec).forEach((values, index) => {
    const { data } = chart.data.datasets[index]!;
    if (data.every(({ y }, i) => Object.is(y, values[i] ?? Number.NaN))) return;
    moved.push(index);
    const meta = chart.getDatasetMeta(index);
    const points = meta.data as unknown as DrawnPoint[];
    for (let i = 0; i < points.length; i++) {
      const value = values[i] ?? Number.NaN;
      data[i]!.y = value;
      const point = points[i]!;
      point.y = scale.getPixelForValue(value);
      point.skip = Number.isNaN(value);
    }
    // Setting the points makes the line forget its path.
    (meta.dataset as unknown as { points: readonly DrawnPoint[] }).points = points;
  });
  return moved;
}

/** Chart.js declares these read-only for its users; its own controllers write them. `y` is NaN in a gap. */
interface DrawnPoint {
  readonly x: number;
  y: number;
  skip: boolean;
}

/** Each series in pixels; NaN breaks a line. */
export const drawnPoints = (chart: Chart): readonly (readonly Readonly<DrawnPoint>[])[] =>
  chart.data.datasets.map((_, index) => chart.getDatasetMeta(index).data as unknown as readonly DrawnPoint[]);

function style(line: Line, { spec, theme }: PlotState, index: number): void {
  const series = spec.series[index]!;
  const isArea = spec.form === "stack";
  line.borderColor = theme.color(isArea ? "--surface" : series.colour);
  line.borderWidth = isArea ? SEAM : series.width;
  line.borderDash = [...series.dash];
  line.order = -series.layer;
  // Between years the curve must not overshoot; a month by month line is smooth by itself.
  line.cubicInterpolationMode = spec.years.length > MOST_CURVED ? "default" : "monotone";
  line.capBezierPoints = false; // it would bend a curve near the edge; a monotone one never leaves its points
  line.fill = isArea ? (index === 0 ? "origin" : "-1") : series.area ? spec.series.findIndex(({ id }) => id === series.area?.to) : false;
  line.backgroundColor = isArea ? theme.color(series.colour) : series.area ? theme.color(series.area.colour) : "transparent";
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
