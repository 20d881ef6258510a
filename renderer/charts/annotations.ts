/** What stands on a chart beside its lines: event spans, lever marks, target, outcome dots, the linked hairline. */
import type { Chart, Plugin } from "chart.js";
import { freestSpot } from "../../shared/chart/free-spot.ts";
import type { Point, Rect } from "../../shared/chart/free-spot.ts";
import { chartBriefText } from "../../shared/chart/describe-chart.ts";
import { type ChartDot, timeText } from "../../shared/chart/chart-spec.ts";
import { fitted } from "./end-labels.ts";
import { drawHistory, drawHistoryGround, historyMarks } from "./history-marks.ts";
import { drawnPoints } from "./plot-lines.ts";
import { TEXT_SIZE, drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

const ROW = 16;
/** Rows of text at the top of the plot; what comes after is drawn without its words. */
const MOST_ROWS = 4;
const DOT = 5;
const DOT_LABEL_SIZE = 15;

export function annotations(state: PlotState): Plugin<"line"> {
  /** Where each movable label stood last, so that it stays there while it can. */
  const spots = new Map<string, number>();
  return {
    id: "annotations",
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      drawSpans(chart, state);
      drawHistoryGround(chart, state);
      drawFloor(chart, state);
      drawMarkLines(chart, state);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      chart.ctx.save();
      chart.ctx.textBaseline = "middle";
      chart.ctx.textAlign = "left";
      drawHistory(chart, state);
      const texts: Texts = { chart, state, spots, taken: [], lines: [...drawnPoints(chart), ...historyMarks(chart, state), ...targetGap(chart, state)] };
      drawRows(texts);
      drawHistoryName(texts);
      drawTarget(texts);
      for (const dot of state.spec.dots) if (state.pointedYear !== dot.year) drawDot(texts, dot);
      drawHairline(texts);
      chart.ctx.restore();
    },
  };
}

const xOf = (chart: Chart, year: number): number => chart.scales["x"]!.getPixelForValue(year);
const yOf = (chart: Chart, value: number): number => chart.scales["y"]!.getPixelForValue(value);

/** Text with a rim of the surface, so that a line behind it stays visible and the text readable. */
function rimmedText({ ctx }: Chart, { theme }: PlotState, text: string, left: number, middle: number, colour: string): void {
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.color("--c-halo");
  ctx.strokeText(text, left, middle);
  ctx.fillStyle = theme.color(colour);
  ctx.fillText(text, left, middle);
}

