/**
 * `npm run bench:ensemble [-- --json] [-- --runs N]`: a study of all minerals with five quantiles of one indicator for all minerals and months.
 * Status quo and the balanced sample, one worker against two; processor time; memory of the whole process; delay of a cancel; time to the first bands.
 * Pools are open and warm before the clock starts, as in the app.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openWorkerPool } from "../../electron/analysis/worker-pool.ts";
import { loadDataset, sha256 } from "../../electron/dataset/read-dataset.ts";
import { resourcesFolder, samplesFolder, shippedDatasetFolder } from "../../electron/dataset/shipped-dataset.ts";
import { type EnsembleControl, type EnsembleStudy, sampleRuns } from "../../shared/analysis/ensemble/ensemble.ts";
import type { Package } from "../../shared/analysis/jobs/job.ts";
import type { Measure } from "../../shared/analysis/measure.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import { readScenarioFile } from "../../shared/scenario/scenario-file.ts";

const { values: options } = parseArgs({ options: { json: { type: "boolean" }, runs: { type: "string", default: "10000" } } });
const runs = Number(options.runs);

const resources = resourcesFolder(import.meta.url);
const loaded = loadDataset(shippedDatasetFolder(resources));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const dataset = loaded.value;
const model = compileModel(dataset);
const measures = dataset.minerals.map(({ id }): Measure => ({ kind: "monthly", outcome: { indicator: "dependence", mineral: id, stage: null } }));
const WARM_UP_RUNS = 400;
const CANCEL_AFTER_MS = 200;

const packages: Readonly<Record<string, Package>> = {
  "status quo": statusQuoDocument(dataset.worlds[0]!.id),
  "balanced package": sample("balanced-package.lodestone"),
};

const seconds: Record<string, { one: number; two: number; ratio: number; cpu: number }> = {};
let memory = 0;
for (const [name, scenario] of Object.entries(packages)) {
  const study: EnsembleStudy = { packages: [scenario], measures, seed: 1, from: 0, to: runs };
  const { spent: two } = await timed(study, 2);
  // Of the first study: later ones find what the collector has not yet taken away.
  if (memory === 0) memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const { spent: one, cpu } = await timed(study, 1);
  seconds[name] = { one, two, ratio: one / two, cpu };
}
const { cancelMs, firstBandsMs } = await latencies({ packages: [packages["status quo"]!], measures, seed: 1, from: 0, to: runs });

const report = { runs, series: measures.length * model.months, seconds, memory_mb: memory, cancel_ms: cancelMs, first_bands_ms: firstBandsMs };
if (options.json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  process.stdout.write(`${runs} runs of ${dataset.minerals.length} minerals over ${model.months} months, five quantiles of ${report.series} series\n`);
  for (const [name, { one, two, ratio, cpu }] of Object.entries(seconds)) {
    process.stdout.write(
      `  ${name.padEnd(18)}1 worker ${one.toFixed(2)} s   2 workers ${two.toFixed(2)} s   ${ratio.toFixed(2)} times as fast   processor time ${cpu.toFixed(2)} s\n`,
    );
  }
  process.stdout.write(`  memory ${memory} MB at its highest   cancel ${cancelMs.toFixed(0)} ms   first bands ${firstBandsMs.toFixed(0)} ms\n`);
}

/** Seconds from the request to all quantiles, and processor time of all threads: what is left of a figure when the machine is busy with other things. */
async function timed(study: EnsembleStudy, workers: number): Promise<{ readonly spent: number; readonly cpu: number }> {
  const pool = await openWorkerPool(model, workers);
  await sampleRuns(pool, { ...study, to: WARM_UP_RUNS });
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const sampled = await sampleRuns(pool, study);
  if (sampled === "cancelled") throw new Error("nobody cancelled");
  await sampled.bands(pool, {});
  const spent = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await pool.close();
  return { spent, cpu: (user + system) / 1e6 };
}

/** Milliseconds from the cancel to its answer, and from the request to the first bands. */
async function latencies(study: EnsembleStudy): Promise<{ readonly cancelMs: number; readonly firstBandsMs: number }> {
  const pool = await openWorkerPool(model, 2);
  await sampleRuns(pool, { ...study, to: WARM_UP_RUNS });
  const start = performance.now();
  let firstBands = 0;
  let cancelledAt = 0;
  const control: EnsembleControl = {
    onBands: () => {
      if (firstBands > 0) return;
      firstBands = performance.now();
      setTimeout(() => {
        cancelledAt = performance.now();
      }, CANCEL_AFTER_MS);
    },
    isCancelled: () => cancelledAt > 0,
  };
  if ((await sampleRuns(pool, study, control)) !== "cancelled") throw new Error("the study ended before it was cancelled");
  const cancelMs = performance.now() - cancelledAt;
  await pool.close();
  return { cancelMs, firstBandsMs: firstBands - start };
}

function sample(file: string): Package {
  const read = readScenarioFile(file, readFileSync(join(samplesFolder(resources), file), "utf8"), dataset, sha256);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.scenarios[0]!;
}
