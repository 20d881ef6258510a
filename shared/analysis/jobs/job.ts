/**
 * The pieces of work that a study is cut into, and how one is done. A job and its result are plain data: the same function does them in the
 * calling thread, in a Node worker and in a web worker, so all three give the same numbers.
 */
import type { Model } from "../../model/compile-model.ts";
import { parameterVector } from "../../model/parameter-vector.ts";
import { createRun, type Run } from "../../model/run.ts";
import { simulate, type SimulateOptions } from "../../model/simulate.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import { createSampler, type Sampler } from "../ensemble/draws.ts";
import { type Measure, type MeasureReader, measureReader } from "../measure.ts";
import { BANDS, quantiles } from "../ensemble/quantiles.ts";
import { correlationsWithDraws } from "../ensemble/rank-correlation.ts";

/** What is run: a scenario without its labels, target and budget. */
export type Package = Pick<ScenarioDocument, "inputs" | "assumptions">;

/** Values of one run of each package, at the parameters in use. */
export interface EvaluateJob {
  readonly kind: "evaluate";
  readonly packages: readonly Package[];
  readonly measures: readonly Measure[];
}

/** Values of the runs from `from` up to `to` (exclusive) of each package, at drawn parameters; cut into `parts` by series. */
export interface SampleJob {
  readonly kind: "sample";
  readonly packages: readonly Package[];
  readonly measures: readonly Measure[];
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly parts: number;
}

/** The five bands of the series of some parts. */
export interface BandsJob {
  readonly kind: "bands";
  readonly parts: readonly Part[];
}

/** `series` series, whose runs stand in `blocks` one after the other (series × runs of the block). */
export interface Part {
  readonly series: number;
  readonly blocks: readonly Float64Array[];
}

/** Rank correlations of an outcome, one value per run from run `from` on, with drawn parameters of a package: those from `first` up to `end`. */
export interface CorrelationJob {
  readonly kind: "correlation";
  readonly package: Package;
  readonly seed: number;
  readonly from: number;
  readonly values: Float64Array;
  readonly first: number;
  readonly end: number;
}

export type Job = EvaluateJob | SampleJob | BandsJob | CorrelationJob;

/** evaluate: one array, package × values. sample: one array per part, series × runs. bands: series × 5 of all parts, then their blocks back. correlation: one per parameter. */
export type JobResult = readonly Float64Array[];

/** Does jobs of one model; keeps its run and samplers between them. */
export type DoJob = (job: Job) => JobResult;

export function jobDoer(model: Model): DoJob {
  const run = createRun(model);
  const samplers = new Map<string, Sampler>();
  const samplerOf = ({ assumptions }: Package, seed: number): Sampler => {
    const key = JSON.stringify([seed, assumptions]);
    const sampler = samplers.get(key) ?? createSampler(model, assumptions, seed);
    samplers.set(key, sampler);
    return sampler;
  };
  return (job) => {
    switch (job.kind) {
      case "evaluate":
        return [evaluate(model, run, job)];
      case "sample":
        return sample(model, run, job, samplerOf);
      case "bands":
        return [bands(job), ...blocksOf(job)];
      case "correlation":
        return [correlationsWithDraws(samplerOf(job.package, job.seed), job)];
    }
  };
}

/** What of a run has to be worked out for a reader. */
const partOf = ({ monthlyOnly, years, minerals }: MeasureReader): SimulateOptions => ({ monthlyOnly, years, minerals });

function evaluate(model: Model, run: Run, { packages, measures }: EvaluateJob): Float64Array {
  const reader = measureReader(model, measures);
  const out = new Float64Array(packages.length * reader.width);
  packages.forEach(({ inputs, assumptions }, i) => {
    const vector = parameterVector(model, assumptions);
    if (!vector.ok) throw new Error("the assumptions do not fit the dataset; check them before running");
    simulate(model, inputs, run, { vector: vector.value, ...partOf(reader) });
    reader.read(run, out, i * reader.width);
  });
  return out;
}

function sample(model: Model, run: Run, job: SampleJob, samplerOf: (one: Package, seed: number) => Sampler): JobResult {
  const reader = measureReader(model, job.measures);
  const samplers = job.packages.map((one) => samplerOf(one, job.seed));
  const runs = job.to - job.from;
  const series = job.packages.length * reader.width;
  const bounds = partBounds(series, job.parts);
  const parts = bounds.slice(1).map((end, p) => new Float64Array((end - bounds[p]!) * runs));
  const values = new Float64Array(reader.width);
  for (let r = 0; r < runs; r++) {
    job.packages.forEach(({ inputs }, i) => {
      simulate(model, inputs, run, { vector: samplers[i]!.draw(job.from + r), ...partOf(reader) });
      reader.read(run, values, 0);
      spread(values, parts, bounds, i * reader.width, runs, r);
    });
  }
  return parts;
}

/** Writes the values of one run into its column of the series × runs blocks. */
function spread(values: Float64Array, parts: readonly Float64Array[], bounds: readonly number[], firstSeries: number, runs: number, r: number): void {
  let part = 0;
  for (let v = 0; v < values.length; v++) {
    const series = firstSeries + v;
    while (series >= bounds[part + 1]!) part++;
    parts[part]![(series - bounds[part]!) * runs + r] = values[v]!;
  }
}

/** First series of each part, and the end: as even as whole numbers allow. */
export const partBounds = (series: number, parts: number): readonly number[] => Array.from({ length: parts + 1 }, (_, p) => Math.floor((series * p) / parts));

/** The blocks of all parts, in order. */
export const blocksOf = ({ parts }: BandsJob): readonly Float64Array[] => parts.flatMap(({ blocks }) => blocks);

function bands({ parts }: BandsJob): Float64Array {
  const out = new Float64Array(parts.reduce((sum, { series }) => sum + series, 0) * BANDS.length);
  let at = 0;
  for (const { series, blocks } of parts) {
    const runs = blocks.reduce((sum, block) => sum + block.length, 0) / series;
    const values = new Float64Array(runs);
    for (let s = 0; s < series; s++, at += BANDS.length) {
      gatherSeries(blocks, series, s, values);
      quantiles(values, runs, BANDS, out, at);
    }
  }
  return out;
}

/** The runs of one series in order, from blocks of series × runs. */
export function gatherSeries(blocks: readonly Float64Array[], series: number, s: number, out: Float64Array): void {
  let at = 0;
  for (const block of blocks) {
    const runs = block.length / series;
    const end = (s + 1) * runs;
    // Number by number: blocks are short, and a view of each would cost more than its copy.
    for (let i = s * runs; i < end; i++) out[at++] = block[i]!;
  }
}
