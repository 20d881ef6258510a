/**
 * Which uncertain parameters move an outcome, in two views: rank correlation over all runs of an ensemble, and the swing when one parameter alone
 * goes to its low and its high value.
 */
import type { Assumption } from "../../scenario/scenario.ts";
import { drawnParameters, type DrawnParameter } from "./draws.ts";
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner, runJobs } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";

export interface TornadoRow {
  readonly parameter: DrawnParameter;
  /** Spearman, −1 to 1. */
  readonly rankCorrelation: number;
  /** Outcome at the parameter's low and high value, all others as in the scenario; NaN = not defined. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface TornadoQuestion {
  readonly scenario: Package;
  /** One number: a measure of width 1. */
  readonly measure: Measure;
  readonly seed: number;
  /** The outcome in the runs of an ensemble with this seed, from run number `from` on. */
  readonly from: number;
  readonly values: Float64Array;
}

export interface Tornado {
  /** The outcome with every parameter at its value in use. */
  readonly middle: number;
  /** Largest absolute rank correlation first. */
  readonly rows: readonly TornadoRow[];
}

/** About a fiftieth of a second at ten thousand runs. */
const PARAMETERS_PER_JOB = 16;

/** Progress counts parameters, once for each view. */
export async function tornado(runner: JobRunner, question: TornadoQuestion, control: Control = {}): Promise<Cancellable<Tornado>> {
  const { scenario, measure, seed, from, values } = question;
  const parameters = drawnParameters(runner.model, scenario.assumptions);
  const n = parameters.length;
  const at = (i: number): number => i * PARAMETERS_PER_JOB;
  const correlations = new Float64Array(n);
  const correlated = await runJobs(
    runner,
    Math.ceil(n / PARAMETERS_PER_JOB),
    (i) => ({ kind: "correlation", package: scenario, seed, from, values, first: at(i), end: Math.min(n, at(i + 1)) }),
    (i, [part]) => correlations.set(part!, at(i)),
    { ...control, progress: (done) => control.progress?.(Math.min(n, at(done)), 2 * n) },
  );
  if (!correlated) return "cancelled";
  const moved = parameters.flatMap((parameter) => [withValue(scenario, parameter, parameter.low), withValue(scenario, parameter, parameter.high)]);
  const swings = await evaluatePackages(runner, [scenario, ...moved], [measure], {
    ...control,
    progress: (done) => control.progress?.(n + Math.floor(done / 2), 2 * n),
  });
  if (swings === "cancelled") return swings;
  const rows = parameters.map((parameter, i): TornadoRow => ({
    parameter,
    rankCorrelation: correlations[i]!,
    atLow: swings[1 + 2 * i]!,
    atHigh: swings[2 + 2 * i]!,
  }));
  return { middle: swings[0]!, rows: rows.toSorted((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation)) };
}

/** The scenario with one parameter elsewhere; of two assumptions about a row the last counts. */
function withValue(scenario: Package, { mineral, stage, key }: DrawnParameter, value: number): Package {
  const assumption: Assumption = { mineral, stage, key, value };
  return { ...scenario, assumptions: [...scenario.assumptions, assumption] };
}
