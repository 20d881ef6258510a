/** A check of the model with a number that must come out, and how checks are reported. */
import type { Dataset } from "../dataset/dataset.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/compile-model.ts";
import { violationText } from "../model/invariants.ts";
import { createRun } from "../model/run.ts";
import type { Run } from "../model/run.ts";
import { simulate } from "../model/simulate.ts";
import { readerOfRun } from "../indicator/run-reader.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { ScenarioInputs } from "../scenario/scenario.ts";

export interface CheckOutcome {
  readonly expected: number;
  readonly got: number;
  /** Allowed |expected − got|, relative to the larger of 1 and |expected|. */
  readonly tolerance: number;
  readonly pass: boolean;
  /** Where the numbers were taken, or why nothing could be compared. */
  readonly note?: string;
}

export interface Check {
  /** Rule of shared/SPEC.md, e.g. "A4". */
  readonly id: string;
  readonly title: string;
  /** Works on small variants of `dataset`; a violated invariant makes it fail. */
  readonly run: (dataset: Dataset) => CheckOutcome;
}

export interface CheckGroup {
  readonly title: string;
  /** What it means that its checks hold. */
  readonly proves: string;
  readonly checks: readonly Check[];
}

/** One number against another. */
export function compare(expected: number, got: number, tolerance: number, note?: string): CheckOutcome {
  const pass = Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected));
  return note === undefined ? { expected, got, tolerance, pass } : { expected, got, tolerance, pass, note };
}

/** The worst of several outcomes: a failed one first, else the largest difference in units of its tolerance. */
export function worst(outcomes: readonly CheckOutcome[]): CheckOutcome {
  const [first, ...rest] = outcomes;
  if (!first) return { expected: NaN, got: NaN, tolerance: 0, pass: false, note: "nothing was compared" };
  return rest.reduce((a, b) => (strain(b) > strain(a) ? b : a), first);
}

function strain({ expected, got, tolerance, pass }: CheckOutcome): number {
  if (!pass) return Infinity;
  return tolerance === 0 ? 0 : Math.abs(expected - got) / (tolerance * Math.max(1, Math.abs(expected)));
}

/** Two series, month by month or year by year; the worst pair counts. */
export function compareSeries(expected: ArrayLike<number>, got: ArrayLike<number>, tolerance: number, note?: string): CheckOutcome {
  const outcomes = Array.from({ length: expected.length }, (_, i) => compare(expected[i]!, got[i] ?? NaN, tolerance, note));
  return expected.length === got.length ? worst(outcomes) : { expected: expected.length, got: got.length, tolerance: 0, pass: false, note: "lengths differ" };
}

/** A finished run in checked mode. */
export interface Finished {
  readonly model: Model;
  readonly run: Run;
  readonly reader: ResultReader;
}

/** Thrown by `runChecked`; the table of checks turns it into a failed outcome. */
export class InvariantViolated extends Error {}

/** Compiles and runs a (small, altered) dataset in checked mode. */
export function runChecked(dataset: Dataset, inputs: ScenarioInputs): Finished {
  const model = compileModel(dataset);
  const run = createRun(model);
  const violation = simulate(model, inputs, run, { checked: true });
  if (violation !== null) throw new InvariantViolated(violationText(violation));
  return { model, run, reader: readerOfRun(model, run) };
}
