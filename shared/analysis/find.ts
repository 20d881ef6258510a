/**
 * Finds packages that reach a target: the cheapest, and several clearly different ones that cost little more; or says what stands in the way.
 * Everything is searched on the real model (`optimise.ts`, `refine.ts`); levers whose removal changes nothing go back to status quo.
 */
import { alternatives, HOPS } from "./alternatives.ts";
import { diagnose, type Obstacle } from "./find-obstacle.ts";
import { type FindQuestion, type Goal, goalOf } from "./find-goal.ts";
import { frontierOf, type FrontierPoint } from "./frontier.ts";
import type { Package } from "./job.ts";
import type { JobRunner } from "./job-runner.ts";
import { type Claim, type Evaluated, packageSpace } from "./package-space.ts";
import { type Effort, Searcher } from "./package-search.ts";
import type { Cancellable, Control } from "./progress.ts";

/** "One more billion", in millions. */
const BILLION = 1000;

export interface FoundPackage extends Evaluated {
  readonly scenario: Package;
}

/** Levers are named by their number among the allowed ones. */
export interface FindResult {
  readonly statusQuo: Claim;
  /** Cheapest first; where the target cannot be met, the one package that comes closest within the constraints. */
  readonly packages: readonly FoundPackage[];
  /** Cost up to which packages were taken as near-optimal, million; null where the target cannot be met. */
  readonly nearOptimalCost: number | null;
  /** In every package, in some, in none. */
  readonly mustDo: readonly number[];
  readonly interchangeable: readonly number[];
  readonly unused: readonly number[];
  /** For levers of the cheapest package: the least cost of the target without it, million; null = not within the budget. */
  readonly costWithout: ReadonlyMap<number, number | null>;
  /** Best outcome for its cost, cheapest first; each point is a package that was run. */
  readonly frontier: readonly FrontierPoint[];
  /** Best outcome at the budget (without one: at the cheapest package's cost) and with one billion more on the same cost basis. */
  readonly oneMoreBillion: { readonly at: number; readonly value: number; readonly valueWithMore: number };
  /** Null where the target is met. */
  readonly obstacle: Obstacle | null;
  /** Packages that were run, each once in every world. */
  readonly evaluations: number;
}

/** Progress counts generations of the searches, as far as they can be foreseen. */
export async function findPackages(runner: JobRunner, question: FindQuestion, control: Control = {}): Promise<Cancellable<FindResult>> {
  const space = packageSpace(runner, question.levers, question);
  const first = await space.evaluate([space.statusQuo], control);
  if (first === "cancelled") return first;
  const statusQuo = first[0]!;
  const goal = goalOf(question, statusQuo);
  const search = new Searcher(space, goal, question.seed, SWEEP.length + 6 + HOPS + space.levers.length, control);
  const { budget } = question;

  const sought = await search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "thorough", { stream: "cheapest" });
  if (sought === "cancelled") return sought;
  const at = budget ?? Math.max(0, sought.claim.cost);
  const oneMoreBillion = await sweep(search, goal, at);
  if (oneMoreBillion === "cancelled") return oneMoreBillion;
  const found = await choose(runner, search, goal, question);
  if (found === "cancelled") return found;
  search.finish();
  return {
    statusQuo,
    ...found,
    packages: found.packages.map((one) => ({ ...one, scenario: space.packageOf(one.levels) })),
    ...roles(search, found.packages),
    frontier: frontierOf(space.archive(), goal),
    oneMoreBillion,
    evaluations: space.archive().length,
  };
}

/** Shares of the budget at which the frontier is sought, besides the budget itself and one billion more. */
const SWEEP = [0.25, 0.5, 0.75, 1.5] as const;

async function sweep(search: Searcher, goal: Goal, at: number): Promise<Cancellable<FindResult["oneMoreBillion"]>> {
  const bestWithin = (limit: number, effort: Effort): Promise<Cancellable<Evaluated>> =>
    search.run(({ claim }) => goal.best(claim, limit), effort, { stream: `at most ${limit}` });
  for (const share of SWEEP) if ((await bestWithin(share * at, "glance")) === "cancelled") return "cancelled";
  const now = await bestWithin(at, "quick");
  if (now === "cancelled") return now;
  const more = await bestWithin(at + BILLION, "quick");
  return more === "cancelled" ? more : { at, value: now.claim.value, valueWithMore: more.claim.value };
}

type Choice = Pick<FindResult, "nearOptimalCost" | "costWithout" | "obstacle"> & { readonly packages: readonly Evaluated[] };

/** Starts from everything that the searches before have run. */
async function choose(runner: JobRunner, search: Searcher, goal: Goal, question: FindQuestion): Promise<Cancellable<Choice>> {
  const { budget } = question;
  const cheapest = await search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "quick", { stream: "cheapest again" });
  if (cheapest === "cancelled") return cheapest;
  if (goal.isMet(cheapest.claim, budget)) {
    const pruned = await search.prune(cheapest, budget);
    if (pruned === "cancelled") return pruned;
    const found = await alternatives(search, goal, question, pruned);
    return found === "cancelled" ? found : { ...found, obstacle: null };
  }
  const closest = await search.run(({ claim }) => goal.best(claim, budget), "thorough", { stream: "closest" });
  if (closest === "cancelled") return closest;
  const obstacle = await diagnose(runner, search, goal, question);
  return obstacle === "cancelled" ? obstacle : { packages: [closest], nearOptimalCost: null, costWithout: new Map(), obstacle };
}

function roles(search: Searcher, packages: readonly Evaluated[]): Pick<FindResult, "mustDo" | "interchangeable" | "unused"> {
  const used = packages.map((one) => search.used(one));
  const count = (i: number): number => used.filter((levers) => levers.includes(i)).length;
  const numbers = search.space.levers.map((_, i) => i);
  return {
    mustDo: numbers.filter((i) => count(i) === packages.length),
    interchangeable: numbers.filter((i) => count(i) > 0 && count(i) < packages.length),
    unused: numbers.filter((i) => count(i) === 0),
  };
}
