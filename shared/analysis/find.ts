/**
 * Finds packages that reach a target: the cheapest, and several clearly different ones that cost little more; or says what stands in the way.
 * Search is by `optimise.ts` on the real model. Alternatives by hop, skip and jump (Brill, Chang, Hopkins 1982): each round shuns the levers that the
 * packages before it use, at a cost close to the cheapest. Levers whose removal changes nothing go back to status quo.
 */
import { diagnose, type Obstacle } from "./find-obstacle.ts";
import { type FindQuestion, type Goal, goalOf } from "./find-goal.ts";
import { frontierOf, type FrontierPoint } from "./frontier.ts";
import type { Package } from "./job.ts";
import type { JobRunner } from "./job-runner.ts";
import { type Claim, type Evaluated, packageSpace, type PackageSpace } from "./package-space.ts";
import { Searcher } from "./package-search.ts";
import type { Cancellable, Control } from "./progress.ts";
import { randomSource } from "./random.ts";

export const MAX_PACKAGES = 8;
const ROUNDS = 14;
/** Packages that cost so much more than the cheapest still count as near-optimal; the allowance is at least this many million. */
const NEAR_OPTIMAL = 0.15;
const LEAST_ALLOWANCE = 50;
/** Two packages differ clearly when some lever differs by this share of its way. */
const CLEARLY = 0.2;
/** "One more billion", in millions. */
const BILLION = 1000;
/** For progress: alternatives, the sweep over budgets, and the thorough search for the cheapest. */
const PLANNED_SEARCHES = ROUNDS + 8;

export interface FoundPackage extends Evaluated {
  readonly scenario: Package;
}

export interface FindResult {
  readonly statusQuo: Claim;
  /** Cheapest first; where the target cannot be met, the one package that comes closest within the constraints. */
  readonly packages: readonly FoundPackage[];
  /** Cost up to which packages were taken as near-optimal, million; null where the target cannot be met. */
  readonly nearOptimalCost: number | null;
  /** Numbers of allowed levers: in every package, in some, in none. */
  readonly mustDo: readonly number[];
  readonly interchangeable: readonly number[];
  readonly unused: readonly number[];
  /** Best outcome for its cost, cheapest first; each point is a package that was run. */
  readonly frontier: readonly FrontierPoint[];
  /** Best outcome at the budget (or at the cheapest package's cost) and with one billion more on the same cost basis. */
  readonly oneMoreBillion: { readonly at: number; readonly value: number; readonly valueWithMore: number };
  /** Null where the target is met. */
  readonly obstacle: Obstacle | null;
  /** Packages that were run. */
  readonly evaluations: number;
}

/** Progress counts generations of all searches, as far as they can be foreseen. */
export async function findPackages(runner: JobRunner, question: FindQuestion, control: Control = {}): Promise<Cancellable<FindResult>> {
  const space = packageSpace(runner, question.levers, question);
  const first = await space.evaluate([space.statusQuo], control);
  if (first === "cancelled") return first;
  const statusQuo = first[0]!;
  const goal = goalOf(question, statusQuo);
  const search = new Searcher(space, question.seed, PLANNED_SEARCHES, control);

  const cheapest = await search.run("cheapest", (one) => goal.reach(one.claim, question.budget, one.claim.cost), "thorough");
  if (cheapest === "cancelled") return cheapest;
  const isMet = goal.isMet(cheapest.claim, question.budget);
  const found = isMet ? await alternatives(search, space, goal, question, cheapest) : await closest(search, goal, question);
  if (found === "cancelled") return found;
  const at = question.budget ?? Math.max(0, found.packages[0]!.claim.cost);
  const frontier = await sweep(search, goal, at);
  if (frontier === "cancelled") return frontier;
  const obstacle = isMet ? null : await diagnose(runner, search, space, goal, question);
  if (obstacle === "cancelled") return obstacle;
  search.finish();
  return {
    statusQuo,
    packages: found.packages.map((one) => ({ ...one, scenario: space.packageOf(one.levels) })),
    nearOptimalCost: found.nearOptimalCost,
    ...roles(space, found.packages),
    frontier: frontierOf(space.archive(), goal),
    oneMoreBillion: { at, value: frontier.value, valueWithMore: frontier.valueWithMore },
    obstacle,
    evaluations: space.archive().length,
  };
}

