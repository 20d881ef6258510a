/** What is read off the runs of an ensemble: probabilities, comparisons between scenarios, convergence. Each is a function of values in run order. */
import type { Indicator } from "../../indicator/indicator.ts";
import { isBetter } from "../outcome.ts";
import { quantiles } from "./quantiles.ts";

export interface Probability {
  readonly probability: number;
  /** √(p·(1 − p)/n); stratified draws make the true error smaller. */
  readonly standardError: number;
  /** Runs in which it is defined. */
  readonly of: number;
}

/**
 * Where all of `of` runs agree, √(p·(1 − p)/n) says nothing: with 95% confidence the probability lies no further than this from 1, or from 0 where none does
 * (rule of three; Hanley and Lippman-Hand, JAMA 1983).
 */
export const unanimityBound = (of: number): number => Math.min(1, 3 / of);

/** Share of runs in which a value is at least as good as the target. */
export function probabilityOfTarget(values: Float64Array, target: number, indicator: Indicator): Probability {
  return share(values, (value) => value === target || isBetter(indicator, value, target));
}

export interface Duel {
  /** Shares of the runs in which A is better, both are equal, B is better. */
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
  readonly standardError: number;
  /** Runs in which both are defined. */
  readonly of: number;
}

/** Scenario A against B, run by run under the same draws. */
export function duel(a: Float64Array, b: Float64Array, indicator: Indicator): Duel {
  const differences = a.map((value, r) => (value === b[r] ? 0 : isBetter(indicator, value, b[r]!) ? 1 : Number.isNaN(value - b[r]!) ? NaN : -1));
  const better = share(differences, (difference) => difference === 1);
  return {
    better: better.probability,
    equal: share(differences, (difference) => difference === 0).probability,
    worse: share(differences, (difference) => difference === -1).probability,
    standardError: better.standardError,
    of: better.of,
  };
}

function share(values: Float64Array, holds: (value: number) => boolean): Probability {
  let of = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    of++;
    if (holds(value)) count++;
  }
  const probability = count / of;
  return { probability, standardError: Math.sqrt((probability * (1 - probability)) / of), of };
}

export interface Moments {
  readonly runs: number;
  readonly mean: number;
  readonly median: number;
  readonly standardDeviation: number;
  /** Of the mean, as for independent draws: an upper estimate, because the draws are stratified. */
  readonly standardError: number;
}

/** Moments of the defined values among the first `runs`. */
export function moments(values: Float64Array, runs = values.length): Moments {
  const defined = values.slice(0, runs).filter((value) => !Number.isNaN(value));
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  const variance = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (defined.length - 1);
  const out = new Float64Array(1);
  const n = defined.length;
  quantiles(defined, n, [0.5], out, 0);
  return { runs, mean, median: out[0]!, standardDeviation: Math.sqrt(variance), standardError: Math.sqrt(variance / n) };
}

/** Moments of the first 64, 128, 256 … runs and of all: how the headline settles. */
export function convergence(values: Float64Array): readonly Moments[] {
  const steps: Moments[] = [];
  for (let runs = 64; runs < values.length; runs *= 2) steps.push(moments(values, runs));
  return [...steps, moments(values)];
}
