/** What the Explain screen shows: the way from status quo to a scenario, lever by lever, in two readings that each add up to the total. */
import { type Explanation, type LeverEffect, type Waterfall, waterfall } from "../../analysis/explain/explain.ts";
import { indicatorOf, type Outcome, outcomeOfTarget } from "../../analysis/outcome.ts";
import { type PlainTick, plainTicks } from "../../chart/plain-ticks.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { numberText } from "../../format/number.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import type { NamedTable, TextTable } from "../../format/table-text.ts";
import { capitalised } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import { worldName } from "../../scenario/own-world.ts";
import type { ScenarioInputs, Target } from "../../scenario/scenario.ts";
import type { Tone } from "../explore/explore-types.ts";
import { matrixAsTable, mineralsAsTable, sharesAsTable } from "./explain-export.ts";
import { type ExplainMatrix, explainMatrix, type MatrixSource, matrixSources } from "./explain-matrix.ts";
import { drawsText, finding, methodText, notesOf, subjectOf, subjectOfEach } from "./explain-text.ts";
import { barsOf, changeText, type Reading, shortChange, valueOf, type WaterfallBar, waterfallTable } from "./explain-waterfall.ts";
import { differenceView } from "../difference-view.ts";
import { targetLabel } from "../target-view.ts";

export interface ExplainRow {
  readonly lever: string;
  readonly name: string;
  readonly share: string;
  readonly alone: string;
  readonly costPerPoint: string;
}

export interface MineralRow {
  readonly mineral: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly tone: Tone;
}

export interface ExplainView {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly WaterfallBar[];
  readonly table: TextTable;
  readonly ticks: readonly PlainTick[];
  /** The scenario's target where it speaks of this outcome. */
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly rows: readonly ExplainRow[];
  readonly interaction: string;
  readonly total: string;
  readonly totalCostPerPoint: string;
  /** "points", "kt" */
  readonly unit: string;
  /** How the shares were found. */
  readonly method: string;
  /** "65 runs", "200 drawn orders, seed 1" */
  readonly draws: string;
  /** Sentences on what is worth more or less together than alone, and on levers inside others. */
  readonly notes: readonly string[];
  /** Empty where the outcome is one of the country only. */
  readonly minerals: readonly MineralRow[];
  /** Levers by minerals; null where there are no minerals. */
  readonly matrix: ExplainMatrix | null;
  /** "Import dependence of each mineral in 2035, what each lever did, points." */
  readonly matrixSubtitle: string;
  /** The tables as they leave the window. */
  readonly exports: Readonly<Record<ExplainPanel, NamedTable>>;
}

/** What the table beside the waterfall shows. */
export type ExplainPanel = "levers" | "minerals" | "both";

/** What the waterfall draws of it. */
export type WaterfallView = Pick<ExplainView, "title" | "subtitle" | "bars" | "table" | "ticks" | "target">;

export interface ExplainInput {
  readonly dataset: Dataset;
  /** The first outcome is the one explained; the others are the same of each mineral. */
  readonly explanation: Explanation;
  readonly year: number;
  readonly reading: Reading;
  readonly title: string;
  readonly inputs: ScenarioInputs;
  readonly target: Target | null;
  readonly pairs: number;
  readonly seed: number;
}

/** What is computed for one question: the outcome, and the same for each mineral where that has a meaning. */
export function explainedOutcomes(dataset: Dataset, outcome: Outcome): readonly Outcome[] {
  const indicator = outcome.indicator.startsWith("composite_") && outcome.indicator !== "composite_chain_equal" ? "dependence" : outcome.indicator;
  const isTotal = outcome.mineral === null;
  if (isTotal && indicator !== "dependence") return [outcome];
  const minerals = dataset.minerals.filter(({ stages }) => outcome.stage === null || stages.includes(outcome.stage));
  return [outcome, ...minerals.map(({ id }): Outcome => ({ indicator, mineral: id, stage: outcome.stage }))];
}

