/** What every part of the view of a search reads: its scales, and names and amounts in words. */
import type { FindResult } from "../../analysis/find/find.ts";
import type { FindQuestion } from "../../analysis/find/find-goal.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import type { Claim } from "../../analysis/find/package-space.ts";
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { worldName } from "../../scenario/own-world.ts";
import { lossScale, lossText } from "../stress/stress-view.ts";

export interface FindContext {
  readonly dataset: Dataset;
  readonly question: FindQuestion;
  readonly result: FindResult;
  readonly scale: DisplayScale;
  readonly money: DisplayScale;
  /** By number among the allowed levers. */
  readonly leverOf: (lever: number) => Lever;
  readonly nameOf: (lever: number) => string;
}

export function findContext(dataset: Dataset, question: FindQuestion, result: FindResult): FindContext {
  const claims = [result.statusQuo, ...result.packages.map(({ claim }) => claim), ...result.frontier.map(({ claim }) => claim)];
  const extent = (values: readonly number[]): number => Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  const currency = dataset.currency.symbol;
  const costs = extent([...result.packages.map(({ claim }) => claim.cost), question.budget ?? 0]);
  const leverOf = (i: number): Lever => dataset.levers.find(({ id }) => id === question.levers[i]!.setting.lever)!;
  return {
    dataset,
    question,
    result,
    scale: scaleFor(indicatorOf(question.outcome), extent(claims.map(({ value }) => value)), currency),
    money: scaleFor({ id: question.costBasis === "per-year" ? "public_cost_musd" : "public_cost_discounted_cum_musd", unit: "musd" }, costs, currency),
    leverOf,
    nameOf: (i) => {
      const country = dataset.suppliers.find(({ iso3 }) => iso3 === question.levers[i]!.setting.partner)?.country;
      return country === undefined ? leverOf(i).name : `${leverOf(i).name}, ${country}`;
    },
  };
}

/** "$3.3 bn/yr", "$41 bn discounted" */
export const costText = (million: number, { money, question }: FindContext): string =>
  `${valueText(million, money)}${question.costBasis === "per-year" ? "" : " discounted"}`;

const reached = (value: number, scale: DisplayScale): string => (Number.isFinite(value) ? valueText(value, scale) : NOT_AVAILABLE);

/** One more decimal where a value misses the target by less than a shown step. */
export function bestText(value: number, { scale, question, result }: FindContext): string {
  const text = reached(value, scale);
  return !result.isMet && text === valueText(question.target, scale) ? valueText(value, scale, scale.fineDecimals) : text;
}

/** Worst world and loss in the disruption, where asked for. */
export function claimNotes({ dataset, question: { worlds, stress } }: FindContext, { loss, worstWorld }: Claim): readonly string[] {
  return [
    ...(worlds.length > 1 ? [`worst in ${worldName(dataset, worlds[worstWorld]!)}`] : []),
    ...(stress === null ? [] : [`${lossText(loss, lossScale(dataset))} lost in “${stress.name}”`]),
  ];
}

/** "40% in 2040 for $3.3 bn/yr, worst in High demand" */
export function claimText(context: FindContext, claim: Claim): string {
  const notes = claimNotes(context, claim);
  return [`${bestText(claim.value, context)} in ${context.question.year} for ${costText(claim.cost, context)}`, ...notes].join(", ");
}