function drawSpans(chart: Chart, { spec, theme }: PlotState): void {
  const { ctx, chartArea } = chart;
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = theme.color("--surface-3");
  for (const { from, to } of spec.spans) {
    const left = Math.max(chartArea.left, xOf(chart, from));
    const right = Math.min(chartArea.right, xOf(chart, to));
    if (right > left) ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
  }
  ctx.globalAlpha = 1;
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

function drawMarkLines(chart: Chart, { spec, theme }: PlotState): void {
  const { ctx, chartArea } = chart;
  ctx.strokeStyle = theme.color("--ink-3");
  ctx.lineWidth = 1;
  for (const { year, dashed } of spec.marks) {
    const x = xOf(chart, year);
    if (x < chartArea.left - 1 || x > chartArea.right + 1) continue;
    ctx.setLineDash(dashed ? [3, 3] : []);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const mark of spec.marks) if (mark.until !== undefined) drawBracket(chart, mark.year, mark.until);
}

const BRACKET = 5;

/** From a mark to the year it runs to, standing on the axis; open where it runs to the end of the years. */
function drawBracket(chart: Chart, from: number, until: number): void {
  const { ctx, chartArea } = chart;
  const [left, right] = [xOf(chart, from), Math.min(xOf(chart, until), chartArea.right)];
  const top = chartArea.bottom - BRACKET;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(left, chartArea.bottom);
  ctx.lineTo(left, top);
  ctx.lineTo(right, top);
  if (right < chartArea.right - 1) ctx.lineTo(right, chartArea.bottom);
  ctx.stroke();
  ctx.lineWidth = 1;
}

interface Row {
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** Words of marks and spans, one row each so that they never collide; all at the top of the plot, or all on its floor where lines run through the top. */
function drawRows(texts: Texts): void {
  const { chart, state, taken } = texts;
  const { ctx, chartArea } = chart;
  const rows = rowsOf(chart, state);
  if (rows.length === 0) return;
  const height = rows.length * ROW;
  const left = Math.min(...rows.map((row) => row.left));
  const width = Math.max(...rows.map((row) => row.left + row.width)) - left;
  const box = place(texts, "rows", [
    { left, top: chartArea.top, width, height },
    { left, top: chartArea.bottom - height, width, height },
  ]);
  taken.pop();
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  rows.forEach((row, index) => {
    const top = box.top + index * ROW;
    rimmedText(chart, state, row.text, row.left, top + ROW / 2, "--ink-2");
    taken.push({ left: row.left, top, width: row.width, height: ROW });
  });
}

/** What stands before the projection: on its floor, or at its top where that is taken. */
function drawHistoryName(texts: Texts): void {
  const { chart, state } = texts;
  const { history } = state.spec;
  if (!history) return;
  const { chartArea, ctx } = chart;
  const width = state.theme.textWidth(ctx, history.label, TEXT_SIZE, 500);
  const tops = [chartArea.bottom - ROW - 2, chartArea.top, chartArea.bottom - 5 * ROW];
  const spot = place(
    texts,
    "history",
    tops.map((top) => ({ left: chartArea.left + 4, top, width, height: ROW })),
  );
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  rimmedText(chart, state, history.label, spot.left, spot.top + ROW / 2, "--ink-2");
}

/** Each row stands right of its line, or left of it where the plot ends. */
function rowsOf({ ctx, scales, chartArea }: Chart, { spec, theme }: PlotState): readonly Row[] {
  const named = [...spec.marks.map(({ year, label }) => ({ year, label })), ...spec.spans.map(({ from, label }) => ({ year: from, label }))];
  return named
    .filter(({ label }) => label !== "")
    .slice(0, MOST_ROWS)
    .flatMap(({ year, label }) => {
      const x = Math.max(chartArea.left, scales["x"]!.getPixelForValue(year));
      if (x > chartArea.right + 1) return [];
      const widthOf = (each: string): number => theme.textWidth(ctx, each, TEXT_SIZE, 500);
      const text = fitted(widthOf, label, chartArea.right - chartArea.left - 10);
      const width = widthOf(text);
      const left = x + 5 + width <= chartArea.right ? x + 5 : Math.max(chartArea.left + 2, x - 5 - width);
      return [{ text, left, width }];
    });
}

/** What a label that may move has to keep clear of. */
interface Texts {
  readonly chart: Chart;
  readonly state: PlotState;
  readonly spots: Map<string, number>;
  readonly taken: Rect[];
  /** Drawn lines in pixels. */
  readonly lines: readonly (readonly Point[])[];
}

/** Puts a label at the freest of its places and takes the room. */
function place(texts: Texts, key: string, candidates: readonly Rect[]): Rect {
  const { chart, lines, spots, taken } = texts;
  const { left, top, right, bottom } = chart.chartArea;
  const bounds = { left, top: top - 8, width: right - left, height: bottom - top + 8 };
  const index = freestSpot(candidates, lines, taken, bounds, spots.get(key) ?? null);
  spots.set(key, index);
  const rect = candidates[index]!;
  taken.push(rect);
  return rect;
}

/** From the scenario's value in the outcome year to the target; none where there is no target. */
function targetGap(chart: Chart, { spec: { dots, target }, min, max }: PlotState): readonly (readonly Point[])[] {
  const dot = dots.find(({ label }) => label !== null);
  if (!dot || !target || target.value < min || target.value > max) return [];
  const ends = [target.value, Math.min(Math.max(dot.value, min), max)];
  return [ends.map((value) => ({ x: xOf(chart, dot.year), y: yOf(chart, value) }))];
}

function drawTarget(texts: Texts): void {
  const { chart, state } = texts;
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
  for (const [from, to] of targetGap(chart, state)) {
    ctx.moveTo(from!.x, from!.y);
    ctx.lineTo(to!.x, to!.y);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  const width = theme.textWidth(ctx, target.label, TEXT_SIZE, 600);
  ctx.font = theme.font(TEXT_SIZE, 600);
  const third = (chartArea.right - chartArea.left) / 3;
  // Right before middle before left, because the left holds the lever marks; above the line before below it.
  const places = [2, 1, 0].map((part) => Math.min(chartArea.left + part * third + 5, chartArea.right - width - 4));
  const candidates = [y - ROW - 2, y + 3].flatMap((top) => places.map((left) => ({ width, height: ROW, left, top })));
  const { left, top } = place(texts, "target", candidates);
  rimmedText(chart, state, target.label, left, top + ROW / 2, "--target");
  texts.taken.push({ left: chartArea.left, top: y - 1, width: chartArea.right - chartArea.left, height: 2 });
}

function drawDot(texts: Texts, dot: ChartDot): void {
  const { chart, state } = texts;
  const { min, max } = state;
  if (dot.value < min || dot.value > max) return;
  const x = xOf(chart, dot.year);
  const y = yOf(chart, dot.value);
  drawPoint(chart, state, x, y, dot.label === null ? DOT - 1 : DOT, dot.colour);
  if (dot.label === null || state.pointedYear !== null) return;
  drawValue(texts, `dot:${dot.colour}`, dot.label, x, y);
}

/** A value beside its point, where it touches least. */
function drawValue(texts: Texts, key: string, text: string, x: number, y: number): void {
  const { chart, state } = texts;
  const { theme } = state;
  const width = theme.textWidth(chart.ctx, text, DOT_LABEL_SIZE, 700);
  chart.ctx.font = theme.font(DOT_LABEL_SIZE, 700);
  const height = DOT_LABEL_SIZE + 2;
  const [right, left, middle] = [x + 8, x - 8 - width, x - width / 2];
  const [above, below] = [y - 5 - height, y + 5];
  const at = (rectLeft: number, top: number): Rect => ({ left: rectLeft, top, width, height });
  const candidates = [at(right, above), at(right, below), at(left, below), at(left, above), at(middle, above - 6), at(middle, below + 6)];
  const spot = place(texts, key, candidates);
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

/** The pointed year: a line, a dot on every labelled series, the year under the axis. Without labels the first line's value stands at its point. */
function drawHairline(texts: Texts): void {
  const { chart, state } = texts;
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
  drawnValues(spec).forEach((values, series) => {
    const value = values[index];
    const { label, colour } = spec.series[series]!;
    if (value === null || value === undefined || value < min || value > max) return;
    if (label !== null || labelRoom === 0) drawPoint(chart, state, x, yOf(chart, value), 4, colour);
    if (labelRoom === 0 && series === 0) drawValue(texts, "pointed", chartBriefText(spec, spec.series[series]!, index), x, yOf(chart, value));
  });
  const text = timeText(spec, pointedYear);
  const width = theme.textWidth(ctx, text, TEXT_SIZE, 650);
  ctx.font = theme.font(TEXT_SIZE, 650);
  const left = Math.min(Math.max(x - width / 2, chartArea.left), chartArea.right - width);
  ctx.fillStyle = theme.color("--ink-2");
  ctx.fillRect(left - 4, chartArea.bottom + 4, width + 8, ROW + 2);
  ctx.fillStyle = theme.color("--surface");
  ctx.fillText(text, left, chartArea.bottom + 5 + ROW / 2);
}
