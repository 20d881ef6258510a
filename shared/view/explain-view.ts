/** What the Explain screen shows: the way from status quo to a scenario, lever by lever, in two readings that each add up to the total. */
import { type Explanation, type LeverEffect, type Waterfall, waterfall } from "../analysis/explain.ts";
import { indicatorOf, type Outcome, outcomeOfTarget } from "../analysis/outcome.ts";
import { type PlainTick, plainTicks } from "../chart/plain-ticks.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { compareValues } from "../format/comparison.ts";
import { numberText } from "../format/number.ts";
import { NOT_AVAILABLE, valueText } from "../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../format/scale.ts";
import { capitalised, inSentence, listText, shortName } from "../format/words.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { worldName } from "../scenario/own-world.ts";
import type { ScenarioInputs, Target } from "../scenario/scenario.ts";
import type { Tone } from "./explore-types.ts";
import { differenceView } from "./difference-view.ts";
import { targetLabel } from "./target-view.ts";
import { stageLabel } from "./view-context.ts";

/** shares: order-free (Shapley). alone: what each lever does by itself, and one bar for what they do together. */
export type Reading = "shares" | "alone";

export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  readonly kind: "status-quo" | "effect" | "interaction" | "scenario";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: Tone;
}

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
  /** Sentences on what is worth more or less together than alone, and on levers inside others. */
  readonly notes: readonly string[];
  /** Empty where the outcome is one of the country only. */
  readonly minerals: readonly MineralRow[];
}

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
  return {
    title: finding(found, effects, scale, nameOf),
    subtitle: `From status quo in ${worldWords(dataset, input.inputs)} to ${scenario}: ${subjectOf(dataset, found.outcome)} in ${year}`,
    bars,
    ticks: plainTicks(Math.min(0, ...heights), Math.max(0, ...heights) * 1.04, scale),
    target: target && { value: target.value, label: targetLabel(target.value, target.year, scaleFor(indicator, target.value, dataset.currency.symbol)) },
    rows: effects.map((effect) => rowOf(effect, scale, indicator, dataset, nameOf)),
    interaction: changeText(found.interaction, scale),
    total: change,
    totalCostPerPoint: costText(totalCostPerPoint(found, indicator), dataset),
    unit: scale.differenceSuffix.trim() || "units",
    method: methodText(explanation, change, pairs, seed),
    notes: notesOf(explanation, effects, scale, nameOf),
    minerals: mineralRows(dataset, explanation, year),
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

/** "−9.8 points", "no change", "less than 0.1 points", "n/a" */
const changeText = (change: number, scale: DisplayScale): string => (Number.isNaN(change) ? NOT_AVAILABLE : compareValues(change, 0, scale).difference);

/** As `changeText` where the unit stands elsewhere. */
function shortChange(change: number, scale: DisplayScale): string {
  if (Number.isNaN(change)) return NOT_AVAILABLE;
  const comparison = compareValues(change, 0, scale);
  return comparison.kind === "change" ? comparison.short : comparison.kind === "tiny" ? comparison.short : "no change";
}

const valueOf = (effect: LeverEffect, reading: Reading): number => (reading === "shares" ? effect.share : effect.solo);

/** Those that go the way of the whole first, the largest first. */
function sorted(effects: readonly LeverEffect[], reading: Reading, total: number): readonly LeverEffect[] {
  const sign = total < 0 ? 1 : -1;
  return effects.toSorted((a, b) => sign * (valueOf(a, reading) - valueOf(b, reading)));
}

interface Words {
  readonly indicator: Indicator;
  readonly scale: DisplayScale;
  readonly nameOf: (lever: string) => string;
}

/** Where more levers than this differ, those without any effect share one bar. */
const MOST_BARS = 7;

function barsOf(found: Waterfall, effects: readonly LeverEffect[], reading: Reading, { indicator, scale, nameOf }: Words): readonly WaterfallBar[] {
  if (Number.isNaN(found.before) || Number.isNaN(found.after)) return [];
  let at = found.before;
  const step = (key: string, label: string, kind: WaterfallBar["kind"], change: number): WaterfallBar => {
    const from = at;
    at += change;
    return { key, label, kind, from, to: at, text: shortChange(change, scale), tone: differenceView(compareValues(change, 0, scale), indicator).tone };
  };
  const whole = (key: string, label: string, kind: WaterfallBar["kind"], value: number): WaterfallBar => ({
    key,
    label,
    kind,
    from: 0,
    to: value,
    text: valueText(value, scale),
    tone: "neutral",
  });
  const idle = effects.filter((effect) => valueOf(effect, reading) === 0);
  const moving = effects.length > MOST_BARS && idle.length > 1 ? effects.filter((effect) => !idle.includes(effect)) : effects;
  return [
    whole("status-quo", "Status quo in this world", "status-quo", found.before),
    ...moving.map((effect) => step(effect.lever, nameOf(effect.lever), "effect", valueOf(effect, reading))),
    ...(moving === effects ? [] : [step("idle", `${idle.length} other levers`, "effect", 0)]),
    ...(reading === "alone" ? [step("interaction", "Interaction", "interaction", found.interaction)] : []),
    whole("scenario", "This scenario", "scenario", found.after),
  ];
}

/** Share of the whole change that the levers of the finding must make up. */
const MOST = 0.5;

/** "Recycling rate and processing support do most of the work: 8.3 of 11.1 points" */
function finding({ before, after, year, outcome }: Waterfall, effects: readonly LeverEffect[], scale: DisplayScale, nameOf: (lever: string) => string): string {
  const total = after - before;
  if (Number.isNaN(total)) return `${indicatorOf(outcome).label} is not defined in ${year}`;
  if (compareValues(after, before, scale).kind !== "change") return `The levers together change nothing that can be seen in ${year}`;
  let sum = 0;
  const names: string[] = [];
  for (const { lever, share } of effects.toSorted((a, b) => b.share / total - a.share / total)) {
    sum += share;
    names.push(names.length === 0 ? nameOf(lever) : inSentence(nameOf(lever)));
    if (sum / total >= MOST || names.length === 3) break;
  }
  const part = compareValues(sum, 0, scale).magnitude.replace(/ points?$/, "");
  return `${capitalised(listText(names))} ${names.length === 1 ? "does" : "do"} most of the work: ${part} of ${compareValues(total, 0, scale).magnitude}`;
}

function subjectOf(dataset: Dataset, { indicator, mineral, stage }: Outcome): string {
  const named = dataset.minerals.find(({ id }) => id === mineral);
  const metric = indicatorOf({ indicator, mineral, stage }).label;
  const where = [...(named ? [inSentence(shortName(named.name))] : []), ...(stage === null ? [] : [inSentence(stageLabel(dataset, stage))])];
  return where.length === 0 ? inSentence(metric) : `${inSentence(metric)} of ${where.join(", ")}`;
}

function rowOf(effect: LeverEffect, scale: DisplayScale, indicator: Indicator, dataset: Dataset, nameOf: (lever: string) => string): ExplainRow {
  const error = effect.standardError === null ? "" : ` ± ${numberText(effect.standardError / scale.divisor, scale.decimals)}`;
  return {
    lever: effect.lever,
    name: nameOf(effect.lever),
    share: shortChange(effect.share, scale) + error,
    alone: shortChange(effect.solo, scale),
    costPerPoint: costText(indicator.unit === "share" ? effect.costPerPoint : null, dataset),
  };
}

/** "$84 m", "$1.3 m"; millions a year for each point. */
const costText = (cost: number | null, dataset: Dataset): string =>
  cost === null ? NOT_AVAILABLE : `${dataset.currency.symbol}${numberText(cost, cost >= 10 ? 0 : 1)} m`;

/** What a point of the whole change costs; null where nothing improves. */
function totalCostPerPoint({ before, after, effects }: Waterfall, { unit, better }: Indicator): number | null {
  const points = (better === "up" ? after - before : before - after) / 0.01;
  return unit === "share" && points > 0 ? effects.reduce((sum, { cost }) => sum + cost, 0) / points : null;
}

/** "Mean over all orders of 6 levers, exact, from 65 runs. Adds up to −11.1 points." */
function methodText({ attribution, levers, runs }: Explanation, change: string, pairs: number, seed: number): string {
  const count = numberText(runs, 0);
  if (attribution.standardErrors === null)
    return `Mean over all orders of ${levers.length === 1 ? "1 lever" : `${levers.length} levers`}, exact, from ${count} runs. Adds up to ${change}.`;
  return `Mean over ${2 * pairs} drawn orders of ${levers.length} levers (seed ${seed}), ± one standard error, from ${count} runs. Adds up to ${change}.`;
}

function notesOf(
  { companions, levers }: Explanation,
  effects: readonly LeverEffect[],
  scale: DisplayScale,
  nameOf: (lever: string) => string,
): readonly string[] {
  const notes: string[] = [];
  const gaps = effects.map((effect) => ({ effect, gap: Math.abs(effect.share) - Math.abs(effect.solo) }));
  const visible = 10 ** -scale.decimals * scale.divisor;
  const synergy = gaps.reduce<(typeof gaps)[number] | null>((best, one) => (best === null || Math.abs(one.gap) > Math.abs(best.gap) ? one : best), null);
  if (levers.length > 1 && synergy && Math.abs(synergy.gap) >= 5 * visible) {
    const { effect, gap } = synergy;
    notes.push(
      `${nameOf(effect.lever)} is worth ${gap > 0 ? "more" : "less"} in the package than alone: ${changeText(effect.share, scale)} against ${changeText(effect.solo, scale)}.`,
    );
  }
  const idle = effects.filter(({ share, solo }) => share === 0 && solo === 0).map(({ lever }) => nameOf(lever));
  if (idle.length > 0)
    notes.push(
      `${capitalised(listText(idle.map((name, i) => (i === 0 ? name : inSentence(name)))))} ${idle.length === 1 ? "changes" : "change"} nothing here.`,
    );
  if (companions.length > 0) notes.push(`${listText(companions.map(nameOf))} counts with the levers it serves.`);
  return notes;
}

function mineralRows(dataset: Dataset, explanation: Explanation, year: number): readonly MineralRow[] {
  return explanation.outcomes.slice(1).map((outcome, i): MineralRow => {
    const { before, after } = waterfall(explanation, i + 1, year);
    const indicator = indicatorOf(outcome);
    const scale = fineScale(indicator, Math.max(Math.abs(before), Math.abs(after)), dataset);
    const text = (value: number): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));
    const comparison = compareValues(Number.isNaN(after) ? null : after, Number.isNaN(before) ? null : before, scale);
    return {
      mineral: outcome.mineral!,
      name: shortName(dataset.minerals.find(({ id }) => id === outcome.mineral)!.name),
      before: text(before),
      after: text(after),
      change: comparison.difference,
      tone: differenceView(comparison, indicator).tone,
    };
  });
}
