/** Levers down, minerals across: what each lever does to each mineral, in columns that add up to the mineral's change. */
import { type Explanation, type LeverEffect, type Waterfall, waterfall } from "../../analysis/explain/explain.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { roundToSteps } from "../../format/number.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { shortName } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import { differenceView } from "../difference-view.ts";
import type { Tone } from "../explore/explore-types.ts";
import { type Reading, valueOf } from "./explain-waterfall.ts";

export interface MatrixColumn {
  readonly key: string;
  /** null = all minerals together. */
  readonly mineral: string | null;
  readonly name: string;
  /** "points", "kt"; of the changes. */
  readonly unit: string;
}

export interface MatrixCell {
  readonly key: string;
  /** "−4.2", "<0.1", "=", "n/a" */
  readonly text: string;
  readonly tone: Tone;
}

export interface MatrixRow {
  readonly key: string;
  readonly name: string;
  /** sum: the change of the column, which the rows above add up to. */
  readonly kind: "status-quo" | "effect" | "sum" | "scenario";
  readonly cells: readonly MatrixCell[];
}

export interface ExplainMatrix {
  /** The one unit of all columns; null = each has its own. */
  readonly unit: string | null;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly notes: readonly string[];
}

/** One column in numbers. */
export interface MatrixSource {
  readonly column: MatrixColumn;
  readonly fall: Waterfall;
  readonly scale: DisplayScale;
}

/** The columns that an explanation holds: all minerals together where it is about them, then each mineral. Empty for outcomes of the country alone. */
export function matrixSources(
  dataset: Dataset,
  explanation: Explanation,
  year: number,
  scaleOf: (indicator: Indicator, extent: number) => DisplayScale,
): readonly MatrixSource[] {
  const { outcomes } = explanation;
  if (outcomes.length < 2) return [];
  const first = outcomes[0]!.mineral === null ? 0 : 1;
  return outcomes.slice(first).map((outcome, i) => {
    const fall = waterfall(explanation, first + i, year);
    const scale = scaleOf(indicatorOf(outcome), Math.max(Math.abs(fall.before), Math.abs(fall.after)));
    const { mineral } = outcome;
    const name = mineral === null ? "All minerals" : shortName(dataset.minerals.find(({ id }) => id === mineral)!.name);
    return { column: { key: mineral ?? "all", mineral, name, unit: scale.differenceSuffix.trim() || "units" }, fall, scale };
  });
}

/** `order`: the levers, the most effective first. */
export function explainMatrix(
  sources: readonly MatrixSource[],
  order: readonly LeverEffect[],
  reading: Reading,
  nameOf: (lever: string) => string,
): ExplainMatrix {
  const row = (key: string, name: string, kind: MatrixRow["kind"], cellOf: (source: MatrixSource) => Omit<MatrixCell, "key">): MatrixRow => ({
    key,
    name,
    kind,
    cells: sources.map((source) => ({ key: source.column.key, ...cellOf(source) })),
  });
  const value = (which: "before" | "after") => (source: MatrixSource) => ({ text: wholeText(source.fall[which], source.scale), tone: "neutral" as const });
  const units = new Set(sources.map(({ column }) => column.unit));
  return {
    unit: units.size === 1 ? [...units][0]! : null,
    columns: sources.map(({ column }) => column),
    rows: [
      row("status-quo", "Status quo", "status-quo", value("before")),
      ...order.map(({ lever }) => row(lever, nameOf(lever), "effect", (source) => changeCell(source, effectIn(source, lever, reading)))),
      ...(reading === "alone" ? [row("interaction", "Interaction", "effect", (source) => changeCell(source, source.fall.interaction))] : []),
      row("sum", "Change", "sum", (source) => changeCell(source, source.fall.after, source.fall.before)),
      row("scenario", "Scenario", "scenario", value("after")),
    ],
    notes: notesOf(sources, reading),
  };
}

/** What a lever does in one column, in the indicator's unit. */
export function effectIn({ fall }: MatrixSource, lever: string, reading: Reading): number {
  const effect = fall.effects.find((one) => one.lever === lever);
  return effect === undefined ? NaN : valueOf(effect, reading);
}

const wholeText = (value: number, scale: DisplayScale): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));

function changeCell({ fall, scale }: MatrixSource, to: number, from = 0): Omit<MatrixCell, "key"> {
  if (Number.isNaN(to) || Number.isNaN(from)) return { text: NOT_AVAILABLE, tone: "neutral" };
  const comparison = compareValues(to, from, scale);
  return { text: comparison.kind === "none" ? "=" : comparison.short, tone: differenceView(comparison, indicatorOf(fall.outcome)).tone };
}

/** Where the shown parts of a column miss its shown sum because each is rounded by itself. */
function isOff({ fall, scale }: MatrixSource, reading: Reading): boolean {
  const steps = (value: number): number => roundToSteps(value / scale.divisor, scale.decimals);
  const parts = [...fall.effects.map((effect) => valueOf(effect, reading)), ...(reading === "alone" ? [fall.interaction] : [])];
  return parts.reduce((sum, part) => sum + steps(part), 0) !== steps(fall.after) - steps(fall.before);
}

function notesOf(sources: readonly MatrixSource[], reading: Reading): readonly string[] {
  const isSomeOff = sources.some((source) => Number.isFinite(source.fall.after - source.fall.before) && isOff(source, reading));
  const whole = sources.find(({ column }) => column.mineral === null);
  const isPlainMean = whole?.fall.outcome.indicator === "composite_equal";
  const sums = `Each column adds up from status quo to scenario${isSomeOff ? ", but for the rounding of its numbers; copies have more digits" : ""}.`;
  return [
    whole === undefined ? sums : `${sums} All minerals is the ${isPlainMean ? "plain mean" : "mean, weighted by base-year value,"} of the others, row by row.`,
  ];
}
