/** `planner run`: computes a scenario, from a file or from options, and shows its indicators. */
import { inWorld } from "../../shared/scenario/own-world.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { createRun } from "../../shared/model/run.ts";
import { simulate } from "../../shared/model/simulate.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import { resultOfRun } from "../../shared/indicator/result-of-run.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { readableJson } from "../../shared/scenario/scenario-file-text.ts";
import { type ScenarioDocument, statusQuoDocument } from "../../shared/scenario/scenario.ts";
import { loadDataset, sha256 } from "../dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../dataset/shipped-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { resultCsv } from "./run-csv.ts";
import { runReport } from "./run-report.ts";
import { atYears, defaultYears } from "./result-years.ts";
import { parseEventOption, parseSetOption, parseYearsOption } from "./set-option.ts";

const help = `planner run [FILE.lodestone] [options]

Computes the scenario of FILE, or the status quo, and shows indicators by mineral and stage.

  --set LEVER=VALUE[,minerals=ree+cobalt][,stages=M+P][,partner=AUS][,countries=CHN+RUS][,eligible=0.5][,phase_out=true][,ramp=24][@2027-01[..2032-01]]
                     a lever's setting; the end month is the first without it. It replaces every setting of that lever in FILE;
                     several --set of one lever stand side by side
  --world ID         the world, in place of FILE's
  --event ID@YYYY-MM a disruption of the dataset, besides FILE's
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --years Y,Y,...    years to show; without it tables show four years, JSON and CSV all
  --all              tables with every indicator
  --csv FILE         write year,mineral,stage,indicator,unit,value
  --json             the whole result for machines
  --dataset DIR      another dataset
`;

const options = {
  set: { type: "string", multiple: true },
  event: { type: "string", multiple: true },
  world: { type: "string" },
  scenario: { type: "string" },
  years: { type: "string" },
  all: { type: "boolean" },
  csv: { type: "string" },
  json: { type: "boolean" },
  dataset: { type: "string" },
} as const;

interface Chosen extends Pick<ScenarioDocument, "inputs" | "assumptions"> {
  readonly title: string;
}

export const runCommand: Command = {
  help,
  run: (args, terminal) => {
    const parsed = readArguments("run", args, options, 1);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const dataset = loadDataset(values.dataset ?? shippedDatasetFolder(resourcesFolder(import.meta.url)));
    if (!dataset.ok) return refuse(terminal, errorLines(dataset.error));
    const base = readBase(positionals[0], values.scenario, dataset.value);
    if (!base.ok) return refuse(terminal, base.error);
    const chosen = withOptions(base.value, values, dataset.value);
    if (!chosen.ok) return refuse(terminal, chosen.error);
    const result = compute(chosen.value, dataset.value);
    if (!result.ok) return refuse(terminal, result.error);
    const years = values.years === undefined ? ok(null) : parseYearsOption(values.years, result.value.years);
    if (!years.ok) return refuse(terminal, years.error);

    const shown = years.value === null ? result.value : atYears(result.value, years.value);
    if (values.csv !== undefined) {
      const written = writeAtomic(values.csv, resultCsv(shown, dataset.value));
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    if (values.json === true) terminal.out(`${readableJson(shown)}\n`);
    else {
      const tableYears = years.value ?? defaultYears(result.value.years);
      terminal.out(runReport({ title: chosen.value.title, result: result.value, years: tableYears, everything: values.all === true, dataset: dataset.value }));
      if (values.csv !== undefined) terminal.out(`Wrote ${values.csv}.\n`);
    }
    return exitCode.done;
  },
};

/** The scenario of the file, or the status quo in the default world. */
function readBase(path: string | undefined, number: string | undefined, dataset: Dataset): Result<Chosen, string> {
  if (path === undefined) {
    if (number !== undefined) return err("run: --scenario needs a file.");
    return ok({ title: "Status quo", ...statusQuoDocument(dataset.worlds[0]?.id ?? "") });
  }
  const file = readScenarioFileAt(path, dataset, sha256);
  if (!file.ok) return err(errorLines(file.error));
  const { scenarios } = file.value;
  const list = scenarios.map((s, i) => `  ${i + 1}  ${s.title}`).join("\n");
  if (number === undefined && scenarios.length > 1) return err(`${path} holds ${scenarios.length} scenarios; choose one with --scenario:\n${list}`);
  const scenario = /^\d+$/.test(number ?? "1") ? scenarios[Number(number ?? "1") - 1] : undefined;
  return scenario === undefined ? err(`--scenario ${number} is not in ${path}; it holds:\n${list}`) : ok(scenario);
}

interface InputOptions {
  readonly set?: readonly string[] | undefined;
  readonly event?: readonly string[] | undefined;
  readonly world?: string | undefined;
}

function withOptions(base: Chosen, asked: InputOptions, dataset: Dataset): Result<Chosen, string> {
  const settings = all((asked.set ?? []).map((text) => parseSetOption(text, dataset)));
  if (!settings.ok) return settings;
  const events = all((asked.event ?? []).map((text) => parseEventOption(text, dataset)));
  if (!events.ok) return events;
  const worlds = dataset.worlds.map((w) => w.id);
  const world = asked.world ?? base.inputs.world;
  const inputs = asked.world === undefined ? base.inputs : inWorld(base.inputs, world);
  if (!worlds.includes(world)) return err(`--world ${world}: "${world}" is not a world; the worlds are ${worlds.join(", ")}.`);
  const replaced = new Set(settings.value.map((s) => s.lever));
  const levers = [...base.inputs.levers.filter((s) => !replaced.has(s.lever)), ...settings.value];
  return ok({ ...base, inputs: { ...inputs, levers, events: [...base.inputs.events, ...events.value] } });
}

/** All values, or the first error. */
function all<T>(results: readonly Result<T, string>[]): Result<readonly T[], string> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

function compute({ inputs, assumptions }: Chosen, dataset: Dataset): Result<RunResult, string> {
  const model = compileModel(dataset);
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) return err(vector.error.map(problemText).join("\n"));
  const run = createRun(model);
  simulate(model, inputs, run, { vector: vector.value });
  return ok(resultOfRun(model, run, inputs, dataset.vintage));
}
