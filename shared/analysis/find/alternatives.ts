/**
 * Several clearly different packages near the cheapest. First the cheapest without each of its levers in turn, which also says what doing without it
 * would cost; then, while there are too few, without two and more of them, the most promising first (ranking by exclusion: Lawler 1972); last the
 * cheapest package that differs clearly from all found so far (modelling to generate alternatives: Brill, Chang, Hopkins 1982).
 */
import type { FindQuestion, Goal } from "./find-goal.ts";
import { clearSteps, distance } from "./package-distance.ts";
import type { Evaluated } from "./package-space.ts";
import type { Searcher } from "./package-search.ts";
import type { Cancellable } from "../jobs/progress.ts";

export const MAX_PACKAGES = 8;
export const WANTED_PACKAGES = 5;
/** Packages that cost so much more than the cheapest count as near-optimal; the wider allowances only where fewer than five packages are found. */
const ALLOWANCES = [0.15, 0.3, 0.5] as const;
/** Each allowance is at least this many million. */
const LEAST_ALLOWANCE = 50;
/** Searches without two levers and more, and for a package unlike all others. */
const MAX_EXCLUSIONS = 10;
const MAX_UNLIKE = 6;
export const MAX_TRIES = MAX_EXCLUSIONS + MAX_UNLIKE;
/** A package that is cheaper by this share than the one that searches started from becomes the new start; so many starts at most. */
const NOTICEABLE = 0.01;
const MAX_ROUNDS = 3;

/** For each lever of the cheapest package, by number: the cheapest package found that meets the target without it; null = none within the budget. */
export type Without = ReadonlyMap<number, Evaluated | null>;

export interface Alternatives {
  /** Cheapest first. */
  readonly packages: readonly Evaluated[];
  /** Cost up to which packages were taken, million. */
  readonly nearOptimalCost: number;
  readonly without: Without;
}

/**
 * `cheapest` must meet the target within the budget. Where a search finds a package that is clearly cheaper than it, everything starts again from that
 * one: what counts as near-optimal, and what doing without a lever costs, is measured from the cheapest that any search has found. `show` hears what
 * there is so far.
 */
export async function alternatives(
  search: Searcher,
  goal: Goal,
  question: FindQuestion,
  cheapest: Evaluated,
  show: (found: Alternatives) => void,
): Promise<Cancellable<Alternatives>> {
  const work: Work = { search, goal, question, known: [cheapest], steps: new Float64Array(), without: new Map(), excluding: [], show };
  let base = cheapest;
  for (let round = 1; ; round++) {
    const steps = await clearSteps(search, limitOf(base.claim.cost, ALLOWANCES[0], question.budget));
    if (steps === "cancelled") return steps;
    work.steps = steps;
    work.excluding = [{ levers: [], found: base }];
    if (!(await withoutEach(work, base, round)) || !(await withoutMore(work, base, round)) || !(await unlike(work, base, round))) return "cancelled";
    const best = cheapestOf(work.known);
    if (round === MAX_ROUNDS || !isClearlyCheaper(best, base)) break;
    base = best;
  }
  const found = summary(work);
  // A package a little cheaper than the last base may use other levers.
  for (const lever of search.used(found.packages[0]!)) {
    if (work.without.has(lever)) continue;
    const one = await doWithout(work, [lever], "last");
    if (one === "cancelled") return one;
    work.without.set(lever, goal.isMet(one.claim, question.budget) ? one : null);
  }
  return summary(work);
}

interface Work {
  readonly search: Searcher;
  readonly goal: Goal;
  readonly question: FindQuestion;
  /** Packages that meet the target, without levers that do nothing. */
  readonly known: Evaluated[];
  /** Difference of each lever's share of its way that counts as clear. */
  steps: Float64Array;
  /** Levers that were searched without. */
  readonly without: Map<number, Evaluated | null>;
  /** The cheapest package found without some levers; not kept where none is near-optimal. */
  excluding: { readonly levers: readonly number[]; readonly found: Evaluated }[];
  readonly show: (found: Alternatives) => void;
}

