/** The target: a dashed line with its name, and the way from the outcome to it. */
import type { Chart } from "chart.js";
import type { Point } from "../../shared/chart/free-spot.ts";
import { place, rimmedText, rowHeight } from "./movable-label.ts";
import type { MovableLabels } from "./movable-label.ts";
import { xOf, yOf } from "./plot-place.ts";
import { TEXT_SIZE } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

/** From the scenario's value in the outcome year to the target; none where there is no target. */
export function targetGap(chart: Chart, { spec: { dots, target }, min, max }: PlotState): readonly (readonly Point[])[] {
  const dot = dots.find(({ label }) => label !== null);
  if (!dot || !target || target.value < min || target.value > max) return [];
  const ends = [target.value, Math.min(Math.max(dot.value, min), max)];
  return [ends.map((value) => ({ x: xOf(chart, dot.year), y: yOf(chart, value) }))];
}

export function drawTarget(labels: MovableLabels): void {
  const { chart, state } = labels;
  const { ctx, chartArea } = chart;
  const { spec, theme, min, max } = state;
  const target = spec.target;
  if (!target || target.value < min || target.value > max) return;
  const y = yOf(chart, target.value);
  ctx.strokeStyle = theme.color("--target");
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  const { history } = spec;
  // A target says nothing of figures that follow another definition.
  ctx.moveTo(history && history.follows !== "joined" ? xOf(chart, history.to) : chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  for (const [from, to] of targetGap(chart, state)) {
    ctx.moveTo(from!.x, from!.y);
    ctx.lineTo(to!.x, to!.y);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  const row = rowHeight(state);
  const width = theme.textWidth(ctx, target.label, TEXT_SIZE, 600);
  ctx.font = theme.font(TEXT_SIZE, 600);
  const third = (chartArea.right - chartArea.left) / 3;
  // Right before middle before left, because the left holds the lever marks; above the line before below it.
  const places = [2, 1, 0].map((part) => Math.min(chartArea.left + part * third + 5, chartArea.right - width - 4));
  const candidates = [y - row - 2, y + 3].flatMap((top) => places.map((left) => ({ width, height: row, left, top })));
  const { left, top } = place(labels, "target", candidates);
  rimmedText(chart, state, target.label, left, top + row / 2, "--target");
  labels.taken.push({ left: chartArea.left, top: y - 1, width: chartArea.right - chartArea.left, height: 2 });
}
