/** What an explanation says in sentences: the finding, what is explained, how it was computed, what is worth more together than alone. */
import type { Explanation, LeverEffect, Waterfall } from "../../analysis/explain/explain.ts";
import { indicatorOf, type Outcome } from "../../analysis/outcome.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { numberText } from "../../format/number.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { capitalised, countText, inSentence, listText, shortName } from "../../format/words.ts";
import { changeText } from "./explain-waterfall.ts";
import { stageLabel } from "../view-context.ts";

/** Share of the whole change that the levers of the finding must make up. */
const MOST = 0.5;

/** "Recycling rate and processing support do most of the work: 8.3 of 11.1 points" */
export function finding(
  { before, after, year, outcome }: Waterfall,
  effects: readonly LeverEffect[],
  scale: DisplayScale,
  nameOf: (lever: string) => string,
): string {
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

export function subjectOf(dataset: Dataset, { indicator, mineral, stage }: Outcome): string {
  const named = dataset.minerals.find(({ id }) => id === mineral);
  const metric = indicatorOf({ indicator, mineral, stage }).label;
  const where = [...(named ? [inSentence(shortName(named.name))] : []), ...(stage === null ? [] : [inSentence(stageLabel(dataset, stage))])];
  return where.length === 0 ? inSentence(metric) : `${inSentence(metric)} of ${where.join(", ")}`;
}

/** "import dependence of each mineral": the same outcome where minerals stand side by side. */
export function subjectOfEach(dataset: Dataset, outcome: Outcome): string {
  const where = outcome.stage === null ? "" : `, ${inSentence(stageLabel(dataset, outcome.stage))}`;
  return `${inSentence(indicatorOf(outcome).label)} of each mineral${where}`;
}

/** "Mean over all orders of 6 levers, exact, from 65 runs. Adds up to −11.1 points." */
export function methodText({ attribution, levers, runs }: Explanation, change: string, pairs: number, seed: number): string {
  const count = numberText(runs, 0);
  if (attribution.standardErrors === null)
    return `Mean over all orders of ${levers.length === 1 ? "1 lever" : `${levers.length} levers`}, exact, from ${count} runs. Adds up to ${change}.`;
  return `Mean over ${2 * pairs} drawn orders of ${levers.length} levers (seed ${seed}), ± one standard error, from ${count} runs. Adds up to ${change}.`;
}

export function notesOf(
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

/** "65 runs", "400 drawn orders, seed 1" */
export const drawsText = ({ attribution, runs }: Explanation, pairs: number, seed: number): string =>
  attribution.standardErrors === null ? countText(runs, "run") : `${2 * pairs} drawn orders, seed ${seed}`;
