import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkerPool, type WorkerPool } from "../../../../electron/analysis/worker-pool.ts";
import type { Job, Part } from "../../../../shared/analysis/jobs/job.ts";
import { evaluatePackages, type JobRunner, localRunner, runJobs } from "../../../../shared/analysis/jobs/job-runner.ts";
import type { Measure } from "../../../../shared/analysis/measure.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import type { Control } from "../../../../shared/analysis/jobs/progress.ts";
import { broad, dataset, done, model, packageOf, statusQuo } from "../shipped-model.ts";

const measures: readonly Measure[] = [
  ...dataset.minerals.map(({ id }): Measure => ({ kind: "annual", outcome: { indicator: "dependence", mineral: id, stage: null } })),
  { kind: "monthly", outcome: HEADLINE },
  { kind: "cost", lever: null },
];
const local = localRunner(model);

/** Node tells which workers a process has by their open handles. */
const workersAlive = (): number => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;

describe("analysis workers", () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await openWorkerPool(model, 2);
  });
  afterAll(() => pool.close());

  it("N10: workers give what the calling thread gives, bit for bit, for every kind of job", async () => {
    const sample: Job = { kind: "sample", packages: [statusQuo, broad], measures, seed: 5, from: 40, to: 52, parts: 3 };
    const evaluate: Job = { kind: "evaluate", packages: [statusQuo, broad], measures };
    const correlation: Job = {
      kind: "correlation",
      package: broad,
      seed: 5,
      from: 7,
      values: Float64Array.from({ length: 50 }, (_, i) => (i * 7) % 50),
      first: 3,
      end: 20,
    };
    for (const job of [evaluate, sample, correlation]) expect(await pool.run(job)).toEqual(await local.run(job));
    const blocks = (length: number): readonly Float64Array[] => [1, 2].map((k) => Float64Array.from({ length }, (_, i) => Math.sin(k * i)));
    const parts = (): readonly Part[] => [
      { series: 6, blocks: blocks(60) },
      { series: 5, blocks: blocks(50) },
    ];
    expect(await pool.run({ kind: "bands", parts: parts() })).toEqual(await local.run({ kind: "bands", parts: parts() }));
  });

  it("N10: packages are evaluated in order however many workers share them", async () => {
    const packages = Array.from({ length: 37 }, (_, i) => packageOf({ reserve_days: 10 * i, processing_invest: 3000 - 50 * i }));
    const progress: number[] = [];
    const shared = done(await evaluatePackages(pool, packages, measures, { progress: (n) => progress.push(n) }));
    expect(shared).toEqual(done(await evaluatePackages(local, packages, measures, {})));
    expect(progress.at(-1)).toBe(37);
  });

  it("N10: buffers of a bands job are handed over, not copied", async () => {
    const blocks = [new Float64Array(12)];
    const result = pool.run({ kind: "bands", parts: [{ series: 3, blocks }] });
    expect(blocks[0]!.length).toBe(0);
    const [, back] = await result;
    expect(back).toEqual(new Float64Array(12));
  });

  it("N10: a programmer's error inside a worker rejects its job and leaves the worker at work", async () => {
    const wrong: Job = { kind: "evaluate", packages: [packageOf({}, "no such world")], measures };
    await expect(pool.run(wrong)).rejects.toThrow("no world no such world");
    expect((await pool.run({ kind: "evaluate", packages: [statusQuo], measures }))[0]).toBeInstanceOf(Float64Array);
  });
});

describe("cancel", () => {
  const job: Job = { kind: "sample", packages: [broad], measures, seed: 1, from: 0, to: 8, parts: 1 };

  /** Stops after `count` results. */
  async function stopAfter(runner: JobRunner, count: number): Promise<{ readonly finished: boolean; readonly results: number }> {
    let results = 0;
    const control: Control = { isCancelled: () => results >= count };
    const finished = await runJobs(
      runner,
      500,
      () => job,
      () => results++,
      control,
    );
    return { finished, results };
  }

  it("N11: a cancelled list of jobs answers at once, drops later results, and leaves no worker alive when its pool is closed", async () => {
    const before = workersAlive();
    const pool = await openWorkerPool(model, 2);
    expect(workersAlive()).toBeGreaterThan(before);
    const { finished, results } = await stopAfter(pool, 3);
    expect(finished).toBe(false);
    expect(results).toBe(3);
    await pool.close();
    expect(workersAlive()).toBe(before);
    await expect(pool.run(job)).rejects.toThrow("ended");
  });

  it("N11: the same in the calling thread", async () => {
    expect(await stopAfter(local, 2)).toEqual({ finished: false, results: 2 });
    expect(await evaluatePackages(local, [statusQuo, broad], measures, { isCancelled: () => true })).toBe("cancelled");
  });

  it("N11: closing a pool in the middle of a list of jobs fails that list instead of leaving it waiting", async () => {
    const pool = await openWorkerPool(model, 2);
    const list = runJobs(
      pool,
      500,
      () => job,
      () => {},
      {},
    );
    const [ended] = await Promise.allSettled([list, pool.close()]);
    expect(ended).toMatchObject({ status: "rejected", reason: { message: "analysis worker: the worker has ended" } });
  });
});