/** Searches without each lever of `base` in turn; false when cancelled. */
async function withoutEach(work: Work, base: Evaluated, round: number): Promise<boolean> {
  const { search, goal, question } = work;
  for (const lever of search.used(base)) {
    const one = await doWithout(work, [lever], String(round));
    if (one === "cancelled") return false;
    work.without.set(lever, goal.isMet(one.claim, question.budget) ? one : null);
    if (!(await addExcluding(work, [lever], one, widestLimit(work, base)))) return false;
  }
  return true;
}

/** While there are too few packages, searches without one more lever than before, the most promising first; false when cancelled. */
async function withoutMore(work: Work, base: Evaluated, round: number): Promise<boolean> {
  const { search, excluding } = work;
  const tried = new Set(excluding.map(({ levers }) => levers.join()));
  for (const lever of search.used(base)) tried.add(String(lever));
  for (let attempt = 0; attempt < MAX_EXCLUSIONS && !isEnough(work, base); attempt++) {
    // Excluding more never costs less, so what either part costs is where the whole begins.
    const costAlone = new Map(
      excluding.flatMap(({ levers: [lever, ...more], found }) => (lever === undefined || more.length > 0 ? [] : [[lever, found.claim.cost]])),
    );
    const choices = excluding.flatMap(({ levers, found }) =>
      search.used(found).map((lever) => ({
        levers: [...levers, lever].toSorted((a, b) => a - b),
        least: Math.max(found.claim.cost, costAlone.get(lever) ?? (search.used(base).includes(lever) ? Infinity : -Infinity)),
      })),
    );
    const open = choices.filter(({ levers, least }) => Number.isFinite(least) && !tried.has(levers.join()));
    const next = open.reduce<(typeof open)[number] | null>((a, b) => (a === null || b.least < a.least ? b : a), null);
    if (next === null) return true;
    tried.add(next.levers.join());
    const one = await doWithout(work, next.levers, String(round));
    if (one === "cancelled" || !(await addExcluding(work, next.levers, one, widestLimit(work, base)))) return false;
  }
  return true;
}

const widestLimit = ({ question }: Work, base: Evaluated): number => limitOf(base.claim.cost, ALLOWANCES.at(-1)!, question.budget);

/** Keeps what is near-optimal, the pruned package among the known; false when cancelled. */
async function addExcluding(work: Work, levers: readonly number[], one: Evaluated, limit: number): Promise<boolean> {
  if (!work.goal.isMet(one.claim, limit)) return true;
  const found = await add(work, one, limit);
  if (found === "cancelled") return false;
  work.excluding.push({ levers, found });
  return true;
}

async function doWithout({ search, goal, question: { budget } }: Work, levers: readonly number[], name: string): Promise<Cancellable<Evaluated>> {
  const free = search.space.levers.flatMap((_, i) => (levers.includes(i) ? [] : [i]));
  return search.run(({ claim }) => goal.reach(claim, budget, claim.cost), "quick", { stream: `without ${levers.join(" ")} in ${name}`, free });
}

/** Enough packages within the narrowest allowance, or a new cheapest one to start again from. */
function isEnough(work: Work, base: Evaluated): boolean {
  const { packages, nearOptimalCost } = summary(work);
  const cheapest = cheapestOf(work.known);
  if (isClearlyCheaper(cheapest, base)) return true;
  return packages.length >= WANTED_PACKAGES && nearOptimalCost === limitOf(cheapest.claim.cost, ALLOWANCES[0], work.question.budget);
}

/** Without levers that do nothing, among the known. */
async function add(work: Work, one: Evaluated, limit: number): Promise<Cancellable<Evaluated>> {
  const pruned = await work.search.prune(one, limit);
  if (pruned === "cancelled") return pruned;
  work.known.push(pruned);
  work.show(summary(work));
  return pruned;
}

