/** What stands on a chart beside its lines: event spans, lever marks, target, outcome dots, the linked hairline. */
import type { Chart, Plugin } from "chart.js";
import type { ChartDot, ChartMark } from "../../shared/chart/chart-spec.ts";
import { fitted } from "./end-labels.ts";
import { TEXT_SIZE, drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

const ROW = 16;
const DOT = 5;
const DOT_LABEL_SIZE = 15;

export const annotations = (state: PlotState): Plugin<"line"> => ({
  id: "annotations",
  beforeDatasetsDraw(chart) {
    chart.ctx.save();
    chart.ctx.textBaseline = "middle";
    chart.ctx.textAlign = "left";
    drawSpans(chart, state);
    drawFloor(chart, state);
    drawMarks(chart, state);
    chart.ctx.restore();
  },
  afterDatasetsDraw(chart) {
    chart.ctx.save();
    chart.ctx.textBaseline = "middle";
    drawTarget(chart, state);
    for (const dot of state.spec.dots) if (state.pointedYear === null || state.pointedYear !== dot.year) drawDot(chart, state, dot);
    drawHairline(chart, state);
    chart.ctx.restore();
  },
});

const xOf = (chart: Chart, year: number): number => chart.scales["x"]!.getPixelForValue(year);
const yOf = (chart: Chart, value: number): number => chart.scales["y"]!.getPixelForValue(value);

/** Text on a halo of the surface, so that lines behind it do not disturb it. */
function haloText(chart: Chart, { theme }: PlotState, text: string, x: number, y: number, colour: string): void {
  const { ctx } = chart;
  const width = ctx.measureText(text).width;
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = theme.color("--c-halo");
  ctx.fillRect(x - 2, y - ROW / 2, width + 4, ROW);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.color(colour);
  ctx.fillText(text, x, y);
}

/** The x axis, the only border. */
function drawFloor({ ctx, chartArea }: Chart, { theme }: PlotState): void {
  ctx.strokeStyle = theme.color("--line-ctl");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(chartArea.left, chartArea.bottom + 0.5);
  ctx.lineTo(chartArea.right, chartArea.bottom + 0.5);
  ctx.stroke();
}

function drawSpans(chart: Chart, state: PlotState): void {
  const { ctx, chartArea } = chart;
  const { spec, theme } = state;
  ctx.font = theme.font(TEXT_SIZE, 500);
  spec.spans.forEach(({ from, to, label }, index) => {
    const left = Math.max(chartArea.left, xOf(chart, from));
    const right = Math.min(chartArea.right, xOf(chart, to));
    if (right <= left) return;
    ctx.globalAlpha = 0.55;
    ctx.fillStyle = theme.color("--surface-3");
    ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
    ctx.globalAlpha = 1;
    const text = fitted(ctx, label, chartArea.right - left - 6);
    haloText(chart, state, text, left + 4, chartArea.top + ROW * (spec.marks.length + index + 0.5), "--ink-2");
  });
}

/** One row per mark from the top down, so that labels never collide; a label that would leave the plot turns to the left of its line. */
function drawMarks(chart: Chart, state: PlotState): void {
  const { ctx } = chart;
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  state.spec.marks.forEach((mark, row) => drawMark(chart, state, mark, row));
}

function drawMark(chart: Chart, state: PlotState, mark: ChartMark, row: number): void {
  const { ctx, chartArea } = chart;
  const x = xOf(chart, mark.year);
  if (x < chartArea.left - 1 || x > chartArea.right + 1) return;
  const top = chartArea.top + row * ROW;
  ctx.strokeStyle = state.theme.color("--ink-3");
  ctx.lineWidth = 1;
  ctx.setLineDash(mark.dashed ? [3, 3] : []);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  const width = ctx.measureText(mark.label).width;
  const left = x + 5 + width > chartArea.right ? x - 5 - width : x + 5;
  haloText(chart, state, mark.label, left, top + ROW / 2, "--ink-2");
}

function drawTarget(chart: Chart, state: PlotState): void {
  const { ctx, chartArea } = chart;
  const { spec, theme, min, max } = state;
  const target = spec.target;
  if (!target || target.value < min || target.value > max) return;
  const y = yOf(chart, target.value);
  ctx.strokeStyle = theme.color("--target");
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.font = theme.font(TEXT_SIZE, 600);
  ctx.textAlign = "left";
  const width = ctx.measureText(target.label).width;
  const labelY = y - chartArea.top < ROW * 1.5 ? y + 10 : y - 10;
  haloText(chart, state, target.label, emptiestLeft(chart, state, width, labelY), labelY, "--target");
}

/** Left edge for the target's label: the third of the plot whose lines stay farthest from it. */
function emptiestLeft(chart: Chart, { spec }: PlotState, width: number, y: number): number {
  const { left, right } = chart.chartArea;
  const third = (right - left) / 3;
  const clearance = [0, 1, 2].map((part) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const { values } of spec.series)
      values.forEach((value, index) => {
        const x = xOf(chart, spec.years[index] ?? 0);
        if (value !== null && x >= left + part * third && x <= left + (part + 1) * third) nearest = Math.min(nearest, Math.abs(yOf(chart, value) - y));
      });
    return nearest;
  });
  // On a tie the right-hand third wins: the left one holds the lever marks.
  const best = clearance.lastIndexOf(Math.max(...clearance));
  return Math.min(left + best * third + 5, right - width - 4);
}

function drawDot(chart: Chart, state: PlotState, dot: ChartDot): void {
  const { ctx, chartArea } = chart;
  const { theme, min, max } = state;
  if (dot.value < min || dot.value > max) return;
  const x = xOf(chart, dot.year);
  const y = yOf(chart, dot.value);
  drawPoint(chart, state, x, y, dot.label === null ? DOT - 1 : DOT, dot.colour);
  if (dot.label === null) return;
  ctx.font = theme.font(DOT_LABEL_SIZE, 700);
  const width = ctx.measureText(dot.label).width;
  const isLast = x + 9 + width > chartArea.right;
  const left = isLast ? x - 9 - width : x + 9;
  const labelY = y - chartArea.top < 24 ? y + 15 : y - 13;
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.color("--c-halo");
  ctx.strokeText(dot.label, left, labelY);
  ctx.fillStyle = theme.color("--ink");
  ctx.fillText(dot.label, left, labelY);
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

/** The pointed year: a line, a dot on every labelled series, the year under the axis. */
function drawHairline(chart: Chart, state: PlotState): void {
  const { spec, theme, pointedYear, min, max } = state;
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
  drawnValues(spec).forEach((values, series) => {
    const value = values[index];
    const { label, colour } = spec.series[series]!;
    if (label !== null && value !== null && value !== undefined && value >= min && value <= max) drawPoint(chart, state, x, yOf(chart, value), 4, colour);
  });
  ctx.font = theme.font(TEXT_SIZE, 650);
  ctx.textAlign = "left";
  const text = String(pointedYear);
  const width = ctx.measureText(text).width;
  const left = Math.min(Math.max(x - width / 2, chartArea.left), chartArea.right - width);
  ctx.fillStyle = theme.color("--ink-2");
  ctx.fillRect(left - 4, chartArea.bottom + 4, width + 8, ROW + 2);
  ctx.fillStyle = theme.color("--surface");
  ctx.fillText(text, left, chartArea.bottom + 5 + ROW / 2);
}
