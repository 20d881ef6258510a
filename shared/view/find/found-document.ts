/** A found package as a scenario: the world that it stands in, what it reaches in each, and whether running it again gives what was claimed. */
import type { FoundPackage } from "../../analysis/find/find.ts";
import type { FindQuestion } from "../../analysis/find/find-goal.ts";
import { outcomeOfTarget } from "../../analysis/outcome.ts";
import type { Claim, Figures } from "../../analysis/find/package-space.ts";
import { worldChoice } from "../../analysis/world-choice.ts";
import { listText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { sameValue } from "../../scenario/same-value.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import { bestText, claimText, type FindContext } from "./find-context.ts";

/** Bit for bit. */
export const sameClaim = (a: Claim, b: Claim): boolean =>
  Object.is(a.value, b.value) && Object.is(a.cost, b.cost) && Object.is(a.loss, b.loss) && a.worstWorld === b.worstWorld;

/** Number of the world, among those asked for, that packages stand in as scenarios: that of what the search started from, else the first. One for all, so that they can be compared. */
export const homeWorld = ({ worlds, base }: FindQuestion): number =>
  Math.max(
    0,
    worlds.findIndex((world) => sameValue(world, worldChoice(base.inputs))),
  );

/** "Each world: 48% in Stated policies and 55% in High demand; as a scenario in Stated policies."; "" where there is one. */
export function eachWorldText(context: FindContext, inWorlds: readonly Figures[]): string {
  const { dataset, question } = context;
  if (inWorlds.length < 2) return "";
  const name = (w: number): string => worldName(dataset, question.worlds[w]!);
  const each = inWorlds.map(({ value }, w) => `${bestText(value, context)} in ${name(w)}`);
  return `Each world: ${listText(each)}; as a scenario in ${name(homeWorld(question))}.`;
}

/** What running a package again on opening gave: whether its claim holds, and what it reaches in each world where it was found for several. */
export function verifiedText(context: FindContext, claimed: Claim, again: Claim, inWorlds: readonly Figures[]): string {
  const head = sameClaim(again, claimed)
    ? `Run again on opening: ${claimText(context, claimed)}, equal to the last digit.`
    : `Run again on opening, the claim ${claimText(context, claimed)} does not hold: now ${claimText(context, again)}.`;
  return `${head} ${eachWorldText(context, inWorlds)}`.trimEnd();
}

/** The package as a scenario in its world, with the target and, per year, the budget that it was found for. */
export function documentOf(question: FindQuestion, { scenario }: Pick<FoundPackage, "scenario">): ScenarioDocument {
  const { outcome, target, year, budget, costBasis, worlds } = question;
  const indicator = outcome.indicator === outcomeOfTarget({ indicator: "dependence", mineral: null }).indicator ? "dependence" : outcome.indicator;
  const { own_world: _own, ...inputs } = scenario.inputs;
  return {
    inputs: { ...inputs, ...worlds[homeWorld(question)]! },
    assumptions: scenario.assumptions,
    target: outcome.stage === null ? { indicator, mineral: outcome.mineral, value: target, year } : null,
    budget: costBasis === "per-year" ? budget : null,
  };
}
