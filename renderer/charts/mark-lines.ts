/** What stands at a year: event spans, the lines of lever starts and effects with their bracket, and the words of all of them. */
import type { Chart } from "chart.js";
import type { ChartMark } from "../../shared/chart/chart-spec.ts";
import { fitted } from "./fitted-text.ts";
import { place, rimmedText, rowHeight } from "./movable-label.ts";
import type { MovableLabels } from "./movable-label.ts";
import { xOf } from "./plot-place.ts";
import { TEXT_SIZE } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

/** Rows of text at the top of the plot; what comes after is drawn without its words. */
const MOST_ROWS = 4;
/** Rows at the top keep clear of the uppermost gridline. */
const ROWS_GAP = 3;
/** Where the rows may begin, as shares of the room from the top of the plot to its floor, the best first. */
const HEIGHTS = [0, 1, 0.75, 0.5, 0.25];

export function drawSpans(chart: Chart, { spec, theme }: PlotState): void {
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
export function drawFloor({ ctx, chartArea }: Chart, { theme }: PlotState): void {
  ctx.strokeStyle = theme.color("--line-ctl");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(chartArea.left, chartArea.bottom + 0.5);
  ctx.lineTo(chartArea.right, chartArea.bottom + 0.5);
  ctx.stroke();
}

export function drawMarkLines(chart: Chart, { spec, theme }: PlotState): void {
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
  for (const mark of spec.marks) if (mark.until !== undefined) drawBracket(chart, mark.year, mark.until.year);
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

/** What a bracket runs to: above its end, or where lines run there at its begin. */
function drawBracketName(labels: MovableLabels, from: number, until: NonNullable<ChartMark["until"]>): void {
  const { chart, state } = labels;
  const { ctx, chartArea } = chart;
  const width = state.theme.textWidth(ctx, until.label, TEXT_SIZE, 500);
  const [begin, end] = [xOf(chart, from), Math.min(xOf(chart, until.year), chartArea.right)];
  const row = rowHeight(state);
  const top = chartArea.bottom - BRACKET - 1 - row;
  const lefts = [end - width, begin + 5].map((left) => Math.min(Math.max(left, chartArea.left + 2), chartArea.right - width));
  const spot = place(
    labels,
    "bracket",
    lefts.map((left) => ({ left, top, width, height: row })),
  );
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  rimmedText(chart, state, until.label, spot.left, spot.top + row / 2, "--ink-2");
}

interface Row {
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** Words of marks and spans, one row each so that they never collide; all at the top of the plot, where lines run through it on its floor, else between them. */
export function drawRows(labels: MovableLabels): void {
  const { chart, state, taken } = labels;
  const { ctx, chartArea } = chart;
  for (const mark of state.spec.marks) if (mark.until !== undefined) drawBracketName(labels, mark.year, mark.until);
  const rows = rowsOf(chart, state);
  if (rows.length === 0) return;
  const rowHigh = rowHeight(state);
  const height = rows.length * rowHigh;
  const left = Math.min(...rows.map((row) => row.left));
  const width = Math.max(...rows.map((row) => row.left + row.width)) - left;
  const top = chartArea.top + ROWS_GAP;
  const room = chartArea.bottom - BRACKET - 2 - height - top;
  const box = place(
    labels,
    "rows",
    HEIGHTS.map((share) => ({ left, top: top + share * room, width, height })),
  );
  taken.pop();
  ctx.font = state.theme.font(TEXT_SIZE, 500);
  rows.forEach((row, index) => {
    const rowTop = box.top + index * rowHigh;
    rimmedText(chart, state, row.text, row.left, rowTop + rowHigh / 2, "--ink-2");
    taken.push({ left: row.left, top: rowTop, width: row.width, height: rowHigh });
  });
}

/** A name is shortened to the room right of its line, unless less than this is left there. */
const LEAST_NAME = 110;

/** Each row stands right of its line, or left of it where the plot ends; never over the published years. */
function rowsOf({ ctx, scales, chartArea }: Chart, { spec, theme }: PlotState): readonly Row[] {
  const named = [...spec.marks.map(({ year, label }) => ({ year, label })), ...spec.spans.map(({ from, label }) => ({ year: from, label }))];
  return named
    .filter(({ label }) => label !== "")
    .slice(0, MOST_ROWS)
    .flatMap(({ year, label }) => {
      const x = Math.max(chartArea.left, scales["x"]!.getPixelForValue(year));
      if (x > chartArea.right + 1) return [];
      const widthOf = (each: string): number => theme.textWidth(ctx, each, TEXT_SIZE, 500);
      const begin = spec.history ? scales["x"]!.getPixelForValue(spec.history.to) + 4 : chartArea.left + 2;
      const beside = chartArea.right - x - 5;
      const text = fitted(widthOf, label, beside >= LEAST_NAME ? beside : chartArea.right - begin);
      const width = widthOf(text);
      const left = width <= beside ? x + 5 : Math.max(begin, x - 5 - width);
      return [{ text, left, width }];
    });
}
