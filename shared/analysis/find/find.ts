/**
 * Finds packages that reach a target: the cheapest, and several clearly different ones that cost little more; or says what stands in the way.
 * Everything is searched on the real model (`optimise.ts`, `refine.ts`); levers whose removal changes nothing go back to status quo.
 */
import { type Alternatives, alternatives, MAX_TRIES } from "./alternatives.ts";
import { diagnose, type Obstacle } from "./find-obstacle.ts";
import { type FindQuestion, type Goal, goalOf } from "./find-goal.ts";
import { cloudOf, frontierOf, type TriedPackage } from "./frontier.ts";
import type { Package } from "../jobs/job.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { type LeverRoles, leverRoles } from "./lever-roles.ts";
import { lowestCover } from "./package-cover.ts";
import { type Claim, type Evaluated, type Figures, packageSpace } from "./package-space.ts";
import { type Effort, Searcher } from "./package-search.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";

/** "One more billion", in millions. */
export const BILLION = 1000;

interface RunPackage extends Evaluated {
  readonly scenario: Package;
}

export interface FoundPackage extends RunPackage {
  /** By world asked for; the claim is the worst of each figure. */
  readonly inWorlds: readonly Figures[];
  /** Lowest stock cover, days (`lowestCover`); null where there is none, or before the search has ended. */
  readonly coverDays: number | null;
}

/** Levers are named by their number among the allowed ones. */
export interface FindResult extends LeverRoles {
  readonly statusQuo: Claim;
  readonly isMet: boolean;
  /** Cheapest first; where the target is not met, the one package that comes closest within the constraints. */
  readonly packages: readonly FoundPackage[];
  /** Cost up to which packages were taken as near-optimal, million; null where the target is not met. */
  readonly nearOptimalCost: number | null;
  /** Best outcome for its cost, cheapest first; each is a package that was run. */
  readonly frontier: readonly RunPackage[];
  /** Up to this cost, million, frontier and cloud are worth a look: beyond the packages and the budget. */
  readonly shownCost: number;
  /** Some of the packages that were tried, spread over cost and outcome. */
  readonly cloud: readonly TriedPackage[];
  /** Best outcome at the budget (without one: at the cheapest package's cost) and with one billion more on the same cost basis; null before it is sought. */
  readonly oneMoreBillion: { readonly at: number; readonly value: number; readonly valueWithMore: number } | null;
  /** Null where the target is met, or before it is known what binds. */
  readonly obstacle: Obstacle | null;
  /** Packages that were tried, those of them that meet everything asked for, and runs of the model that this took. */
  readonly counts: { readonly packages: number; readonly feasible: number; readonly runs: number };
}

export interface FindControl extends Control {
  /** Hears what has been found so far, each time that it is more. */
  readonly show?: (soFar: FindResult) => void;
}

