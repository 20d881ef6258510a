/** Single points of lines with their values: the outcome year, and the year that is pointed at. */
import type { Chart } from "chart.js";
import { type ChartDot, timeText } from "../../shared/chart/chart-spec.ts";
import { chartBriefText, covers } from "../../shared/chart/describe-chart.ts";
import type { Rect } from "../../shared/chart/free-spot.ts";
import { boundAt } from "./history-marks.ts";
import { place, rimmedText, rowHeight } from "./movable-label.ts";
import type { MovableLabels } from "./movable-label.ts";
import { xOf, yOf } from "./plot-place.ts";
import { TEXT_SIZE, drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

const DOT = 5;
const DOT_LABEL_SIZE = 15;

export function drawDot(labels: MovableLabels, dot: ChartDot): void {
  const { chart, state } = labels;
  const { min, max } = state;
  if (dot.value < min || dot.value > max) return;
  const x = xOf(chart, dot.year);
  const y = yOf(chart, dot.value);
  drawPoint(chart, state, x, y, dot.label === null ? DOT - 1 : DOT, dot.colour);
  if (dot.label === null || state.pointedYear !== null) return;
  drawValue(labels, `dot:${dot.colour}`, dot.label, x, y);
}

/** A value beside its point, where it touches least. */
function drawValue(labels: MovableLabels, key: string, text: string, x: number, y: number): void {
  const { chart, state } = labels;
  const { theme } = state;
  const width = theme.textWidth(chart.ctx, text, DOT_LABEL_SIZE, 700);
  chart.ctx.font = theme.font(DOT_LABEL_SIZE, 700);
  const height = theme.px(DOT_LABEL_SIZE + 2);
  const [right, left, middle] = [x + 8, x - 8 - width, x - width / 2];
  const [above, below] = [y - 5 - height, y + 5];
  const at = (rectLeft: number, top: number): Rect => ({ left: rectLeft, top, width, height });
  const candidates = [at(right, above), at(right, below), at(left, below), at(left, above), at(middle, above - 6), at(middle, below + 6)];
  const spot = place(labels, key, candidates);
  rimmedText(chart, state, text, spot.left, spot.top + height / 2, "--ink");
}

function drawPoint(chart: Chart, { theme }: PlotState, x: number, y: number, radius: number, colour: string): void {
  const { ctx } = chart;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fillStyle = theme.color(colour);
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.color("--c-halo");
  ctx.stroke();
}

/** The pointed year: a line, a dot on every labelled series, the year under the axis. Without labels the value of the first line that has that year stands at its point. */
export function drawHairline(labels: MovableLabels): void {
  const { chart, state } = labels;
  const { spec, theme, pointedYear, min, max, labelRoom } = state;
  const index = pointedYear === null ? -1 : spec.years.indexOf(pointedYear);
  if (pointedYear === null || index < 0) return;
  const { ctx, chartArea } = chart;
  const x = xOf(chart, pointedYear);
  ctx.strokeStyle = theme.color("--ink-2");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  const told = labelRoom === 0 ? spec.series.findIndex((series) => covers(spec, series, index)) : -1;
  drawnValues(spec).forEach((values, series) => {
    const value = values[index] ?? null;
    const { label, colour } = spec.series[series]!;
    const height = value ?? (series === told ? boundAt(spec, series, index) : null);
    if (height === null || height < min || height > max) return;
    if (value !== null && (label !== null || labelRoom === 0)) drawPoint(chart, state, x, yOf(chart, value), 4, colour);
    if (series === told) drawValue(labels, "pointed", chartBriefText(spec, spec.series[series]!, index), x, yOf(chart, height));
  });
  const row = rowHeight(state);
  const text = timeText(spec, pointedYear);
  const width = theme.textWidth(ctx, text, TEXT_SIZE, 650);
  // Over the year of the axis at either end, too.
  const left = Math.min(Math.max(x - width / 2, 4), chart.width - width - 4);
  clearYears(chart, state, left - 6, left + width + 6);
  ctx.font = theme.font(TEXT_SIZE, 650);
  ctx.fillStyle = theme.color("--ink-2");
  ctx.fillRect(left - 4, chartArea.bottom + 4, width + 8, row + 2);
  ctx.fillStyle = theme.color("--surface");
  ctx.fillText(text, left, chartArea.bottom + 5 + row / 2);
}

/** A year of the axis of which a part would stick out beside the pointed one goes as a whole. */
function clearYears(chart: Chart, { theme }: PlotState, left: number, right: number): void {
  const { ctx, chartArea, scales } = chart;
  ctx.fillStyle = theme.color("--surface");
  for (const { value, label } of scales["x"]!.ticks) {
    const half = theme.textWidth(ctx, String(label), TEXT_SIZE, 400) / 2 + 1;
    const x = scales["x"]!.getPixelForValue(value);
    if (x + half > left && x - half < right) ctx.fillRect(x - half, chartArea.bottom + 7, 2 * half, theme.px(18));
  }
}
