/**
 * Several clearly different packages near the cheapest. First the cheapest without each of its levers in turn, which also says what doing without it
 * would cost; then hop, skip and jump (Brill, Chang, Hopkins 1982): searches that shun the levers which the packages so far use.
 */
import type { FindQuestion, Goal } from "./find-goal.ts";
import type { Evaluated, PackageSpace } from "./package-space.ts";
import type { PriceOf, Searcher } from "./package-search.ts";
import type { Cancellable } from "./progress.ts";

export const MAX_PACKAGES = 8;
const WANTED = 5;
/** Packages that cost so much more than the cheapest count as near-optimal; the wider allowances only where fewer than five packages are found. */
const ALLOWANCES = [0.15, 0.3, 0.5] as const;
/** Each allowance is at least this many million. */
const LEAST_ALLOWANCE = 50;
export const HOPS = 4;
/** A package that is cheaper by this share than the one that searches started from becomes the new start; so many starts at most. */
const NOTICEABLE = 0.01;
const MAX_ROUNDS = 3;
/** Two packages differ clearly when some lever differs by this share of its way. */
const CLEARLY = 0.2;

export interface Alternatives {
  /** Cheapest first. */
  readonly packages: readonly Evaluated[];
  /** Cost up to which packages were taken, million. */
  readonly nearOptimalCost: number;
  /** For each lever of the cheapest package, by number: the least cost of the target without it, million; null = not within the budget. */
  readonly costWithout: ReadonlyMap<number, number | null>;
}

/**
 * `cheapest` must meet the target within the budget. Where a search finds a package that is cheaper than it, everything starts again from that one:
 * what counts as near-optimal, and what doing without a lever costs, is measured from the cheapest that any search has found.
 */
export async function alternatives(search: Searcher, goal: Goal, question: FindQuestion, cheapest: Evaluated): Promise<Cancellable<Alternatives>> {
  let base = cheapest;
  const known: Evaluated[] = [cheapest];
  let costWithout: ReadonlyMap<number, number | null>;
  for (let round = 0; ; round++) {
    const isLast = round === MAX_ROUNDS - 1;
    const found = await around(search, goal, question, base, round);
    if (found === "cancelled") return found;
    known.push(...found.pruned);
    costWithout = found.costWithout;
    const best = known.reduce((a, b) => (b.claim.cost < a.claim.cost ? b : a));
    if (!isLast && isClearlyCheaper(best, base)) base = best;
    else break;
  }
  const filled = await fill(search, goal, question, known);
  return filled === "cancelled" ? filled : { ...nearOptimal(search.space, goal, question, [...known, ...filled]), costWithout };
}

/** Where the searches gave too few packages: clearly different ones among all that were run, without levers that do nothing. */
async function fill(search: Searcher, goal: Goal, question: FindQuestion, known: readonly Evaluated[]): Promise<Cancellable<readonly Evaluated[]>> {
  const { packages, nearOptimalCost: limit } = nearOptimal(search.space, goal, question, known);
  if (packages.length >= WANTED) return [];
  const run = search.space.archive().toSorted((a, b) => a.claim.cost - b.claim.cost);
  const filled: Evaluated[] = [];
  for (const other of distinct(search.space, [...packages, ...run], goal, limit).slice(packages.length)) {
    const one = await search.prune(other, limit);
    if (one === "cancelled") return one;
    filled.push(one);
  }
  return filled;
}

const isClearlyCheaper = (one: Evaluated, than: Evaluated): boolean => one.claim.cost < than.claim.cost - Math.max(1, NOTICEABLE * Math.abs(than.claim.cost));

interface Around {
  /** Packages that meet the target, without levers that do nothing. */
  readonly pruned: readonly Evaluated[];
  readonly costWithout: ReadonlyMap<number, number | null>;
}

/** Searches without each lever of `base` in turn, then hops, unless a package that is clearly cheaper than `base` was found by then. */
async function around(search: Searcher, goal: Goal, { budget }: FindQuestion, base: Evaluated, round: number): Promise<Cancellable<Around>> {
  const { space } = search;
  const candidates: Evaluated[] = [];
  const costWithout = new Map<number, number | null>();
  const foundCheaper = (): boolean => candidates.some((one) => goal.isMet(one.claim, budget) && isClearlyCheaper(one, base));
  for (const lever of search.used(base)) {
    const others = space.levers.flatMap((_, i) => (i === lever ? [] : [i]));
    const without = await search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "quick", { stream: `without ${lever} in ${round}`, free: others });
    if (without === "cancelled") return without;
    const isMet = goal.isMet(without.claim, budget);
    costWithout.set(lever, isMet ? without.claim.cost : null);
    if (isMet) candidates.push(without);
  }
  const limits = ALLOWANCES.map((share) => limitOf(base.claim.cost, share, budget));
  for (let hop = 0; hop < HOPS && !foundCheaper(); hop++) {
    const limit = limits[Math.min(hop, limits.length - 1)]!;
    const timesUsed = space.levers.map((_, i) => [base, ...candidates].filter((one) => search.used(one).includes(i)).length);
    const shunned: PriceOf = ({ levels }) => space.usage(levels).reduce((sum, share, i) => sum + timesUsed[i]! * share, 0);
    const hopped = await search.run((one) => goal.reach(one.claim, limit, shunned(one)), "glance", { stream: `hop ${hop} in ${round}`, price: shunned });
    if (hopped === "cancelled") return hopped;
    candidates.push(hopped);
  }
  const met = candidates.filter(({ claim }) => goal.isMet(claim, budget)).map(({ claim }) => claim.cost);
  const limit = limitOf(Math.min(base.claim.cost, ...met), ALLOWANCES.at(-1)!, budget);
  const pruned: Evaluated[] = [];
  for (const candidate of candidates) {
    if (!goal.isMet(candidate.claim, limit)) continue;
    const one = await search.prune(candidate, limit);
    if (one === "cancelled") return one;
    pruned.push(one);
  }
  return { pruned, costWithout };
}

/** The narrowest allowance above the cheapest that holds enough clearly different packages. */
function nearOptimal(
  space: PackageSpace,
  goal: Goal,
  { budget }: FindQuestion,
  known: readonly Evaluated[],
): Pick<Alternatives, "packages" | "nearOptimalCost"> {
  const sorted = known.toSorted((a, b) => a.claim.cost - b.claim.cost);
  const limits = ALLOWANCES.map((share) => limitOf(sorted[0]!.claim.cost, share, budget));
  for (const limit of limits) {
    const packages = distinct(space, sorted, goal, limit);
    if (packages.length >= WANTED || limit === limits.at(-1)) return { packages, nearOptimalCost: limit };
  }
  throw new Error("there is always a last allowance");
}

function limitOf(cheapest: number, share: number, budget: number | null): number {
  const limit = cheapest + Math.max(share * Math.abs(cheapest), LEAST_ALLOWANCE);
  return budget === null ? limit : Math.min(budget, limit);
}

/** Packages within the limit that differ clearly from every cheaper one. */
function distinct(space: PackageSpace, sorted: readonly Evaluated[], goal: Goal, limit: number): readonly Evaluated[] {
  const kept: Evaluated[] = [];
  for (const one of sorted) {
    if (kept.length === MAX_PACKAGES || !goal.isMet(one.claim, limit)) continue;
    if (kept.every((other) => differs(space, one, other))) kept.push(one);
  }
  return kept;
}

function differs(space: PackageSpace, a: Evaluated, b: Evaluated): boolean {
  const other = space.usage(b.levels);
  return space.usage(a.levels).some((share, i) => Math.abs(share - other[i]!) >= CLEARLY);
}
