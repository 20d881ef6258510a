/** Published figures in front of a projection, as marks on the canvas. */
import type { Chart } from "chart.js";
import type { ChartHistory, ChartSpec } from "../../shared/chart/chart-spec.ts";
import { crosses, overlaps } from "../../shared/chart/free-spot.ts";
import type { Point, Rect } from "../../shared/chart/free-spot.ts";
import { rowHeight } from "./movable-label.ts";
import type { MovableLabels } from "./movable-label.ts";
import { xOf, yOf } from "./plot-place.ts";
import { TEXT_SIZE } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

/** A ground that sets the published years apart from the computed ones. */
export function drawHistoryGround(chart: Chart, { spec, theme }: PlotState): void {
  if (!spec.history) return;
  const { ctx, chartArea } = chart;
  const x = xOf(chart, spec.history.to);
  ctx.fillStyle = theme.color("--surface-2");
  ctx.fillRect(chartArea.left, chartArea.top, x - chartArea.left, chartArea.bottom - chartArea.top);
}

const HISTORY_DOT = 3;
/** Half the distance of the two strokes that part what is not to be compared. */
const PARTING = 1.5;

/** Between the last published figure and the projection: a thin line where the definition is the same, two strokes from top to floor where it is not. */
function drawTransition(chart: Chart, { spec, theme, min, max }: PlotState, history: ChartHistory): void {
  const { ctx, chartArea } = chart;
  const x = xOf(chart, history.to);
  ctx.beginPath();
  if (history.follows === "parted") {
    ctx.strokeStyle = theme.color("--ink-2");
    ctx.lineWidth = 1;
    for (const at of [x - PARTING, x + PARTING]) {
      ctx.moveTo(at, chartArea.top);
      ctx.lineTo(at, chartArea.bottom);
    }
  } else if (history.follows === "joined") {
    const last = history.points.at(-1);
    const at = spec.years.findIndex((year) => year > history.to);
    const value = spec.series[0]?.values[at] ?? null;
    if (!last || last.bound !== null || last.year !== spec.years[at - 1] || value === null || value < min || value > max) return;
    ctx.strokeStyle = theme.color("--c-axis");
    ctx.lineWidth = 1.5;
    ctx.moveTo(xOf(chart, last.year), yOf(chart, last.value));
    ctx.lineTo(xOf(chart, spec.years[at]!), yOf(chart, value));
  }
  ctx.stroke();
}

/** Published figures: a dot for a value; for a bound a bar with an arrow into the side where the value lies. */
export function drawHistory(chart: Chart, state: PlotState): void {
  const { spec, theme, min, max } = state;
  if (!spec.history) return;
  const { ctx } = chart;
  drawTransition(chart, state, spec.history);
  ctx.fillStyle = theme.color("--c-axis");
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = 1.5;
  for (const { year, value, bound } of spec.history.points) {
    if (value < min || value > max) continue;
    const [x, y] = [xOf(chart, year), yOf(chart, value)];
    ctx.beginPath();
    if (bound === null) {
      ctx.arc(x, y, HISTORY_DOT, 0, 2 * Math.PI);
      ctx.fill();
      continue;
    }
    const towards = bound === "above" ? -1 : 1;
    ctx.moveTo(x - HISTORY_DOT, y);
    ctx.lineTo(x + HISTORY_DOT, y);
    ctx.moveTo(x, y);
    ctx.lineTo(x, y + towards * 3 * HISTORY_DOT);
    ctx.moveTo(x - HISTORY_DOT, y + towards * 2 * HISTORY_DOT);
    ctx.lineTo(x, y + towards * 3 * HISTORY_DOT);
    ctx.lineTo(x + HISTORY_DOT, y + towards * 2 * HISTORY_DOT);
    ctx.stroke();
  }
}

/** Where a published bound is marked; it is no point of its line. */
export const boundAt = ({ series, history, years }: ChartSpec, index: number, at: number): number | null =>
  series[index]!.role === "published" ? (history?.points.find(({ year }) => year === years[at])?.value ?? null) : null;

/** Each mark as a short line, with the arrow of a bound, for labels that keep clear of them. */
export const historyMarks = (chart: Chart, { spec }: PlotState): readonly (readonly Point[])[] =>
  (spec.history?.points ?? []).map(({ year, value, bound }) => {
    const [x, y] = [xOf(chart, year), yOf(chart, value)];
    const tip = bound === null ? y : y + (bound === "above" ? -3 : 3) * HISTORY_DOT;
    return [
      { x: x - 2 * HISTORY_DOT, y },
      { x: x + 2 * HISTORY_DOT, y: tip },
    ];
  });

/** Where the name may begin, as shares of the way from the floor of the plot to its top, the best first. */
const HEIGHTS = [0, 1, 0.5, 0.25, 0.75];
/** Between the name and the ends of the plot. */
const NAME_GAP = 6;

/** What stands before the projection, written upwards: its years are too few for words, and beside them they would seem to name the projection. Left to the subtitle where figures are in the way. */
export function drawHistoryName({ chart, state, taken }: MovableLabels): void {
  const { history } = state.spec;
  if (!history || history.label === "") return;
  const { chartArea, ctx } = chart;
  const row = rowHeight(state);
  const left = (chartArea.left + xOf(chart, history.to) - row) / 2;
  const [floor, room] = [chartArea.bottom - NAME_GAP, chartArea.bottom - chartArea.top - 2 * NAME_GAP];
  const line = history.points.filter(({ bound }) => bound === null).map(({ year, value }): Point => ({ x: xOf(chart, year), y: yOf(chart, value) }));
  const marks = [...historyMarks(chart, state), ...line.slice(1).map((point, index) => [line[index]!, point])];
  const isFree = (rect: Rect): boolean => !marks.some(([from, to]) => crosses(from!, to!, rect)) && !taken.some((other) => overlaps(rect, other));
  for (const name of history.follows === null ? [history.label] : [history.label, SHORT_NAME]) {
    const height = state.theme.textWidth(ctx, name, TEXT_SIZE, 500);
    const spots = HEIGHTS.map((share): Rect => ({ left, top: floor - height - share * (room - height), width: row, height }));
    const spot = height > room ? undefined : spots.find(isFree);
    if (!spot) continue;
    ctx.save();
    ctx.translate(left + row / 2, spot.top + height);
    ctx.rotate(-Math.PI / 2);
    ctx.font = state.theme.font(TEXT_SIZE, 500);
    ctx.fillStyle = state.theme.color("--ink-2");
    ctx.fillText(name, 0, 0);
    ctx.restore();
    return;
  }
}

/** Where there is no room for all of it. */
const SHORT_NAME = "published";
