/**
 * Speed of one run of the model: all minerals, all months, all indicators. `npm run -s bench -- --json` prints
 * {"run": …, "heavy": …, "compile_ms", "node"}; `first_ms` is the first run of a fresh process, after the model is compiled.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadDataset } from "../../electron/dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../../electron/dataset/shipped-dataset.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { createRun } from "../../shared/model/run.ts";
import { simulate } from "../../shared/model/simulate.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioInputs } from "../../shared/scenario/scenario.ts";
import { parseReferenceCase } from "../../shared/verify/reference-case.schema.ts";

const WARM_UP = 1500;
const RUNS = 3000;
/** Fresh processes for the first run; their median counts. */
const FRESH = 5;

interface Timing {
  /** The run that nothing else on the machine disturbed. */
  readonly fastest_ms: number;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly first_ms: number;
  readonly runs: number;
}

const loaded = loadDataset(shippedDatasetFolder(resourcesFolder(import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const dataset = loaded.value;

/** What is timed: the status quo, and the reference case with the largest package and an embargo. */
const workloads = { run: () => statusQuoDocument(dataset.worlds[0]!.id).inputs, heavy: () => caseInputs("S07") } as const;
type Workload = keyof typeof workloads;

function caseInputs(code: string): ScenarioInputs {
  const file = fileURLToPath(new URL(`../reference/${code}.json`, import.meta.url));
  const parsed = parseReferenceCase(JSON.parse(readFileSync(file, "utf8")), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.inputs;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const quantile = (sorted: readonly number[], share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);

/** Milliseconds of the first run and of compiling, in this process. */
function firstRun(workload: Workload): { readonly first: number; readonly compile: number } {
  const inputs = workloads[workload]();
  const begin = performance.now();
  const model = compileModel(dataset);
  const run = createRun(model);
  const compiled = performance.now();
  simulate(model, inputs, run);
  return { first: performance.now() - compiled, compile: compiled - begin };
}

function timing(workload: Workload): Timing {
  const inputs = workloads[workload]();
  const model = compileModel(dataset);
  const run = createRun(model);
  for (let i = 0; i < WARM_UP; i++) simulate(model, inputs, run);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const begin = performance.now();
    simulate(model, inputs, run);
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { fastest_ms: quantile(times, 0), median_ms: quantile(times, 0.5), p95_ms: quantile(times, 0.95), first_ms: fresh(workload).first, runs: RUNS };
}

/** Medians over fresh processes of this Node. */
function fresh(workload: Workload): { readonly first: number; readonly compile: number } {
  const script = fileURLToPath(import.meta.url);
  const all = Array.from(
    { length: FRESH },
    () => JSON.parse(execFileSync(process.execPath, [script, `--first=${workload}`], { encoding: "utf8" })) as { first: number; compile: number },
  );
  const median = (pick: (one: { first: number; compile: number }) => number): number =>
    quantile(
      all.map(pick).toSorted((a, b) => a - b),
      0.5,
    );
  return { first: median((one) => one.first), compile: median((one) => one.compile) };
}

function table(rows: Readonly<Record<string, Timing>>): string {
  const cell = (value: string | number): string => String(value).padStart(11);
  const head = ["", "fastest ms", "median ms", "p95 ms", "first ms", "runs"];
  const lines = Object.entries(rows).map(([name, { fastest_ms, median_ms, p95_ms, first_ms, runs }]) => [name, fastest_ms, median_ms, p95_ms, first_ms, runs]);
  return [head, ...lines].map(([name, ...cells]) => String(name).padEnd(22) + cells.map((one) => cell(one!)).join("")).join("\n");
}

const asked = process.argv.find((argument) => argument.startsWith("--first="))?.slice("--first=".length);
if (asked === "run" || asked === "heavy") console.log(JSON.stringify(firstRun(asked)));
else {
  const result = { run: timing("run"), heavy: timing("heavy"), compile_ms: fresh("run").compile, node: process.version };
  if (process.argv.includes("--json")) console.log(JSON.stringify(result));
  else {
    console.log(table({ "status quo": result.run, "S07, large package": result.heavy }));
    console.log(`\ncompiling the model ${result.compile_ms} ms · Node ${result.node}`);
  }
}
