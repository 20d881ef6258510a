/** What a search found, in words, cards and one figure; or why the target cannot be met and what would do. */
import { WANTED_PACKAGES } from "../../analysis/find/alternatives.ts";
import type { FindResult } from "../../analysis/find/find.ts";
import type { FindQuestion } from "../../analysis/find/find-goal.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { numberText } from "../../format/number.ts";
import { valueText } from "../../format/quantity.ts";
import { inSentence, listText } from "../../format/words.ts";
import { bestText, costText, type FindContext, findContext } from "./find-context.ts";
import type { FindView } from "./find-view-types.ts";
import { foundCards } from "./found-cards.ts";
import { howText, packagesAsTable, rolesAsTable } from "./found-export.ts";
import { leverRoleRows, rolesSubtitle, rolesTitle, unusedLines } from "./found-levers.ts";
import { frontierView } from "./frontier-view.ts";

/** `isWhole`: the search has ended; else `result` is what it has found so far. */
export function buildFindView(dataset: Dataset, question: FindQuestion, result: FindResult, seconds: number, isWhole = true): FindView {
  const context = findContext(dataset, question, result);
  const { obstacle, counts } = result;
  const costToMeet = obstacle?.costToMeet ?? null;
  const cards = foundCards(context);
  const roles = leverRoleRows(context);
  const finding = title(context, isWhole);
  return {
    title: finding,
    subtitle: `${numberText(counts.packages, 0)} tried, ${numberText(counts.feasible, 0)} feasible, ${numberText(seconds, 0)} s (seed ${question.seed})`,
    notes: isWhole ? [...obstacleLines(context), ...fewerLines(context)] : [],
    budgetThatDoes: costToMeet === null || question.budget === null ? null : { value: roundedUp(costToMeet), text: costText(roundedUp(costToMeet), context) },
    isMet: result.isMet,
    frontier: frontierView(context),
    rolesTitle: rolesTitle(context),
    rolesSubtitle: rolesSubtitle(context),
    roles,
    unused: unusedLines(context),
    cards,
    packageTable: packagesAsTable(context, cards, finding),
    roleTable: rolesAsTable(roles, "Levers in the packages", rolesSubtitle(context)),
    how: howText(context),
  };
}

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

function title(context: FindContext, isWhole: boolean): string {
  const { question, result, scale } = context;
  const { packages, isMet, nearOptimalCost } = result;
  const goal = valueText(question.target, scale);
  const soFar = isWhole ? "" : " so far";
  if (!isMet) {
    const limit = question.budget === null ? "" : ` for ${costText(question.budget, context)}`;
    return `No package${soFar} reaches ${goal} by ${question.year}${limit}; nearest: ${bestText(packages[0]!.claim.value, context)}`;
  }
  const first = packages[0]!;
  if (first.scenario.inputs.levers.length === question.base.inputs.levers.length) return `${goal} in ${question.year} is met without any of the levers`;
  const count = WORDS[packages.length] ?? String(packages.length);
  const [noun, verb] = packages.length === 1 ? ["package", "reaches"] : ["different packages", "reach"];
  return `${count} ${noun}${soFar} ${verb} ${goal} in ${question.year} for ${costText(nearOptimalCost ?? first.claim.cost, context)} or less`;
}

/** Fewer packages than wanted are not a choice of the search, and it is said what they were sought within. */
function fewerLines(context: FindContext): readonly string[] {
  const { packages, isMet, nearOptimalCost } = context.result;
  const [first] = packages;
  if (!isMet || packages.length >= WANTED_PACKAGES || first === undefined || nearOptimalCost === null) return [];
  const limit = nearOptimalCost === context.question.budget ? "the budget" : costText(nearOptimalCost, context);
  return [
    `Fewer than five: the search found no other package for ${limit} or less that differs clearly. Others use the same levers at much the same settings, or cost more.`,
  ];
}

/** Up to the next of three figures, so that the rounded budget still does. */
function roundedUp(million: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, million))) - 2);
  return Math.ceil(million / step) * step;
}

function obstacleLines(context: FindContext): readonly string[] {
  const { question, result, scale, nameOf } = context;
  const { obstacle } = result;
  if (obstacle === null) return [];
  const nearest = result.packages[0]!.claim;
  const goal = valueText(question.target, scale);
  const atBound = obstacle.atBound.map((i) => inSentence(nameOf(i)));
  const first = `The best within the limits is ${bestText(nearest.value, context)} for ${costText(nearest.cost, context)}.`;
  if (obstacle.costToMeet !== null) return [first, `The budget binds: ${goal} would take ${costText(roundedUp(obstacle.costToMeet), context)}.`];
  const stressName = question.stress?.name ?? "the disruption";
  if (obstacle.binds.length > 0) {
    const what = obstacle.binds.length === 2 ? "The budget and the disruption bind together" : "The disruption binds";
    return [first, `${what}: without ${obstacle.binds.length === 2 ? "both limits" : `having to survive “${stressName}”`} the target can be met.`];
  }
  const later = obstacle.metIn === null ? "It is not met in any later year of the run either." : `The same levers meet it in ${obstacle.metIn}.`;
  const most = `Even without a budget it is ${bestText(obstacle.unlimited.claim.value, context)}${atBound.length === 0 ? "" : `, with ${listText(atBound)} at ${atBound.length === 1 ? "its" : "their"} highest`}.`;
  return [first, most, `Levers, lead times or worlds bind, not money. ${later}`];
}
