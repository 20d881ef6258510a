/**
 * Several clearly different packages near the cheapest. First the cheapest without each of its levers in turn, which also says what doing without it
 * would cost; then hop, skip and jump (Brill, Chang, Hopkins 1982): searches that shun the levers which the packages so far use.
 */
import type { FindQuestion, Goal } from "./find-goal.ts";
import type { Evaluated, PackageSpace } from "./package-space.ts";
import type { Searcher } from "./package-search.ts";
import type { Cancellable } from "./progress.ts";

export const MAX_PACKAGES = 8;
const WANTED = 5;
/** Packages that cost so much more than the cheapest count as near-optimal; the wider allowances only where fewer than five packages are found. */
const ALLOWANCES = [0.15, 0.3, 0.5] as const;
/** Each allowance is at least this many million. */
const LEAST_ALLOWANCE = 50;
export const HOPS = 4;
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

/** `cheapest` must meet the target within the budget. */
export async function alternatives(search: Searcher, goal: Goal, { budget }: FindQuestion, cheapest: Evaluated): Promise<Cancellable<Alternatives>> {
  const { space } = search;
  const candidates: Evaluated[] = [cheapest];
  const costWithout = new Map<number, number | null>();
  for (const lever of search.used(cheapest)) {
    const others = space.levers.flatMap((_, i) => (i === lever ? [] : [i]));
    const without = await search.run(`without ${lever}`, ({ claim }) => goal.reach(claim, budget, claim.cost), "quick", others);
    if (without === "cancelled") return without;
    const isMet = goal.isMet(without.claim, budget);
    costWithout.set(lever, isMet ? without.claim.cost : null);
    if (isMet) candidates.push(without);
  }
  const limits = ALLOWANCES.map((share) => limitOf(cheapest.claim.cost, share, budget));
  for (let hop = 0; hop < HOPS; hop++) {
    const limit = limits[Math.min(hop, limits.length - 1)]!;
    const timesUsed = space.levers.map((_, i) => candidates.filter((one) => search.used(one).includes(i)).length);
    const shunned = (levels: readonly number[]): number => space.usage(levels).reduce((sum, share, i) => sum + timesUsed[i]! * share, 0);
    const hopped = await search.run(`hop ${hop}`, ({ levels, claim }) => goal.reach(claim, limit, shunned(levels)), "quick");
    if (hopped === "cancelled") return hopped;
    candidates.push(hopped);
  }
  const pruned: Evaluated[] = [cheapest];
  for (const candidate of candidates.slice(1)) {
    const limit = limitOf(cheapest.claim.cost, ALLOWANCES.at(-1)!, budget);
    if (!goal.isMet(candidate.claim, limit)) continue;
    const one = await search.prune(candidate, limit);
    if (one === "cancelled") return one;
    pruned.push(one);
  }
  const sorted = pruned.toSorted((a, b) => a.claim.cost - b.claim.cost);
  let [nearOptimalCost, packages] = [limits[0]!, [] as readonly Evaluated[]];
  for (const limit of limits) {
    [nearOptimalCost, packages] = [limit, distinct(space, sorted, goal, limit)];
    if (packages.length >= WANTED) break;
  }
  return { packages, nearOptimalCost, costWithout };
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
