/** Published figures in front of a projection, as marks on the canvas. */
import type { Chart } from "chart.js";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import type { Point } from "../../shared/chart/free-spot.ts";
import { ROW, place, rimmedText } from "./movable-label.ts";
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

/** Published figures: a dot for a value; for a bound a bar with an arrow into the side where the value lies. */
export function drawHistory(chart: Chart, { spec, theme, min, max }: PlotState): void {
  if (!spec.history) return;
  const { ctx } = chart;
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

/** Where the name may stand, as shares of the way from the top of the plot to its floor, the best first. */
const HEIGHTS = [1, 0, 0.8, 0.6, 0.4, 0.2];

/** What stands before the projection: on its floor, or higher up where that is taken. */
export function drawHistoryName(labels: MovableLabels): void {
  const { chart, state } = labels;
  const { history } = state.spec;
  if (!history || history.label === "") return;
  const { chartArea, ctx } = chart;
  const width = state.theme.textWidth(ctx, history.label, TEXT_SIZE, 500);
  const room = chartArea.bottom - ROW - 2 - chartArea.top;
  const spot = place(
    labels,
    "history",
    HEIGHTS.map((share) => ({ left: chartArea.left + 4, top: chartArea.top + share * room, width, height: ROW })),
  );
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  rimmedText(chart, state, history.label, spot.left, spot.top + ROW / 2, "--ink-2");
}
