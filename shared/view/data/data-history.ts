/** Published against recomputed net import reliance, as text: every row, also where it misses. */
import type { BaseYearCheck, Dataset } from "../../dataset/dataset.ts";
import type { NirRow } from "../../dataset/nir-table.ts";
import { MINUS, numberText, roundToSteps, stepsText } from "../../format/number.ts";
import { capitalised, listText, shortName } from "../../format/words.ts";

export interface HistoryRow {
  readonly id: string;
  readonly subject: string;
  readonly year: string;
  readonly published: string;
  readonly computed: string;
  readonly difference: string;
  readonly bound: string;
  readonly agrees: boolean;
  /** Of a miss: the other way to compute it, and how the table says that the figure is counted; "" for the others. */
  readonly reason: string;
  /** True for rows that are fit for history only. */
  readonly historyOnly: boolean;
}

export interface HistoryView {
  /** "104 of 109 published figures are met within rounding" */
  readonly finding: string;
  /** By how much the others miss; "" where all agree. */
  readonly misses: string;
  readonly rows: readonly HistoryRow[];
}

/** Rows of the sources' best quality are graded A; all others are labelled. */
const isHistoryOnly = ({ quality }: NirRow): boolean => quality !== "" && !quality.startsWith("A");

/** Misses first, largest first; then by mineral and year. */
export function historyView(rows: readonly NirRow[]): HistoryView {
  const missed = rows.filter(({ agrees }) => !agrees);
  const sizes = missed.map(({ differencePoints }) => Math.abs(differencePoints)).toSorted((x, y) => y - x);
  const order = rows.toSorted(
    (a, b) =>
      Number(a.agrees) - Number(b.agrees) ||
      (a.agrees ? 0 : Math.abs(b.differencePoints) - Math.abs(a.differencePoints)) ||
      a.mineral.localeCompare(b.mineral, "en") ||
      a.form.localeCompare(b.form, "en") ||
      a.year - b.year,
  );
  return {
    finding: `${rows.length - missed.length} of ${rows.length} published figures are met within rounding`,
    misses: missesText(sizes),
    rows: order.map((row) => ({
      id: String(row.line),
      subject: capitalised((row.form === "" ? row.mineral : `${row.mineral}, ${row.form}`).replaceAll("_", " ")),
      year: String(row.year),
      published: `${numberText(row.publishedPct, Number.isInteger(row.publishedPct) ? 0 : 1)}%`,
      computed: `${numberText(row.computedPct, 1)}%`,
      difference: pointsText(row.differencePoints),
      bound: `±${numberText(row.boundPoints, 1)}`,
      agrees: row.agrees,
      reason: row.agrees ? "" : reasonText(row),
      historyOnly: isHistoryOnly(row),
    })),
  };
}

/** "From trade and stock changes it is 75.9%, 1.1 points below the published figure. How it is counted: old scrap only." */
function reasonText({ fromTradePct, publishedPct, boundPoints, convention }: NirRow): string {
  const counted = convention === "" ? "The table does not say how it is counted." : `How it is counted: ${convention.replace(/\.$/, "")}.`;
  if (fromTradePct === null) return counted;
  const difference = fromTradePct - publishedPct;
  const side = difference < 0 ? "below" : "above";
  const against = Math.abs(difference) <= boundPoints ? "within the rounding of" : `${numberText(Math.abs(difference), 1)} points ${side}`;
  return `From trade and stock changes it is ${numberText(fromTradePct, 1)}%, ${against} the published figure. ${counted}`;
}

/** More sizes than this are a middle and a largest. */
const FEW = 3;

/** `sizes` in points, largest first. */
function missesText(sizes: readonly number[]): string {
  const points = (size: number): string => numberText(size, 1);
  const middle = sizes[Math.floor(sizes.length / 2)];
  if (middle === undefined) return "";
  if (sizes.length > FEW) return `${sizes.length} miss: the middle one by ${points(middle)} points, the largest by ${points(sizes[0] ?? 0)}.`;
  return `${sizes.length === 1 ? "One misses" : `${sizes.length} miss`}, by ${listText(sizes.map(points))} points.`;
}

export interface BaseYearRow {
  readonly mineral: string;
  readonly published: string;
  readonly computed: string;
  readonly difference: string;
  readonly exposure: string;
  /** What the dataset notes about the row, as a sentence; "" where it agrees. */
  readonly note: string;
}

/** The dataset's own table: its base year against what was published for it. */
export const baseYearView = ({ baseYearChecks, minerals }: Pick<Dataset, "baseYearChecks" | "minerals">): readonly BaseYearRow[] =>
  baseYearChecks.map((row: BaseYearCheck) => ({
    mineral: shortName(minerals.find(({ id }) => id === row.mineral)?.name ?? row.mineral),
    published: row.publishedNirPct === null ? row.publishedBound || "n/a" : percent(row.publishedNirPct),
    computed: percent(row.computedNirPct),
    difference: row.differencePoints === null ? "" : pointsText(row.differencePoints),
    exposure: percent(row.modelNirxPct),
    note: noteText(row.verdict),
  }));

/** What the verdicts of the table mean; what follows them is the dataset's own reason. */
const VERDICTS: Readonly<Record<string, string>> = {
  trivial: "Agrees, but proves little",
  "not a test": "Agrees, but proves nothing",
  "outside rounding": "Differs by more than rounding",
};

/** "trivial: no domestic output; ok" → "Agrees, but proves little: no domestic output." */
function noteText(verdict: string): string {
  const text = verdict.replace(/;? ?ok$/, "");
  if (text === "") return "";
  const [kind = "", ...reason] = text.split(": ");
  const words = VERDICTS[kind] ?? capitalised(kind);
  return `${[words, ...reason].join(": ")}.`;
}

const percent = (value: number | null): string => (value === null ? "n/a" : `${numberText(value, 1)}%`);

/** "+0.4", "−2.1", "0.0" */
function pointsText(value: number): string {
  const steps = roundToSteps(value, 1);
  return steps === 0 ? "0.0" : (steps < 0 ? MINUS : "+") + stepsText(Math.abs(steps), 1);
}
