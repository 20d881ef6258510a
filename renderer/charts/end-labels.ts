/** Names at the line ends instead of a legend; with a hairline on the chart, the values of that year in their place. */
import type { Chart, Plugin } from "chart.js";
import type { ChartSeries, EndLabel } from "../../shared/chart/chart-spec.ts";
import { placeLabels } from "../../shared/chart/label-layout.ts";
import { chartBriefText, covers } from "../../shared/chart/describe-chart.ts";
import { fitted, fittedApart } from "./fitted-text.ts";
import { boundAt } from "./history-marks.ts";
import { LABEL_SIZE, TEXT_SIZE, drawnValues } from "./plot-state.ts";
import type { PlotState } from "./plot-state.ts";

/* Lengths are those at the plain type size. */
const GAP = 14;
/** Before a value of the pointed year: no leader has to find its way. */
const READOUT_GAP = 6;
const BAR = 3;
const TEXT_GAP = 8;
const LINE_HEIGHT = 17;
/** Labels may stand this far above and below the plot. */
const OVERHANG = 6;
const LEAST_ROOM = 104;
const MOST_ROOM = 192;
const READOUT_ROOM = 128;
/** A line that ends farther than this from the plot's edge is led there by dots at its own height, so that no leader looks like a line. */
const FAR = 12;

interface Label {
  /** Value of the pointed year, in front of the name; null = the name alone. */
  readonly value: string | null;
  readonly name: string;
  readonly detail: string | null;
  readonly weight: number;
  readonly colour: string;
  readonly anchor: number;
  readonly height: number;
  /** Where the line ends, in pixels from the left; null = the label has no line to point at. */
  readonly from: number | null;
}

export const endLabels = (state: PlotState): Plugin<"line"> => ({
  id: "endLabels",
  afterDatasetsDraw(chart) {
    const labels = collect(chart, state);
    if (labels.length === 0) return;
    const { theme } = state;
    const { top, bottom } = chart.chartArea;
    const places = placeLabels(labels, top - theme.px(OVERHANG), bottom + theme.px(OVERHANG));
    const widthOf = (text: string): number => theme.textWidth(chart.ctx, text, LABEL_SIZE, 500);
    const rooms = labels.map((label) => state.labelRoom - textLeft(state, label) - valueWidth(chart, state, label));
    const names = fittedApart(
      widthOf,
      labels.map(({ name }) => name),
      rooms,
    );
    labels.forEach((label, index) => drawLabel(chart, state, { ...label, name: names[index]! }, places[index]!));
  },
});