interface Chosen {
  readonly packages: readonly Evaluated[];
  readonly nearOptimalCost: number | null;
}

async function closest(search: Searcher, goal: Goal, question: FindQuestion): Promise<Cancellable<Chosen>> {
  const best = await search.run("closest", (one) => goal.best(one.claim, question.budget), "thorough");
  return best === "cancelled" ? best : { packages: [best], nearOptimalCost: null };
}

async function alternatives(search: Searcher, space: PackageSpace, goal: Goal, question: FindQuestion, cheapest: Evaluated): Promise<Cancellable<Chosen>> {
  const pruned = await search.prune(cheapest, goal, question.budget);
  if (pruned === "cancelled") return pruned;
  const allowance = pruned.claim.cost + Math.max(NEAR_OPTIMAL * Math.abs(pruned.claim.cost), LEAST_ALLOWANCE);
  const limit = question.budget === null ? allowance : Math.min(question.budget, allowance);
  const random = randomSource(question.seed, "alternatives");
  const packages: Evaluated[] = [pruned];
  const timesUsed = space.usage(pruned.levels).map((share) => (share > 0 ? 1 : 0));
  for (let round = 0; round < ROUNDS && packages.length < MAX_PACKAGES; round++) {
    // Later rounds shun by chance as well, so that a round that ends where an earlier one did is not repeated.
    const weights = timesUsed.map((times) => times + (round < timesUsed.length / 2 ? 0 : 2 * random.uniform()));
    const shunned = ({ levels }: Evaluated): number => space.usage(levels).reduce((sum, share, i) => sum + weights[i]! * share, 0);
    const hopped = await search.run(`alternative ${round}`, (one) => goal.reach(one.claim, limit, shunned(one)), "quick");
    if (hopped === "cancelled") return hopped;
    const alternative = await search.prune(hopped, goal, limit);
    if (alternative === "cancelled") return alternative;
    space.usage(alternative.levels).forEach((share, i) => (timesUsed[i]! += share > 0 ? 1 : 0));
    if (goal.isMet(alternative.claim, limit) && packages.every((one) => differs(space, one, alternative))) packages.push(alternative);
  }
  return { packages: packages.toSorted((a, b) => a.claim.cost - b.claim.cost), nearOptimalCost: limit };
}

const differs = (space: PackageSpace, a: Evaluated, b: Evaluated): boolean => {
  const other = space.usage(b.levels);
  return space.usage(a.levels).some((share, i) => Math.abs(share - other[i]!) >= CLEARLY);
};

function roles(space: PackageSpace, packages: readonly Evaluated[]): Pick<FindResult, "mustDo" | "interchangeable" | "unused"> {
  const uses = packages.map(({ levels }) => space.usage(levels));
  const count = (i: number): number => uses.filter((usage) => usage[i]! > 0).length;
  const numbers = space.levers.map((_, i) => i);
  return {
    mustDo: numbers.filter((i) => count(i) === packages.length),
    interchangeable: numbers.filter((i) => count(i) > 0 && count(i) < packages.length),
    unused: numbers.filter((i) => count(i) === 0),
  };
}

/** The best outcome at budgets from a quarter of `at` to two billion above it, among them `at` itself and one billion more. */
async function sweep(search: Searcher, goal: Goal, at: number): Promise<Cancellable<{ readonly value: number; readonly valueWithMore: number }>> {
  const bestWithin = (budget: number, effort: "quick" | "thorough"): Promise<Cancellable<Evaluated>> =>
    search.run(`at most ${budget}`, ({ claim }) => goal.best(claim, budget), effort);
  for (const budget of [at / 4, at / 2, (3 * at) / 4, at + 2 * BILLION]) if ((await bestWithin(budget, "quick")) === "cancelled") return "cancelled";
  const now = await bestWithin(at, "thorough");
  if (now === "cancelled") return now;
  const more = await bestWithin(at + BILLION, "thorough");
  return more === "cancelled" ? more : { value: now.claim.value, valueWithMore: more.claim.value };
}