/** Progress counts rounds and generations of the searches, as far as they can be foreseen. */
export async function findPackages(runner: JobRunner, question: FindQuestion, control: FindControl = {}): Promise<Cancellable<FindResult>> {
  const space = packageSpace(runner, question.levers, question);
  const first = await space.evaluate([space.statusQuo], { ...control, progress: () => {} });
  if (first === "cancelled") return first;
  const statusQuo = first[0]!;
  const goal = goalOf(question, statusQuo);
  const search = new Searcher(space, goal, question.seed, SWEEP.length + 4 + Math.min(space.levers.length, LIKELY_USED) + MAX_TRIES / 2, control);
  const { budget } = question;

  const result = (one: Choice, oneMoreBillion: FindResult["oneMoreBillion"]): FindResult => {
    const archive = space.archive();
    const withScenario = ({ levels, claim }: Evaluated): RunPackage => ({ levels, claim, scenario: space.packageOf(levels) });
    const packages = one.packages.map((found) => Object.assign(withScenario(found), { inWorlds: space.inWorlds(found.levels), coverDays: null }));
    const shownCost = SHOWN * Math.max(budget ?? 0, oneMoreBillion?.at ?? 0, ...packages.map(({ claim }) => claim.cost)) + 1;
    return {
      statusQuo,
      isMet: one.isMet,
      packages,
      nearOptimalCost: one.nearOptimalCost,
      ...leverRoles(search, one),
      frontier: frontierOf(archive, goal).map(withScenario),
      shownCost,
      cloud: cloudOf(archive, goal, shownCost),
      oneMoreBillion,
      obstacle: one.obstacle,
      counts: { ...space.counts(), feasible: archive.filter(({ claim }) => goal.isMet(claim, budget)).length },
    };
  };

  const sought = await search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "thorough", { stream: "cheapest" });
  if (sought === "cancelled") return sought;
  control.show?.(result(onePackage(sought, goal.isMet(sought.claim, budget)), null));
  const oneMoreBillion = await sweep(search, goal, budget ?? Math.max(0, sought.claim.cost));
  if (oneMoreBillion === "cancelled") return oneMoreBillion;
  const found = await choose(runner, search, goal, question, (one) => control.show?.(result(one, oneMoreBillion)));
  if (found === "cancelled") return found;
  const whole = result(found, oneMoreBillion);
  const scenarios = whole.packages.map(({ scenario }) => scenario);
  const cover = await lowestCover(runner, scenarios, question, control);
  if (cover === "cancelled") return cover;
  search.finish();
  return { ...whole, packages: whole.packages.map((one, i) => Object.assign(one, { coverDays: cover[i]! })) };
}

/** Levers of a package, about. */
const LIKELY_USED = 7;

/** The figure ends so far beyond what the packages and the budget cost. */
const SHOWN = 1.6;

/** Shares of the budget at which the frontier is sought, besides the budget itself and one billion more. */
const SWEEP = [0.25, 0.5, 0.75, 1.5] as const;

async function sweep(search: Searcher, goal: Goal, at: number): Promise<Cancellable<NonNullable<FindResult["oneMoreBillion"]>>> {
  const bestWithin = (limit: number, effort: Effort): Promise<Cancellable<Evaluated>> =>
    search.run(({ claim }) => goal.best(claim, limit), effort, { stream: `at most ${limit}` });
  for (const share of SWEEP) if ((await bestWithin(share * at, "glance")) === "cancelled") return "cancelled";
  const now = await bestWithin(at, "quick");
  if (now === "cancelled") return now;
  const more = await bestWithin(at + BILLION, "quick");
  return more === "cancelled" ? more : { at, value: now.claim.value, valueWithMore: more.claim.value };
}

interface Choice extends Omit<Alternatives, "nearOptimalCost"> {
  readonly isMet: boolean;
  readonly nearOptimalCost: number | null;
  readonly obstacle: Obstacle | null;
}

const onePackage = (one: Evaluated, isMet: boolean, obstacle: Obstacle | null = null): Choice => ({
  packages: [one],
  isMet,
  nearOptimalCost: isMet ? one.claim.cost : null,
  without: new Map(),
  obstacle,
});

/** Starts from everything that the searches before have run. */
async function choose(runner: JobRunner, search: Searcher, goal: Goal, question: FindQuestion, show: (one: Choice) => void): Promise<Cancellable<Choice>> {
  const { budget } = question;
  const cheapest = await search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "quick", { stream: "cheapest again" });
  if (cheapest === "cancelled") return cheapest;
  const met = (found: Alternatives): Choice => ({ ...found, isMet: true, obstacle: null });
  if (goal.isMet(cheapest.claim, budget)) {
    const pruned = await search.prune(cheapest, budget);
    if (pruned === "cancelled") return pruned;
    const found = await alternatives(search, goal, question, pruned, (soFar) => show(met(soFar)));
    return found === "cancelled" ? found : met(found);
  }
  const closest = await search.run(({ claim }) => goal.best(claim, budget), "thorough", { stream: "closest" });
  if (closest === "cancelled") return closest;
  show(onePackage(closest, false));
  const obstacle = await diagnose(runner, search, goal, question);
  return obstacle === "cancelled" ? obstacle : onePackage(closest, false, obstacle);
}
