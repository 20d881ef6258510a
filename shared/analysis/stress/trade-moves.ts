/**
 * Moves of all coordinates at once by Lagrange multipliers: for each set of prices of what is achieved, every coordinate takes the step whose priced
 * changes add up to least. Exact where effects add up; that several steps together usually do less than their sum is allowed for.
 */
import type { Move, Place, Step } from "../find/move.ts";
import { isLower, type Problem } from "../find/optimise.ts";

/** Prices of each number against the first, over this many powers of two around the dearest and cheapest step. */
const PRICES = 24;
/** What is achieved together, as a share of the sum of what each step achieves alone. */
const TOGETHER = [1, 0.85, 0.7] as const;
/** Moves that are run for each of these shares. */
const TRIED = 5;

/** Empty for a problem without trade. */
export function tradeMoves(problem: Problem, here: Place, steps: readonly Step[]): readonly Move[] {
  const { trade } = problem;
  if (trade === undefined) return [];
  const base = trade(here.point, here.achieved);
  const priced = steps.map((step) => {
    const point = here.point.slice();
    point[step.dimension] = step.to;
    const there = trade(
      point,
      here.achieved.map((value, k) => value + step.change[k]!),
    );
    return { step, change: there.map((value, k) => value - base[k]!) };
  });
  const combinations = pricesOf(priced.map(({ change }) => change)).map((prices) => {
    const best = new Map<number, { readonly step: Step; readonly sum: number }>();
    for (const { step, change } of priced) {
      const sum = change.reduce((total, value, k) => total + prices[k]! * value, 0);
      if (sum < (best.get(step.dimension)?.sum ?? 0)) best.set(step.dimension, { step, sum });
    }
    return [...best.values()].map(({ step }) => step);
  });
  const chosen = new Map<string, Move>();
  for (const together of TOGETHER) {
    const moves = combinations
      .filter((all) => all.length > 0)
      .map((all) => joined(problem, here, all, together))
      .filter(({ score }) => isLower(score, here.score))
      .toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0));
    const before = chosen.size;
    for (const move of moves) if (chosen.size < before + TRIED) chosen.set(move.point.join(), move);
  }
  return [...chosen.values()];
}

/** The first number at price 1, each other one over the range of rates at which steps exchange it for the first. */
function pricesOf(changes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[1]];
  const count = changes[0]?.length ?? 1;
  for (let k = 1; k < count; k++) {
    const rates = changes.flatMap((change) => (change[0]! * change[k]! < 0 ? [-change[0]! / change[k]!] : [])).toSorted((a, b) => a - b);
    const points = k === 1 ? PRICES : 4;
    const choices = rates.length === 0 ? [0] : Array.from({ length: points }, (_, i) => rates[Math.floor((i * (rates.length - 1)) / (points - 1))]! * 1.0001);
    all = all.flatMap((prices) => (k === 1 ? choices : [0, ...choices]).map((price) => prices.concat(price)));
  }
  return all;
}

function joined(problem: Problem, here: Place, steps: readonly Step[], together: number): Move {
  const point = here.point.slice();
  const achieved = here.achieved.slice();
  for (const { dimension, to, change } of steps) {
    point[dimension] = to;
    for (let k = 0; k < achieved.length; k++) achieved[k]! += together * change[k]!;
  }
  return { steps, point, achieved, score: problem.score(point, achieved) };
}
