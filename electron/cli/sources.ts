/** The scenarios that an analysis is about: of files, of a database, or status quo; changed by options; and status quo to hold them against. */
import { type Mixed, mixedParts } from "../../shared/analysis/compare.ts";
import type { Package } from "../../shared/analysis/jobs/job.ts";
import { statusQuoBeside } from "../../shared/analysis/status-quo.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { FILE_EXTENSION } from "../../shared/scenario/scenario-file.ts";
import { mixedSentences } from "../../shared/view/compare/mixed-text.ts";
import {
  all,
  type NamedScenario,
  numbered,
  scenarioOptions,
  type ScenarioOptions,
  scenariosOf,
  STATUS_QUO_TITLE,
  statusQuoScenario,
  withOptions,
} from "./scenario-options.ts";

export const sourceOptions = { ...scenarioOptions, store: { type: "string" }, dataset: { type: "string" } } as const;

export const sourceHelp = `  --store FILE       a scenario database; names that do not end in ${FILE_EXTENSION} are then its ids (ID, or ID@N for revision N)
  --set LEVER=VALUE[,...][@2027-01[..2032-01]]
                     a lever's setting, as in planner run; it changes every scenario (without any: status quo)
  --world ID         the world, in place of the scenarios' own
  --event ID@YYYY-MM a disruption of the dataset, besides the scenarios' own
  --dataset DIR      another dataset, a folder or a zip file`;

export interface SourceOptions extends ScenarioOptions {
  readonly store?: string | undefined;
  readonly dataset?: string | undefined;
}

/** The scenarios of all files and ids, or status quo where none is named, changed by the options; their assumptions fit the dataset. */
export async function readScenarios(
  command: string,
  model: Model,
  names: readonly string[],
  asked: SourceOptions,
): Promise<Result<readonly NamedScenario[], string>> {
  const found = names.length === 0 ? ok([statusQuoScenario(model.dataset)]) : await named(command, model, names, asked);
  return found.ok ? all(found.value.map((scenario) => asAsked(model, scenario, asked))) : found;
}

/** One scenario, as `readScenarios` would give it; `--scenario N` chooses where a file holds several. */
export async function readScenario(
  command: string,
  model: Model,
  name: string | undefined,
  asked: SourceOptions & { readonly scenario?: string | undefined },
): Promise<Result<NamedScenario, string>> {
  if (name === undefined)
    return asked.scenario === undefined ? asAsked(model, statusQuoScenario(model.dataset), asked) : err(`${command}: --scenario needs a file.`);
  const found = await named(command, model, [name], asked);
  if (!found.ok) return found;
  const scenario = numbered(found.value, name, asked.scenario);
  return scenario.ok ? asAsked(model, scenario.value, asked) : scenario;
}

async function named(command: string, { dataset }: Model, names: readonly string[], asked: SourceOptions): Promise<Result<readonly NamedScenario[], string>> {
  const isFile = (name: string): boolean => asked.store === undefined || name.endsWith(FILE_EXTENSION);
  if (asked.store === undefined || names.every(isFile)) {
    const files = all(names.map((name) => scenariosOf(name, dataset)));
    return files.ok ? ok(files.value.flat()) : files;
  }
  // Loaded here, so that an analysis of files needs no database.
  const { openStoredScenarios } = await import("./stored-scenarios.ts");
  const stored = openStoredScenarios(command, asked.store, asked.dataset, dataset);
  if (!stored.ok) return stored;
  try {
    const found: NamedScenario[] = [];
    for (const name of names) {
      const one = isFile(name) ? scenariosOf(name, dataset) : stored.value.read(name);
      if (!one.ok) return one;
      found.push(...("title" in one.value ? [one.value] : one.value));
    }
    return ok(found);
  } finally {
    stored.value.close();
  }
}

function asAsked(model: Model, scenario: NamedScenario, asked: ScenarioOptions): Result<NamedScenario, string> {
  const vector = parameterVector(model, scenario.assumptions);
  if (!vector.ok) return err(vector.error.map(problemText).join("\n"));
  const changed = withOptions(scenario, asked, model.dataset);
  if (!changed.ok || sameValue(changed.value.inputs, scenario.inputs)) return changed;
  const isNew = isStatusQuo(scenario) && !isStatusQuo(changed.value);
  return ok({ ...changed.value, title: isNew ? "As set" : scenario.title, result: null });
}

/** True for a scenario that changes nothing and stands for status quo itself. */
const isStatusQuo = ({ inputs, title }: NamedScenario): boolean => inputs.levers.length === 0 && inputs.events.length === 0 && title === STATUS_QUO_TITLE;

/** Status quo first, then the scenarios; alone where they are nothing else. It takes over the world, events and assumptions that all of them share. */
export function besideStatusQuo(model: Model, scenarios: readonly NamedScenario[]): readonly NamedScenario[] {
  if (scenarios.every(isStatusQuo)) return scenarios;
  const quo = statusQuoScenario(model.dataset);
  return [{ ...quo, ...statusQuoBeside(scenarios, quo.inputs.world) }, ...scenarios];
}

/** What is run of it: a job carries nothing else to the threads. */
export const packageOf = ({ inputs, assumptions }: Package): Package => ({ inputs, assumptions });

/** A line for each thing that must not be mixed silently. */
export const mixedMarks = (mixed: Mixed): readonly string[] => mixedSentences(mixed).map((sentence) => `${sentence}\n`);

/** The same for scenarios that one model computes on one dataset. */
export const mixedScenarios = (scenarios: readonly Package[]): readonly string[] =>
  mixedMarks(mixedParts(scenarios.map((scenario) => ({ scenario, modelVersion: "", dataVintage: "" }))));