export function buildExplainView(input: ExplainInput): ExplainView {
  const { dataset, explanation, year, reading, title: scenario, pairs, seed } = input;
  const found = waterfall(explanation, 0, year);
  const indicator = indicatorOf(found.outcome);
  const scale = fineScale(indicator, Math.max(Math.abs(found.before), Math.abs(found.after)), dataset);
  const effects = sorted(found.effects, reading, found.after - found.before);
  const nameOf = (lever: string): string => dataset.levers.find(({ id }) => id === lever)?.name ?? lever;
  const bars = barsOf(found, effects, reading, { indicator, scale, nameOf });
  const target = bars.length > 0 && input.target && isAbout(input.target, found.outcome) ? input.target : null;
  const heights = [...bars.flatMap(({ from, to }) => [from, to]), ...(target ? [target.value] : [])];
  const change = changeText(found.after - found.before, scale);
  const way = `From status quo in ${worldWords(dataset, input.inputs)} to ${scenario}`;
  const subtitle = `${way}: ${subjectOf(dataset, found.outcome)} in ${year}`;
  const sources = matrixSources(dataset, explanation, year, (one, extent) => fineScale(one, extent, dataset));
  const minerals = sources.filter(({ column }) => column.mineral !== null);
  const ofEach = minerals.length === 0 ? "" : `${subjectOfEach(dataset, minerals[0]!.fall.outcome)} in ${year}`;
  const matrix = sources.length === 0 ? null : explainMatrix(sources, effects, reading, nameOf);
  return {
    title: finding(found, effects, scale, nameOf),
    subtitle,
    bars,
    table: waterfallTable(bars, scale),
    ticks: plainTicks(Math.min(0, ...heights), Math.max(0, ...heights) * 1.04, scale),
    target: target && { value: target.value, label: targetLabel(target.value, target.year, scaleFor(indicator, target.value, dataset.currency.symbol)) },
    rows: effects.map((effect) => rowOf(effect, scale, indicator, dataset, nameOf)),
    interaction: changeText(found.interaction, scale),
    total: change,
    totalCostPerPoint: costPerPointText(totalCostPerPoint(found, indicator), dataset),
    unit: scale.differenceSuffix.trim() || "units",
    method: methodText(explanation, change, pairs, seed),
    draws: drawsText(explanation, pairs, seed),
    notes: notesOf(explanation, effects, scale, nameOf),
    minerals: minerals.map(mineralRow),
    matrix,
    matrixSubtitle: `${capitalised(ofEach)}, ${reading === "shares" ? "what each lever did" : "what each lever does alone"}${matrix?.unit == null ? "" : `, ${matrix.unit}`}.`,
    exports: {
      levers: sharesAsTable({ subtitle, found, effects, scale, nameOf, currency: dataset.currency.symbol, isPriced: indicator.unit === "share" }),
      minerals: mineralsAsTable(`${way}: ${ofEach}`, minerals),
      both: matrixAsTable(`${way}: ${ofEach}`, sources, effects, reading, nameOf),
    },
  };
}

function isAbout(target: Target, { indicator, mineral, stage }: Outcome): boolean {
  const meant = outcomeOfTarget(target);
  return meant.indicator === indicator && meant.mineral === mineral && stage === null;
}

/** "this world", by its name where it is not the dataset's first. */
function worldWords(dataset: Dataset, inputs: ScenarioInputs): string {
  const isDefault = inputs.own_world === undefined && inputs.world === dataset.worlds[0]?.id;
  return isDefault ? "this world" : `this world, ${worldName(dataset, inputs)},`;
}

/** One decimal more than elsewhere: small shares are what this screen is for. */
function fineScale(indicator: Indicator, extent: number, dataset: Dataset): DisplayScale {
  const scale = scaleFor(indicator, Number.isFinite(extent) ? extent : 0, dataset.currency.symbol);
  return { ...scale, decimals: scale.fineDecimals };
}

/** Those that go the way of the whole first, the largest first. */
function sorted(effects: readonly LeverEffect[], reading: Reading, total: number): readonly LeverEffect[] {
  const sign = total < 0 ? 1 : -1;
  return effects.toSorted((a, b) => sign * (valueOf(a, reading) - valueOf(b, reading)));
}

function rowOf(effect: LeverEffect, scale: DisplayScale, indicator: Indicator, dataset: Dataset, nameOf: (lever: string) => string): ExplainRow {
  const error = effect.standardError === null ? "" : ` ± ${numberText(effect.standardError / scale.divisor, scale.decimals)}`;
  return {
    lever: effect.lever,
    name: nameOf(effect.lever),
    share: shortChange(effect.share, scale) + error,
    alone: shortChange(effect.solo, scale),
    costPerPoint: costPerPointText(indicator.unit === "share" ? effect.costPerPoint : null, dataset),
  };
}

/** "$84 m", "$1.3 m", "under $0.1 m", "$0"; millions a year for each point. */
export function costPerPointText(cost: number | null, { currency: { symbol } }: Pick<Dataset, "currency">): string {
  if (cost === null) return NOT_AVAILABLE;
  if (cost === 0) return `${symbol}0`;
  if (cost > 0 && cost < LEAST_COST / 2) return `under ${symbol}${LEAST_COST} m`;
  return `${symbol}${numberText(cost, cost >= 10 ? 0 : 1)} m`;
}
/** The smallest cost that one digit shows, millions a year. */
const LEAST_COST = 0.1;

/** What a point of the whole change costs; null where nothing improves. */
function totalCostPerPoint({ before, after, effects }: Waterfall, { unit, better }: Indicator): number | null {
  const points = (better === "up" ? after - before : before - after) / 0.01;
  return unit === "share" && points > 0 ? effects.reduce((sum, { cost }) => sum + cost, 0) / points : null;
}

function mineralRow({ column, fall: { outcome, before, after }, scale }: MatrixSource): MineralRow {
  const text = (value: number): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));
  const comparison = compareValues(Number.isNaN(after) ? null : after, Number.isNaN(before) ? null : before, scale);
  return {
    mineral: column.mineral!,
    name: column.name,
    before: text(before),
    after: text(after),
    change: comparison.difference,
    tone: differenceView(comparison, indicatorOf(outcome)).tone,
  };
}
