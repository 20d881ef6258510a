/** Scenarios from the command line: those of files, or status quo, changed by --set, --world and --event. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { inWorld } from "../../shared/scenario/own-world.ts";
import { type ScenarioDocument, statusQuoDocument } from "../../shared/scenario/scenario.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { errorLines } from "./command.ts";
import { parseEventOption, parseSetOption } from "./set-option.ts";

export interface NamedScenario extends ScenarioDocument {
  readonly title: string;
  /** What was stored with it; null = nothing, or no longer true of its inputs. */
  readonly result: RunResult | null;
}

export const scenarioOptions = {
  set: { type: "string", multiple: true },
  event: { type: "string", multiple: true },
  world: { type: "string" },
} as const;

export interface ScenarioOptions {
  readonly set?: readonly string[] | undefined;
  readonly event?: readonly string[] | undefined;
  readonly world?: string | undefined;
}

export const STATUS_QUO_TITLE = "Status quo";

export const statusQuoScenario = (dataset: Dataset): NamedScenario => ({
  title: STATUS_QUO_TITLE,
  ...statusQuoDocument(dataset.worlds[0]?.id ?? ""),
  result: null,
});

/** All scenarios of the file. */
export function scenariosOf(path: string, dataset: Dataset): Result<readonly NamedScenario[], string> {
  const file = readScenarioFileAt(path, dataset, sha256);
  return file.ok ? ok(file.value.scenarios) : err(errorLines(file.error));
}

/** One scenario: the file's, or the one that --scenario names where it holds several; status quo without a file. */
export function scenarioAt(command: string, path: string | undefined, number: string | undefined, dataset: Dataset): Result<NamedScenario, string> {
  if (path === undefined) return number === undefined ? ok(statusQuoScenario(dataset)) : err(`${command}: --scenario needs a file.`);
  const read = scenariosOf(path, dataset);
  return read.ok ? numbered(read.value, path, number) : read;
}

/** The scenario that --scenario names (1 = the first), which it must where there are several. */
export function numbered(scenarios: readonly NamedScenario[], path: string, number: string | undefined): Result<NamedScenario, string> {
  const list = scenarios.map((s, i) => `  ${i + 1}  ${s.title}`).join("\n");
  if (number === undefined && scenarios.length > 1) return err(`${path} holds ${scenarios.length} scenarios; choose one with --scenario:\n${list}`);
  const scenario = /^\d+$/.test(number ?? "1") ? scenarios[Number(number ?? "1") - 1] : undefined;
  return scenario === undefined ? err(`--scenario ${number} is not in ${path}; it holds:\n${list}`) : ok(scenario);
}

/** The scenario with other settings of the levers that --set names, in another world, with more events. */
export function withOptions<S extends Pick<ScenarioDocument, "inputs">>(base: S, asked: ScenarioOptions, dataset: Dataset): Result<S, string> {
  const settings = all((asked.set ?? []).map((text) => parseSetOption(text, dataset)));
  if (!settings.ok) return settings;
  const events = all((asked.event ?? []).map((text) => parseEventOption(text, dataset)));
  if (!events.ok) return events;
  const inputs = asked.world === undefined ? ok(base.inputs) : worldOf(base, asked.world, dataset);
  if (!inputs.ok) return inputs;
  const replaced = new Set(settings.value.map((s) => s.lever));
  const levers = [...base.inputs.levers.filter((s) => !replaced.has(s.lever)), ...settings.value];
  return ok({ ...base, inputs: { ...inputs.value, levers, events: [...base.inputs.events, ...events.value] } });
}

function worldOf({ inputs }: Pick<ScenarioDocument, "inputs">, world: string, dataset: Dataset): Result<ScenarioDocument["inputs"], string> {
  const worlds = dataset.worlds.map((w) => w.id);
  return worlds.includes(world) ? ok(inWorld(inputs, world)) : err(`--world ${world}: "${world}" is not a world; the worlds are ${worlds.join(", ")}.`);
}

/** All values, or the first error. */
export function all<T>(results: readonly Result<T, string>[]): Result<readonly T[], string> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}
