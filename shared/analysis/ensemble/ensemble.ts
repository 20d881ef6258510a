/**
 * Many runs of scenarios at drawn parameters, the same draws for every scenario, so that differences are policy and not luck.
 * Values stand in blocks of series × runs that workers hand back and forth; a shard is nothing but a range of run numbers.
 */
import { BANDS } from "./quantiles.ts";
import { gatherSeries, type JobResult, type Package, type Part, partBounds } from "../jobs/job.ts";
import { type JobRunner, runJobs } from "../jobs/job-runner.ts";
import { type Measure, measureReader } from "../measure.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";

export interface EnsembleStudy {
  readonly packages: readonly Package[];
  readonly measures: readonly Measure[];
  readonly seed: number;
  /** Run numbers from `from` up to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

/** Smallest and largest study that the app offers. */
export const RUN_LIMITS = { min: 200, max: 20_000 } as const;

/** Values of all runs. Series number package × width + value. */
export interface SampledRuns {
  readonly runs: number;
  /** Values per package. */
  readonly width: number;
  readonly series: number;
  /** One value per run, in the order of run numbers; NaN = not defined. A copy. */
  readonly column: (series: number) => Float64Array;
  /** P5, P25, P50, P75 and P95 of every series, one after another. */
  readonly bands: (runner: JobRunner, control: Control) => Promise<Cancellable<Float64Array>>;
}

export interface EnsembleControl extends Control {
  /** Bands of the first 64, 128, 256 … runs while the study goes on; what stands here is a Latin hypercube of its own. */
  readonly onBands?: (runs: number, bands: Float64Array) => void;
}

/** Runs of all packages together in one job: about a hundredth of a second of work, so that a cancel and the first bands need not wait. */
const RUNS_PER_JOB = 16;
/** Series are cut into so many parts, so that workers share the quantiles and none is busy for long. */
const MAX_PARTS = 16;
/** Values in one job of bands: about a hundredth of a second of work; at least one part. */
const VALUES_PER_JOB = 500_000;
const FIRST_BANDS = 64;

/** Progress counts runs. */
export async function sampleRuns(runner: JobRunner, study: EnsembleStudy, control: EnsembleControl = {}): Promise<Cancellable<SampledRuns>> {
  const { packages, measures, seed, from, to } = study;
  const { width } = measureReader(runner.model, measures);
  const series = packages.length * width;
  const blocks = new BlockStore(series, runsPerJob(packages.length), to - from);
  const refining = new Refinement(runner, blocks, control);
  const finished = await runJobs(
    runner,
    blocks.chunks,
    (i) => {
      const first = from + i * blocks.chunk;
      return { kind: "sample", packages, measures, seed, from: first, to: Math.min(to, first + blocks.chunk), parts: blocks.parts };
    },
    (i, result) => {
      blocks.put(i, result);
      refining.offer();
    },
    { ...control, progress: (done) => control.progress?.(Math.min(done * blocks.chunk, to - from), to - from) },
  );
  if (!finished) return "cancelled";
  await refining.settled();
  return sampledRuns(blocks, width);
}

/** Values that were computed elsewhere, one array per series: what a merge starts from. */
export function runsOfColumns(columns: readonly Float64Array[], width: number): SampledRuns {
  const runs = columns[0]?.length ?? 0;
  const blocks = new BlockStore(columns.length, runs, runs);
  const bounds = partBounds(columns.length, blocks.parts);
  const parts = bounds.slice(1).map((end, p) => {
    const part = new Float64Array((end - bounds[p]!) * runs);
    for (let s = bounds[p]!; s < end; s++) part.set(columns[s]!, (s - bounds[p]!) * runs);
    return part;
  });
  blocks.put(0, parts);
  return sampledRuns(blocks, width);
}

const sampledRuns = (blocks: BlockStore, width: number): SampledRuns => ({
  runs: blocks.runs,
  width,
  series: blocks.series,
  column: (series) => blocks.column(series),
  bands: (runner, control) => bandsOf(runner, blocks, blocks.chunks, control),
});

/** A power of two, so that bands of the first 2^k runs end where a job ends. */
const runsPerJob = (packages: number): number => Math.max(4, 2 ** Math.floor(Math.log2(RUNS_PER_JOB / packages)));

/** Blocks by part and chunk of runs. */
class BlockStore {
  readonly series: number;
  readonly chunk: number;
  readonly runs: number;
  readonly chunks: number;
  readonly parts: number;
  readonly bounds: readonly number[];
  readonly blocks: (Float64Array | undefined)[][];

