import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkerPool, type WorkerPool } from "../../../../electron/analysis/worker-pool.ts";
import { createSampler } from "../../../../shared/analysis/ensemble/draws.ts";
import { type EnsembleStudy, runsOfColumns, sampleRuns } from "../../../../shared/analysis/ensemble/ensemble.ts";
import { convergence, duel, moments, probabilityOfTarget } from "../../../../shared/analysis/ensemble/ensemble-statistics.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { type Measure, measureReader } from "../../../../shared/analysis/measure.ts";
import { HEADLINE, indicatorOf } from "../../../../shared/analysis/outcome.ts";
import { BANDS } from "../../../../shared/analysis/ensemble/quantiles.ts";
import { tornado } from "../../../../shared/analysis/ensemble/tornado.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import { broad, done, smallDataset as dataset, smallModel as model, statusQuo } from "../shipped-model.ts";

const local = localRunner(model);
const measures: readonly Measure[] = [
  { kind: "annual", outcome: HEADLINE },
  ...dataset.minerals.map(({ id }): Measure => ({ kind: "annual", outcome: { indicator: "dependence", mineral: id, stage: null } })),
];
const years = model.years.length;
const study = (from: number, to: number, packages = [statusQuo, broad]): EnsembleStudy => ({ packages, measures, seed: 7, from, to });

/** Series of a package, a measure and a year. */
const seriesOf = (width: number, scenario: number, measure: number, year: number): number => scenario * width + measure * years + (year - 2026);

describe("ensemble", () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await openWorkerPool(model, 2);
  });
  afterAll(() => pool.close());

  it("N16: a value is the scenario's own run at the parameters drawn for that run number", async () => {
    const sampled = done(await sampleRuns(local, study(100, 140)));
    const run = createRun(model);
    const reader = measureReader(model, measures);
    const sampler = createSampler(model, [], 7);
    const expected = new Float64Array(reader.width);
    for (const r of [0, 13, 39]) {
      [statusQuo, broad].forEach(({ inputs }, i) => {
        simulate(model, inputs, run, { vector: sampler.draw(100 + r) });
        reader.read(run, expected, 0);
        expect(Array.from(expected.keys(), (v) => sampled.column(i * reader.width + v)[r])).toEqual([...expected]);
      });
    }
  });

  it("N16: the study in two workers equals the study in one thread bit for bit, values and bands", async () => {
    const [one, two] = [done(await sampleRuns(local, study(0, 150))), done(await sampleRuns(pool, study(0, 150)))];
    expect(two.series).toBe(one.series);
    for (let s = 0; s < one.series; s++) expect(two.column(s)).toEqual(one.column(s));
    expect(done(await two.bands(pool, {}))).toEqual(done(await one.bands(local, {})));
  });

  it("N17: shards merged are the single study bit for bit, wherever it was cut", async () => {
    const whole = done(await sampleRuns(pool, study(0, 130)));
    const shards = await Promise.all([study(0, 17), study(17, 90), study(90, 130)].map(async (part) => done(await sampleRuns(local, part))));
    const columns = Array.from({ length: whole.series }, (_, s) => Float64Array.from(shards.flatMap((shard) => Array.from(shard.column(s)))));
    const merged = runsOfColumns(columns, whole.width);
    for (let s = 0; s < whole.series; s++) expect(merged.column(s)).toEqual(whole.column(s));
    expect(done(await merged.bands(local, {}))).toEqual(done(await whole.bands(pool, {})));
  });

  it("N16: scenarios meet the same draws: a scenario equal to status quo has its values in every run", async () => {
    const sampled = done(await sampleRuns(local, study(0, 64, [statusQuo, { ...statusQuo, inputs: { ...statusQuo.inputs } }])));
    for (let v = 0; v < sampled.width; v++) expect(sampled.column(v)).toEqual(sampled.column(sampled.width + v));
  });

  it("N16: bands of the first 64, 128 … runs come while the study goes on and equal those of a study of that size", async () => {
    const seen = new Map<number, Float64Array>();
    const sampled = done(await sampleRuns(pool, study(0, 300), { onBands: (runs, bands) => seen.set(runs, bands) }));
    expect(seen.size).toBeGreaterThan(0);
    for (const [runs, bands] of seen) {
      expect([64, 128, 256]).toContain(runs);
      const small = done(await sampleRuns(pool, study(0, runs)));
      expect(bands).toEqual(done(await small.bands(pool, {})));
    }
    expect(sampled.column(0)).toHaveLength(300);
  });

  it("N16: bands are in order and enclose the run at the parameters in use; before levers start scenarios have the same bands", async () => {
    const sampled = done(await sampleRuns(pool, study(0, 400)));
    const bands = done(await sampled.bands(pool, {}));
    const at = (series: number): readonly number[] => [...bands.subarray(series * BANDS.length, (series + 1) * BANDS.length)];
    for (let s = 0; s < sampled.series; s++) expect(at(s)).toEqual(at(s).toSorted((a, b) => a - b));
    const run = createRun(model);
    simulate(model, broad.inputs, run);
    const middle = run.annual.total.composite_equal[14]!;
    const [low, , , , high] = at(seriesOf(sampled.width, 1, 0, 2040));
    expect(middle).toBeGreaterThan(low!);
    expect(middle).toBeLessThan(high!);
    expect(at(seriesOf(sampled.width, 0, 0, 2026))).toEqual(at(seriesOf(sampled.width, 1, 0, 2026)));
  });

  it("N11: cancelling mid-run answers at once, with progress counted in runs", async () => {
    const progress: number[] = [];
    const cancelled = await sampleRuns(pool, study(0, 20_000), { progress: (runs) => progress.push(runs), isCancelled: () => progress.length > 2 });
    expect(cancelled).toBe("cancelled");
    expect(progress[0]).toBe(8);
  });

  it("N18: the tornado puts parameters that matter first; swings are runs with one parameter at its bounds", async () => {
    const sampled = done(await sampleRuns(pool, study(0, 256, [broad])));
    const values = sampled.column(seriesOf(sampled.width, 0, 0, 2040));
    const question = { scenario: broad, measure: { kind: "year", outcome: HEADLINE, year: 2040 }, seed: 7, from: 0, values } as const;
    const found = done(await tornado(pool, question));
    const sizes = found.rows.map(({ rankCorrelation }) => Math.abs(rankCorrelation));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    // Beyond chance: four standard errors of the rank correlation of independent series.
    expect(sizes[0]).toBeGreaterThan(4 / Math.sqrt(256));
    const { parameter, atHigh } = found.rows[0]!;
    const run = createRun(model);
    const vector = Float64Array.from(model.parameterValues);
    vector[parameter.row] = parameter.high;
    simulate(model, broad.inputs, run, { vector });
    expect(atHigh).toBe(run.annual.total.composite_equal[14]);
    expect(found.rows).toHaveLength(createSampler(model, [], 7).parameters.length);
  });
});

