/**
 * Derivative-free minimisation in the unit cube: differential evolution with self-adapting step and crossover, JADE (Zhang and Sanderson,
 * IEEE Trans. Evol. Comput. 13(5), 2009, with archive), constraints by Deb's rules (2000). Whole generations are evaluated together, so that
 * workers can share them, and the same seed gives the same answer however many there are.
 */
import { type Cancellable, type Control, shouldStop } from "../jobs/progress.ts";
import { type RandomSource, randomSource } from "../ensemble/random.ts";

/** A feasible point has violation 0; of two infeasible ones the less violated is better, of two feasible ones that with the lower objective. */
export interface Score {
  readonly objective: number;
  readonly violation: number;
}

export const isLower = (a: Score, b: Score): boolean => (a.violation === b.violation ? a.objective < b.objective : a.violation < b.violation);

/**
 * A part of the evaluation may show that a point is not wanted, since the rest can only make it worse: then it may be answered by an estimate
 * that is no better than that part.
 */
export interface Screening {
  /** What point `i` must be better than, or as good as, to be wanted. */
  readonly bar: (i: number) => Score;
  /** Only the best point of the list is wanted, and only if it is better than its bar. */
  readonly isBestOnly: boolean;
  /** A point evaluated whole, from which estimates are taken. */
  readonly near?: Float64Array;
}

export interface Problem {
  readonly dimensions: number;
  /** What each point achieves, as plain numbers; points of one call may be evaluated in parallel. */
  readonly evaluate: (points: readonly Float64Array[], screening?: Screening) => Promise<Cancellable<readonly Float64Array[]>>;
  /** How good that is. Cheap, and defined for achievements that no point has: searches predict with it. */
  readonly score: (point: Float64Array, achieved: Float64Array) => Score;
  /** Numbers to be had for one another, each better when lower; the first is the price. Where given, moves are sought at all rates of exchange. */
  readonly trade?: (point: Float64Array, achieved: Float64Array) => readonly number[];
}

/** Scores of points. */
async function scoresOf({ evaluate, score }: Problem, points: readonly Float64Array[], screening?: Screening): Promise<Cancellable<readonly Score[]>> {
  const achieved = await evaluate(points, screening);
  return achieved === "cancelled" ? achieved : points.map((point, i) => score(point, achieved[i]!));
}

export interface SearchOptions {
  readonly seed: number;
  /** Name of the random stream: searches of one study do not repeat each other. */
  readonly stream: string;
  readonly population: number;
  readonly generations: number;
  /** Generations without a better point after which the search ends. */
  readonly patience: number;
  /** Points that stand in the first generation; random ones fill it up. */
  readonly start: readonly Float64Array[];
}

export interface Optimum {
  readonly point: Float64Array;
  readonly score: Score;
  readonly evaluations: number;
}

interface Member {
  readonly point: Float64Array;
  readonly score: Score;
}

/** Share of the population that a step may be drawn towards. */
const BEST_SHARE = 0.1;
/** Speed at which the means of step and crossover follow what has worked. */
const LEARNING = 0.1;
const SPREAD = 0.1;

/** Progress counts generations. */
export async function optimise(problem: Problem, options: SearchOptions, control: Control = {}): Promise<Cancellable<Optimum>> {
  const { population, generations, patience } = options;
  const random = randomSource(options.seed, `optimise|${options.stream}`);
  const initial = options.start.slice(0, population);
  while (initial.length < population) initial.push(Float64Array.from({ length: problem.dimensions }, random.uniform));
  const scores = await scoresOf(problem, initial);
  if (scores === "cancelled") return scores;
  let members: readonly Member[] = initial.map((point, i) => ({ point, score: scores[i]! }));
  let best = members.reduce((a, b) => (isLower(b.score, a.score) ? b : a));
  const archive: Float64Array[] = [];
  const means = { step: 0.5, crossover: 0.5 };
  let idle = 0;
  let generation = 0;
  while (generation < generations && idle < patience) {
    generation++;
    const trials = offspring(members, archive, means, random);
    const points = trials.map(({ point }) => point);
    const parents = members;
    const found = await scoresOf(problem, points, { bar: (i) => parents[i]!.score, isBestOnly: false });
    if (found === "cancelled") return found;
    const worked = trials.filter((_, i) => isLower(found[i]!, members[i]!.score));
    members.forEach(({ point, score }, i) => {
      if (isLower(found[i]!, score)) archive.push(point);
    });
    while (archive.length > population) archive.splice(random.below(archive.length), 1);
    members = members.map((member, i) => (isLower(member.score, found[i]!) ? member : { point: trials[i]!.point, score: found[i]! }));
    learn(means, worked);
    const top = members.reduce((a, b) => (isLower(b.score, a.score) ? b : a));
    idle = isLower(top.score, best.score) ? 0 : idle + 1;
    best = top;
    control.progress?.(generation, generations);
    if (await shouldStop(control)) return "cancelled";
  }
  return { point: best.point, score: best.score, evaluations: population * (generation + 1) };
}

interface Trial {
  readonly point: Float64Array;
  readonly step: number;
  readonly crossover: number;
}

/** current-to-pbest/1/bin: towards one of the best, plus the difference of two others, the second perhaps from the archive of beaten points. */
function offspring(
  members: readonly Member[],
  archive: readonly Float64Array[],
  means: { step: number; crossover: number },
  random: RandomSource,
): readonly Trial[] {
  const n = members.length;
  const ranked = members.toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0));
  const top = Math.max(2, Math.round(BEST_SHARE * n));
  return members.map(({ point }, i): Trial => {
    const step = drawStep(means.step, random);
    const crossover = Math.min(1, Math.max(0, means.crossover + SPREAD * random.normal()));
    const towards = ranked[random.below(top)]!.point;
    const a = other(n, [i], random);
    const b = other(n + archive.length, [i, a], random);
    const plus = members[a]!.point;
    const minus = b < n ? members[b]!.point : archive[b - n]!;
    const always = random.below(point.length);
    const trial = point.map((x, d) => {
      if (d !== always && random.uniform() >= crossover) return x;
      return inside(x + step * (towards[d]! - x) + step * (plus[d]! - minus[d]!), x);
    });
    return { point: trial, step, crossover };
  });
}

/** Cauchy around the mean; drawn again while not positive, cut at 1. */
function drawStep(mean: number, random: RandomSource): number {
  for (;;) {
    const step = mean + SPREAD * Math.tan(Math.PI * (random.uniform() - 0.5));
    if (step > 0) return Math.min(1, step);
  }
}

function other(count: number, than: readonly number[], random: RandomSource): number {
  for (;;) {
    const i = random.below(count);
    if (!than.includes(i)) return i;
  }
}

/** Half way to the wall instead of through it. */
const inside = (x: number, from: number): number => (x < 0 ? from / 2 : x > 1 ? (from + 1) / 2 : x);

/** Crossover follows the plain mean of what worked, the step its Lehmer mean, which favours long steps. */
function learn(means: { step: number; crossover: number }, worked: readonly Trial[]): void {
  if (worked.length === 0) return;
  const sum = (of: (trial: Trial) => number): number => worked.reduce((total, trial) => total + of(trial), 0);
  means.crossover += LEARNING * (sum(({ crossover }) => crossover) / worked.length - means.crossover);
  means.step += LEARNING * (sum(({ step }) => step * step) / sum(({ step }) => step) - means.step);
}
