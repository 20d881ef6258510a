/** The stress matrix in words and colours: scenarios down, disruptions across, in each cell the share of need lost and its distance from status quo. */
import { AFTERMATH_MONTHS, type StressCell, type StressEvent } from "../../analysis/stress/stress.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { monthText } from "../../format/words.ts";
import { monthAt } from "../../time.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { type ComparedItem, itemInSentence, itemMark } from "../compare/compare-view-types.ts";
import type { Tone } from "../explore/explore-types.ts";

/** What a row is drawn with. */
export type StressItem = Pick<ComparedItem, "key" | "letter" | "title" | "colour" | "textColour">;

export interface StressColumn {
  readonly key: string;
  readonly event: StressEvent;
}

export interface StressColumnView {
  readonly key: string;
  readonly name: string;
  /** "12 months, −90%" */
  readonly detail: string;
  /** The event in a sentence, and what cuts its count short. */
  readonly about: string;
}

export interface StressCellView {
  readonly key: string;
  readonly text: string;
  /** "reference", "−4.2", "no change" */
  readonly difference: string;
  readonly tone: Tone;
  /** 0 (nothing is lost) to 6 (more than 45%). */
  readonly step: number;
  /** Read aloud before and after what is seen: "A, Nickel quota, need lost", "points against status quo". */
  readonly before: string;
  readonly after: string;
}

export interface StressRowView {
  readonly item: StressItem;
  readonly cells: readonly StressCellView[];
}

export interface StressMatrixView {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly StressColumnView[];
  readonly rows: readonly StressRowView[];
  readonly legend: readonly string[];
}

export interface StressMatrixInput {
  readonly dataset: Dataset;
  /** Status quo first. */
  readonly items: readonly StressItem[];
  readonly columns: readonly StressColumn[];
  /** By item and column. */
  readonly cells: readonly (readonly StressCell[])[];
  /** Number of the opened row and column; null = none. */
  readonly open: { readonly row: number; readonly column: number } | null;
}

/** Upper ends of the colour steps, shares of need. */
const CUTS = [0, 0.05, 0.1, 0.2, 0.3, 0.45] as const;
export const STRESS_LEGEND = ["0", "up to 5", "5–10", "10–20", "20–30", "30–45", "over 45%"] as const;

/** Colour step of a loss, by the value as it is shown. */
export function stressStep(loss: number): number {
  const shown = Math.round(loss * 1000) / 1000;
  const found = CUTS.findIndex((cut) => shown <= cut);
  return found < 0 ? CUTS.length : found;
}

/** One decimal: many disruptions cost a few percent. */
export const lossScale = (dataset: Dataset): DisplayScale => ({
  ...scaleFor({ id: "total_loss_share", unit: "share" }, 1, dataset.currency.symbol),
  decimals: 1,
  fineDecimals: 1,
});

/** "14.2%", "less than 0.1%", "0%", "n/a" */
export function lossText(loss: number, scale: DisplayScale): string {
  if (Number.isNaN(loss)) return NOT_AVAILABLE;
  if (loss <= 0) return "0%";
  return loss < 0.0005 ? "<0.1%" : valueText(loss, scale);
}

export function buildStressView({ dataset, items, columns, cells, open }: StressMatrixInput): StressMatrixView {
  const scale = lossScale(dataset);
  const first = columns[0]?.event.from ?? 0;
  return {
    title: finding(items, columns, cells, open, scale),
    subtitle: `Share of need lost, unmet or priced out, from ${monthText(monthAt(first, dataset.start))} to ${AFTERMATH_MONTHS} months after each disruption, %; below it the difference from status quo, points`,
    columns: columns.map(({ key, event }) => columnView(dataset, key, event)),
    rows: items.map((item, r) => ({ item, cells: columns.map((column, c) => cellView(items, column, cells, r, c, scale)) })),
    legend: STRESS_LEGEND,
  };
}

function columnView(dataset: Dataset, key: string, stress: StressEvent): StressColumnView {
  const { event, name, from, end, isCutShort } = stress;
  const cut = "event" in event ? dataset.events.find(({ id }) => id === event.event)?.severity : event.severity;
  const months = end - from;
  const short = isCutShort ? ` The run ends in ${monthText(monthAt(dataset.months - 1, dataset.start))}, before the count would.` : "";
  return {
    key,
    name,
    detail: `${months} ${months === 1 ? "month" : "months"}, −${Math.round((cut ?? 0) * 100)}%${isCutShort ? ", cut short" : ""}`,
    about: `${name}.${short}`,
  };
}

function cellView(
  items: readonly StressItem[],
  { key, event }: StressColumn,
  cells: StressMatrixInput["cells"],
  r: number,
  c: number,
  scale: DisplayScale,
): StressCellView {
  const { loss } = cells[r]![c]!;
  const text = lossText(loss, scale);
  const comparison = compareValues(Number.isNaN(loss) ? null : loss, Number.isNaN(cells[0]![c]!.loss) ? null : cells[0]![c]!.loss, scale);
  const difference = r === 0 ? "reference" : comparison.kind === "none" ? "=" : comparison.short;
  const tone = r === 0 || comparison.kind !== "change" ? "neutral" : comparison.direction === "down" ? "better" : "worse";
  const after = r === 0 ? "" : `${comparison.kind === "none" ? "no change" : "points"} against status quo`;
  return { key, text, difference, tone, step: stressStep(loss), before: `${itemMark(items[r]!)}, ${event.name}, need lost`, after };
}

/** About the opened cell; else about the disruption that costs status quo most. */
function finding(
  items: readonly StressItem[],
  columns: readonly StressColumn[],
  cells: StressMatrixInput["cells"],
  open: StressMatrixInput["open"],
  scale: DisplayScale,
): string {
  const [quo] = cells;
  if (quo === undefined || columns.length === 0) return "No disruption to test";
  const worst = quo.reduce((at, cell, c) => (cell.loss > quo[at]!.loss ? c : at), 0);
  const column = open?.column ?? worst;
  const { name } = columns[column]!.event;
  const atQuo = lossText(quo[column]!.loss, scale);
  if (open !== null && open.row > 0) {
    return `${name}: ${lossText(cells[open.row]![column]!.loss, scale)} of need lost in ${itemInSentence(items[open.row]!)}, ${atQuo} at status quo`;
  }
  const best = cells.reduce((at, row, r) => (row[column]!.loss < cells[at]![column]!.loss ? r : at), 0);
  const bestText = lossText(cells[best]![column]!.loss, scale);
  const against = best === 0 || bestText === atQuo ? "" : `, ${bestText} in ${itemMark(items[best]!)}`;
  return `${open === null ? "Costliest: " : ""}${name}${open === null ? "," : ":"} ${atQuo} of need lost at status quo${against}`;
}