/** Once, and while there are fewer than wanted, seeks the cheapest package that differs clearly from all known ones; false when cancelled. */
async function unlike(work: Work, base: Evaluated, round: number): Promise<boolean> {
  const { search, goal, known, steps } = work;
  const { space } = search;
  const idle = new Set<number>();
  const avoided = [...known];
  const limit = widestLimit(work, base);
  for (let attempt = 0; attempt < MAX_UNLIKE && (attempt === 0 || summary(work).packages.length < WANTED_PACKAGES); attempt++) {
    const usages = avoided.map(({ levels }) => space.usage(levels));
    const tooNear = (levels: readonly number[]): number => {
      const usage = space.usage(levels);
      return Math.max(0, ...usages.map((other) => 1 - distance(usage, other, steps)));
    };
    const one = await search.run(
      ({ levels, claim }) => {
        const { objective, violation } = goal.reach(claim, limit, claim.cost);
        return { objective, violation: violation + tooNear(levels) };
      },
      "quick",
      { stream: `unlike ${attempt} in ${round}`, free: space.levers.flatMap((_, i) => (idle.has(i) ? [] : [i])) },
    );
    if (one === "cancelled") return false;
    if (!goal.isMet(one.claim, limit) || tooNear(one.levels) > 0) return true;
    const pruned = await add(work, one, limit);
    if (pruned === "cancelled") return false;
    // What did nothing here and is in no other package does not tell packages apart.
    const left = search.used(pruned);
    for (const lever of search.used(one)) if (!left.includes(lever) && known.every((other) => !search.used(other).includes(lever))) idle.add(lever);
    if (isClearlyCheaper(pruned, base)) return true;
    avoided.push(one, pruned);
  }
  return true;
}

const cheapestOf = (known: readonly Evaluated[]): Evaluated => known.reduce((a, b) => (b.claim.cost < a.claim.cost ? b : a));

const isClearlyCheaper = (one: Evaluated, than: Evaluated): boolean => one.claim.cost < than.claim.cost - Math.max(1, NOTICEABLE * Math.abs(than.claim.cost));

/** The narrowest allowance above the cheapest that holds enough clearly different packages, and what they say of each lever. */
function summary(work: Work): Alternatives {
  const { known, goal, question } = work;
  const sorted = known.toSorted((a, b) => a.claim.cost - b.claim.cost);
  const limits = ALLOWANCES.map((share) => limitOf(sorted[0]!.claim.cost, share, question.budget));
  const within = limits.map((limit) => distinct(work, sorted, limit));
  const k = within.findIndex((packages) => packages.length >= WANTED_PACKAGES);
  const chosen = k < 0 ? within.length - 1 : k;
  const packages = within[chosen]!;
  return { packages, nearOptimalCost: limits[chosen]!, without: bestWithout(work, goal, question.budget) };
}

/** What was found later, by any search, may do without a lever for less. */
function bestWithout({ search: { space }, without }: Work, goal: Goal, budget: number | null): Without {
  const met = space.archive().filter(({ claim }) => goal.isMet(claim, budget));
  return new Map(
    [...without].map(([lever, found]) => {
      const others = met.filter(({ levels }) => levels[lever] === space.statusQuo[lever]);
      return [
        lever,
        [...others, ...(found === null ? [] : [found])].reduce<Evaluated | null>((a, b) => (a === null || b.claim.cost < a.claim.cost ? b : a), null),
      ];
    }),
  );
}

function limitOf(cheapest: number, share: number, budget: number | null): number {
  const limit = cheapest + Math.max(share * Math.abs(cheapest), LEAST_ALLOWANCE);
  return budget === null ? limit : Math.min(budget, limit);
}

/** Packages within the limit that differ clearly from every cheaper one. */
function distinct({ search: { space }, goal, steps }: Work, sorted: readonly Evaluated[], limit: number): readonly Evaluated[] {
  const kept: Evaluated[] = [];
  for (const one of sorted) {
    if (kept.length === MAX_PACKAGES || !goal.isMet(one.claim, limit)) continue;
    if (kept.every((other) => distance(space.usage(one.levels), space.usage(other.levels), steps) >= 1)) kept.push(one);
  }
  return kept;
}