  constructor(series: number, chunk: number, runs: number) {
    this.series = series;
    this.chunk = chunk;
    this.runs = runs;
    this.chunks = Math.ceil(runs / chunk);
    this.parts = Math.max(1, Math.min(MAX_PARTS, series));
    this.bounds = partBounds(series, this.parts);
    this.blocks = Array.from({ length: this.parts }, () => []);
  }

  put(chunk: number, parts: JobResult): void {
    parts.forEach((block, p) => {
      this.blocks[p]![chunk] = block;
    });
  }

  /** The first `chunks` blocks of a part. */
  ofPart(part: number, chunks: number): readonly Float64Array[] {
    return Array.from({ length: chunks }, (_, c) => this.blocks[part]![c]!);
  }

  /** Parts from `first` up to `end` (exclusive). */
  partsBetween(first: number, end: number, chunks: number): readonly Part[] {
    return Array.from({ length: end - first }, (_, i) => ({ series: this.seriesOfPart(first + i), blocks: this.ofPart(first + i, chunks) }));
  }

  seriesOfPart(part: number): number {
    return this.bounds[part + 1]! - this.bounds[part]!;
  }

  column(series: number): Float64Array {
    const part = this.bounds.findLastIndex((first) => first <= series);
    const out = new Float64Array(this.runs);
    gatherSeries(this.ofPart(part, this.chunks), this.seriesOfPart(part), series - this.bounds[part]!, out);
    return out;
  }
}

/** Bands over the first `chunks` chunks. The blocks travel to the workers and come back. */
async function bandsOf(runner: JobRunner, store: BlockStore, chunks: number, control: Control): Promise<Cancellable<Float64Array>> {
  const out = new Float64Array(store.series * BANDS.length);
  const jobs = Math.min(store.parts, Math.ceil((store.series * chunks * store.chunk) / VALUES_PER_JOB));
  const firstPart = partBounds(store.parts, jobs);
  const finished = await runJobs(
    runner,
    jobs,
    (i) => ({ kind: "bands", parts: store.partsBetween(firstPart[i]!, firstPart[i + 1]!, chunks) }),
    (i, [bands, ...back]) => {
      out.set(bands!, store.bounds[firstPart[i]!]! * BANDS.length);
      back.forEach((block, b) => {
        store.blocks[firstPart[i]! + Math.floor(b / chunks)]![b % chunks] = block;
      });
    },
    control,
  );
  return finished ? out : "cancelled";
}

/** Bands of the runs that are there, each time their number has doubled. One at a time: the blocks are away while a worker holds them. */
class Refinement {
  readonly runner: JobRunner;
  readonly store: BlockStore;
  readonly control: EnsembleControl;
  next = FIRST_BANDS;
  contiguous = 0;
  underWay: Promise<void> | null = null;

  constructor(runner: JobRunner, store: BlockStore, control: EnsembleControl) {
    this.runner = runner;
    this.store = store;
    this.control = control;
  }

  /** Called after each chunk. */
  offer(): void {
    const { onBands } = this.control;
    const { store } = this;
    while (store.blocks[0]![this.contiguous] !== undefined) this.contiguous++;
    if (onBands === undefined || this.underWay !== null || this.next >= store.runs || this.contiguous * store.chunk < this.next) return;
    while (2 * this.next <= this.contiguous * store.chunk && 2 * this.next < store.runs) this.next *= 2;
    const runs = this.next;
    this.next *= 2;
    this.underWay = bandsOf(this.runner, store, runs / store.chunk, { ...this.control, progress: () => {} }).then((bands) => {
      this.underWay = null;
      if (bands !== "cancelled") onBands(runs, bands);
    });
    // A failure is heard in `settled`; a study that is cancelled meanwhile never asks.
    this.underWay.catch(() => {});
  }

  async settled(): Promise<void> {
    await this.underWay;
  }
}