function collect(chart: Chart, state: PlotState): readonly Label[] {
  const { spec, pointedYear } = state;
  const yearIndex = pointedYear === null ? -1 : spec.years.indexOf(pointedYear);
  const drawn = drawnValues(spec);
  return spec.series.flatMap((series, index) => {
    // Published figures have no name at a line's end, but their year can be pointed at.
    if (!series.label && !(series.role === "published" && yearIndex >= 0)) return [];
    if (yearIndex >= 0 && !covers(spec, series, yearIndex)) return [];
    const at = yearIndex >= 0 ? yearIndex : drawn[index]!.findLastIndex((value) => value !== null);
    const place = placeOf(chart, state, drawn, index, at);
    return place ? [labelOf(state, series, at, yearIndex >= 0, place)] : [];
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** The value lies above or below the scale. */
  readonly outside: "above" | "below" | null;
}

/** Where the value at index `at` stands: on its line, in the middle of its area in a stack, on the edge where it leaves the scale. */
function placeOf(chart: Chart, state: PlotState, drawn: readonly (readonly (number | null)[])[], series: number, at: number): Place | null {
  const { spec, min, max } = state;
  const value = drawn[series]?.[at] ?? boundAt(spec, series, at);
  const { top, bottom, right } = chart.chartArea;
  if (value === null || value === undefined) {
    // What was withheld has no place, but a word.
    if (spec.series[series]!.words?.[at]) return { x: right, y: (top + bottom) / 2, outside: null };
    return spec.series[series]!.label?.detail ? { x: right, y: bottom, outside: "below" } : null;
  }
  const below = spec.form === "stack" ? (series > 0 ? (drawn[series - 1]?.[at] ?? 0) : 0) : value;
  const shown = (value + below) / 2;
  const y = chart.scales["y"]!.getPixelForValue(shown);
  const outside = shown > max ? "above" : shown < min ? "below" : null;
  return { x: chart.scales["x"]!.getPixelForValue(spec.years[at] ?? 0), y: Math.min(Math.max(y, top), bottom), outside };
}

const PUBLISHED: EndLabel = { text: "", detail: "published", bold: false };
const ARROWS = { above: "↑", below: "↓" } as const;

function labelOf({ spec, theme }: PlotState, series: ChartSeries, at: number, isReadout: boolean, { x, y, outside }: Place): Label {
  const label = series.label ?? PUBLISHED;
  const value = series.values[at] ?? null;
  const text = chartBriefText(spec, series, at);
  const arrow = outside === null ? "" : `${ARROWS[outside]} `;
  const ownDetail = outside !== null && label.detail === null && value !== null ? text : label.detail;
  const detail = isReadout ? label.detail : ownDetail === null ? null : arrow + ownDetail;
  return {
    value: isReadout ? arrow + text : null,
    name: label.text,
    detail,
    weight: label.bold ? 650 : 500,
    colour: series.colour,
    anchor: y,
    height: theme.px(LINE_HEIGHT) * (detail === null ? 1 : 1.9),
    from: isReadout ? null : x,
  };
}

/** From the end of a line at (`from`, `anchor`) to its label at (`left`, `y`). */
function drawLeader({ ctx, chartArea }: Chart, from: number, anchor: number, left: number, y: number): void {
  const isFar = chartArea.right - from > FAR;
  if (isFar) {
    ctx.setLineDash([1, 4]);
    ctx.beginPath();
    ctx.moveTo(from + 4, anchor);
    ctx.lineTo(chartArea.right, anchor);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.beginPath();
  ctx.moveTo((isFar ? chartArea.right : from) + 4, anchor);
  ctx.lineTo(left - 4, y);
  ctx.lineTo(left - 1, y);
  ctx.stroke();
}

const gapOf = ({ theme }: PlotState, { value }: Label): number => theme.px(value === null ? GAP : READOUT_GAP);

/** Where the text of a label begins, from the end of the plot. */
const textLeft = (state: PlotState, label: Label): number => gapOf(state, label) + state.theme.px(TEXT_GAP);

/** Of the value and the space behind it. */
const valueWidth = ({ ctx }: Chart, { theme }: PlotState, { value }: Label): number =>
  value === null ? 0 : theme.textWidth(ctx, `${value}  `, LABEL_SIZE, 650);

function drawLabel(chart: Chart, state: PlotState, label: Label, y: number): void {
  const { theme, labelRoom } = state;
  const { ctx } = chart;
  const left = chart.chartArea.right + gapOf(state, label);
  const begin = chart.chartArea.right + textLeft(state, label);
  const nameLeft = begin + valueWidth(chart, state, label);
  ctx.save();
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = theme.color(label.colour);
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = 1;
  if (label.from !== null) {
    ctx.globalAlpha = 0.75;
    drawLeader(chart, label.from, label.anchor, left, y);
    ctx.globalAlpha = 1;
  }
  ctx.fillRect(left, y - label.height / 2 + 3, BAR, label.height - 6);
  const write = (text: string, size: number, weight: number, colour: string, x: number, middle: number): void => {
    const shown = fitted((each) => theme.textWidth(ctx, each, size, weight), text, chart.chartArea.right + labelRoom - x);
    ctx.font = theme.font(size, weight);
    ctx.fillStyle = theme.color(colour);
    ctx.fillText(shown, x, middle);
  };
  const line = theme.px(LINE_HEIGHT) * 0.45;
  const middle = label.detail === null ? y : y - line;
  if (label.value !== null) write(label.value, LABEL_SIZE, 650, "--ink", begin, middle);
  write(label.name, LABEL_SIZE, label.weight, "--ink", nameLeft, middle);
  if (label.detail !== null) write(label.detail, TEXT_SIZE, 400, "--ink-2", begin, y + line);
  ctx.restore();
}

/** Room that the labels of a chart need at the right; values in front of them may shorten long names. None without labels. */
export function labelRoom(ctx: CanvasRenderingContext2D, { spec, theme, axis }: Pick<PlotState, "spec" | "theme" | "axis">): number {
  const labels = spec.series.flatMap(({ label }) => (label ? [label] : []));
  if (labels.length === 0) return 0;
  const wide = (text: string): number => theme.textWidth(ctx, text, LABEL_SIZE, 650);
  const small = (text: string): number => theme.textWidth(ctx, text, TEXT_SIZE, 400);
  const value = wide(`${axis.ticks.at(-1)?.label ?? ""}  `);
  let widest = 0;
  for (const { text, detail } of labels) {
    const name = wide(text);
    widest = Math.max(widest, name, Math.min(value + name, theme.px(READOUT_ROOM)), detail === null ? 0 : small(detail));
  }
  if (spec.belowScale !== null) widest = Math.max(widest, small(`${ARROWS.below} ${spec.belowScale}`));
  return Math.min(theme.px(MOST_ROOM), Math.max(theme.px(LEAST_ROOM), Math.ceil(theme.px(GAP + TEXT_GAP) + widest)));
}
