/** A found package as a scenario, and whether running it again gives what was claimed. */
import type { FoundPackage } from "../../analysis/find.ts";
import type { FindQuestion } from "../../analysis/find-goal.ts";
import { outcomeOfTarget } from "../../analysis/outcome.ts";
import type { Claim, Figures } from "../../analysis/package-space.ts";
import { listText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import { bestText, claimText, type FindContext } from "./find-context.ts";

/** Bit for bit. */
export const sameClaim = (a: Claim, b: Claim): boolean =>
  Object.is(a.value, b.value) && Object.is(a.cost, b.cost) && Object.is(a.loss, b.loss) && a.worstWorld === b.worstWorld;

/**
 * What running a package again on opening gave: whether its claim holds, and what it reaches in each world where it was found for several; the scenario
 * itself shows one of them.
 */
export function verifiedText(context: FindContext, claimed: Claim, again: Claim, inWorlds: readonly Figures[]): string {
  const { dataset, question } = context;
  const head = sameClaim(again, claimed)
    ? `Run again on opening: ${claimText(context, claimed)}, equal to the last digit.`
    : `Run again on opening, the claim ${claimText(context, claimed)} does not hold: now ${claimText(context, again)}.`;
  if (inWorlds.length < 2) return head;
  const each = inWorlds.map(({ value }, w) => `${bestText(value, context)} in ${worldName(dataset, question.worlds[w]!)}`);
  return `${head} Each world: ${listText(each)}.`;
}

/** The package as a scenario: in its world, or its base's where there are several, with the target and, per year, the budget that it was found for. */
export function documentOf(question: FindQuestion, { scenario }: FoundPackage): ScenarioDocument {
  const { outcome, target, year, budget, costBasis, worlds } = question;
  const indicator = outcome.indicator === outcomeOfTarget({ indicator: "dependence", mineral: null }).indicator ? "dependence" : outcome.indicator;
  const world = worlds.length === 1 ? worlds[0]! : null;
  const { own_world: _own, ...inputs } = scenario.inputs;
  return {
    inputs: world === null ? scenario.inputs : { ...inputs, ...world },
    assumptions: scenario.assumptions,
    target: outcome.stage === null ? { indicator, mineral: outcome.mineral, value: target, year } : null,
    budget: costBasis === "per-year" ? budget : null,
  };
}