describe("ensemble statistics", () => {
  const better = indicatorOf(HEADLINE);

  it("N18: probability of a target counts runs at or below it, with its standard error; undefined runs do not count", () => {
    expect(probabilityOfTarget(Float64Array.of(0.3, 0.4, 0.5, NaN, 0.4), 0.4, better)).toEqual({
      probability: 0.75,
      standardError: Math.sqrt((0.75 * 0.25) / 4),
      of: 4,
    });
  });

  it("N18: a duel is fought run by run", () => {
    expect(duel(Float64Array.of(1, 2, 3, NaN), Float64Array.of(2, 2, 2, 0), better)).toMatchObject({ better: 1 / 3, equal: 1 / 3, worse: 1 / 3 });
  });

  it("N18: moments of known values, and the standard error falls as the root of the runs", () => {
    const found = moments(Float64Array.of(2, 4, NaN, 6));
    expect(found).toMatchObject({ runs: 4, mean: 4, median: 4, standardDeviation: 2 });
    expect(found.standardError).toBeCloseTo(2 / Math.sqrt(3), 14);
    const values = Float64Array.from({ length: 4096 }, (_, i) => ((i * 2654435761) % 4096) / 4096);
    const steps = convergence(values);
    expect(steps.map(({ runs }) => runs)).toEqual([64, 128, 256, 512, 1024, 2048, 4096]);
    expect(steps[0]!.standardError / steps.at(-1)!.standardError).toBeGreaterThan(7);
    expect(steps.at(-1)!.mean).toBeCloseTo(0.5, 3);
  });
});
