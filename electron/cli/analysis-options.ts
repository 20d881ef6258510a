/** What the analysis commands share: scenarios, the outcome they are about, numbers with named errors, and the workers that compute. */
import { type JobRunner, localRunner } from "../../shared/analysis/job-runner.ts";
import { checkOutcome, HEADLINE, indicatorOf, type Outcome } from "../../shared/analysis/outcome.ts";
import type { Control } from "../../shared/analysis/progress.ts";
import { isSeed } from "../../shared/analysis/random.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { parseNumber } from "../../shared/dataset/row-reader.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import type { Indicator } from "../../shared/indicator/indicator.ts";
import { compileModel, type Model } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { defaultWorkers, openWorkerPool } from "../analysis/worker-pool.ts";
import { loadDataset } from "../dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../dataset/shipped-dataset.ts";
import { errorLines, type Terminal } from "./command.ts";
import {
  all,
  type NamedScenario,
  scenarioAt,
  scenarioOptions,
  type ScenarioOptions,
  scenariosOf,
  STATUS_QUO_TITLE,
  statusQuoScenario,
  withOptions,
} from "./scenario-options.ts";

export const datasetOption = { dataset: { type: "string" } } as const;
export const outcomeOptions = { indicator: { type: "string" }, mineral: { type: "string" }, stage: { type: "string" } } as const;
export const workerOptions = { workers: { type: "string" } } as const;
export { scenarioOptions };

export const scenarioHelp = `  --set LEVER=VALUE[,...][@2027-01[..2032-01]]
                     a lever's setting, as in planner run; it changes every scenario (without FILE: status quo)
  --world ID         the world, in place of the files'
  --event ID@YYYY-MM a disruption of the dataset, besides the files'
  --dataset DIR      another dataset
  --json             the same for machines`;

export const outcomeHelp = `  --indicator ID     default: import dependence of the mineral, or of all (composite_equal)
  --mineral ID, --stage ID
                     whose indicator; without them that of the country`;

/** The dataset and its model, or what is wrong with it. */
export function readModel(folder: string | undefined): Result<Model, string> {
  const dataset = loadDataset(folder ?? shippedDatasetFolder(resourcesFolder(import.meta.url)));
  return dataset.ok ? ok(compileModel(dataset.value)) : err(errorLines(dataset.error));
}

/** The scenarios of all files, or status quo where there is none, changed by the options; their assumptions fit the dataset. */
export function readScenarios(model: Model, paths: readonly string[], asked: ScenarioOptions): Result<readonly NamedScenario[], string> {
  const { dataset } = model;
  const files = all(paths.map((path) => scenariosOf(path, dataset)));
  if (!files.ok) return files;
  return all((paths.length === 0 ? [statusQuoScenario(dataset)] : files.value.flat()).map((scenario) => asAsked(model, scenario, asked)));
}

/** One scenario, as `readScenarios` would give it. */
export function readScenario(
  command: string,
  model: Model,
  path: string | undefined,
  asked: ScenarioOptions & { readonly scenario?: string | undefined },
): Result<NamedScenario, string> {
  const scenario = scenarioAt(command, path, asked.scenario, model.dataset);
  return scenario.ok ? asAsked(model, scenario.value, asked) : scenario;
}

function asAsked(model: Model, scenario: NamedScenario, asked: ScenarioOptions): Result<NamedScenario, string> {
  const isChanged = (asked.set ?? []).length > 0 || (asked.event ?? []).length > 0;
  const title = isChanged && isStatusQuo(scenario) ? "As set" : scenario.title;
  const vector = parameterVector(model, scenario.assumptions);
  return vector.ok ? withOptions({ ...scenario, title }, asked, model.dataset) : err(vector.error.map(problemText).join("\n"));
}

/** True for a scenario that changes nothing and stands for status quo itself. */
export const isStatusQuo = ({ inputs, title }: NamedScenario): boolean =>
  inputs.levers.length === 0 && inputs.events.length === 0 && title === STATUS_QUO_TITLE;

/** Status quo first, then the scenarios; alone where they are nothing else. */
export function besideStatusQuo(model: Model, scenarios: readonly NamedScenario[]): readonly NamedScenario[] {
  return scenarios.every(isStatusQuo) ? scenarios : [statusQuoScenario(model.dataset), ...scenarios];
}

interface OutcomeOptions {
  readonly indicator?: string | undefined;
  readonly mineral?: string | undefined;
  readonly stage?: string | undefined;
}

export function readOutcome(asked: OutcomeOptions, dataset: Dataset): Result<Outcome, string> {
  const mineral = asked.mineral ?? null;
  const fallback = mineral === null ? HEADLINE.indicator : asked.stage === undefined ? "dependence" : "nirx";
  const outcome = checkOutcome({ indicator: asked.indicator ?? fallback, mineral, stage: asked.stage ?? null }, dataset);
  return outcome.ok ? outcome : err(`${outcome.error.wrong}; ${outcome.error.right}.`);
}

/** A year of the run. */
export function readYear(text: string | undefined, fallback: number, { years }: Model): Result<number, string> {
  const year = text === undefined ? fallback : parseNumber(text);
  if (year !== null && years.includes(year)) return ok(year);
  return err(`--year ${text}: "${text}" is not a year of the run; write a year from ${years[0]} to ${years.at(-1)}.`);
}

/** A number in the indicator's own unit; shares may be written 0.4 or 40%. */
export function readValue(option: string, text: string, unit: Indicator["unit"] | null): Result<number, string> {
  const isPercent = unit === "share" && text.endsWith("%");
  const value = parseNumber(isPercent ? text.slice(0, -1) : text);
  if (value === null) return err(`--${option} ${text}: "${text}" is not a number; write ${unit === "share" ? "a share such as 0.4 or 40%" : "a number"}.`);
  return ok(isPercent ? value / 100 : value);
}

export const readTarget = (text: string, outcome: Outcome): Result<number, string> => readValue("target", text, indicatorOf(outcome).unit);

/** A whole number in a range. */
export function readCount(option: string, text: string | undefined, fallback: number, min: number, max: number): Result<number, string> {
  if (text === undefined) return ok(fallback);
  const value = parseNumber(text);
  if (value !== null && Number.isInteger(value) && value >= min && value <= max) return ok(value);
  return err(`--${option} ${text}: write a whole number from ${min} to ${max}.`);
}

export function readSeed(text: string | undefined): Result<number, string> {
  const seed = text === undefined ? 1 : parseNumber(text);
  return seed !== null && isSeed(seed) ? ok(seed) : err(`--seed ${text}: write a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

const MAX_WORKERS = 64;

/** Threads to use: 0 = none beside this one. */
export const readWorkers = (text: string | undefined): Result<number, string> => readCount("workers", text, defaultWorkers(), 0, MAX_WORKERS);

/** Runs `work` with so many workers and ends them whatever happens. */
export async function withRunner<T>(model: Model, workers: number, work: (runner: JobRunner) => Promise<T>): Promise<T> {
  if (workers === 0) return work(localRunner(model));
  const pool = await openWorkerPool(model, workers);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

/** Shows progress where somebody watches. */
export const controlOf = (terminal: Terminal, what: string): Control => ({
  progress: (done, total) => terminal.progress?.(done < total ? `${what}: ${done} of ${total}` : ""),
});
