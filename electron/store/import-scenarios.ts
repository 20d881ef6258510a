/** What a `.lodestone` file would bring into the store, and the bringing of what was chosen: the same for the window and for the command line. */
import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import type { ImportChoice, ImportedScenario as ImportedInfo, ImportLine } from "../../shared/ipc/file-exchange.ts";
import { MODEL_VERSION } from "../../shared/model/model-version.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { ok, type Result } from "../../shared/result.ts";
import { changedLevers } from "../../shared/scenario/edit-scenario.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { scenarioCode } from "../../shared/scenario/scenario-code.ts";
import type { FiledScenario, ScenarioFile } from "../../shared/scenario/filed-scenario.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { ImportedDeck, ImportedScenario, ImportStep } from "./exchange-store.ts";
import type { Exchange } from "./export-scenarios.ts";
import { packRevision } from "./packed-revision.ts";
import { summariseResult } from "./result-summary.ts";
import type { ScenarioStore } from "./scenario-store.ts";

/** Runs today's model on today's data. */
export type ComputeHere = (document: ScenarioDocument) => Result<RunResult, AppError>;

/** Letters of the notes that a preview shows. */
const NOTES_SHOWN = 200;
/** A file of our own making holds some sixty results of some ten settings each; running the model for thousands would make the window wait. */
const MOST_RUNS = 100;
const MOST_SETTINGS_RUN = 2_000;

/** Results packed between two turns of others. */
const PACKED_A_TURN = 20;

/** Lines between two turns of others: a file may hold ten thousand scenarios that all have to be compared with those here. */
const LINES_A_TURN = 50;

/** The file with a result, computed here, for each scenario that has none: it then arrives saved, not as a draft. */
export async function withResults(file: ScenarioFile, compute: ComputeHere): Promise<Result<ScenarioFile, AppError>> {
  const scenarios: FiledScenario[] = [];
  for (const scenario of file.scenarios) {
    await setImmediate();
    const result = scenario.result === null ? compute(documentOf(scenario)) : ok(scenario.result);
    if (!result.ok) return result;
    scenarios.push({ ...scenario, result: result.value });
  }
  return ok({ ...file, scenarios });
}

/** One line of the preview for each scenario of a file. `store` null = there is none yet. */
export async function importLines(
  store: ScenarioStore | null,
  { scenarios }: ScenarioFile,
  dataset: Dataset,
  compute: ComputeHere,
): Promise<Result<readonly ImportLine[], AppError>> {
  const listed = store === null ? ok([]) : store.list();
  if (!listed.ok) return listed;
  const here = new Map(listed.value.map((summary) => [summary.id, summary]));
  const settings = store?.settings();
  const outcomeYear = settings?.ok === true ? settings.value.outcomeYear : 0;
  let runs = 0;
  let settingsRun = 0;
  const run = (document: ScenarioDocument): Result<RunResult, AppError> | null => {
    runs += 1;
    settingsRun += document.inputs.levers.length + document.inputs.events.length;
    return runs > MOST_RUNS || settingsRun > MOST_SETTINGS_RUN ? null : compute(document);
  };
  const lines: ImportLine[] = [];
  for (const [i, scenario] of scenarios.entries()) {
    if (i % LINES_A_TURN === 0) await setImmediate();
    const document = documentOf(scenario);
    const { result } = scenario;
    const existing = here.get(scenario.id);
    const summary = result === null ? null : summariseResult(result, document.target, outcomeYear);
    lines.push({
      title: scenario.title,
      tags: scenario.tags,
      notes: scenario.notes.slice(0, NOTES_SHOWN),
      code: scenarioCode(document),
      world: worldName(dataset, document.inputs),
      changedLevers: changedLevers(document, dataset.levers).length,
      result: resultKind(document, result, dataset, run),
      modelVersion: result?.planner.model_version ?? null,
      dataVintage: result?.planner.data_vintage ?? null,
      headline: summary?.headline ?? null,
      headlineYear: summary?.headlineYear ?? null,
      existing: store === null || existing === undefined ? null : existingScenario(store, existing, scenario),
    });
  }
  return ok(lines);
}

/** The scenario here that has the id of the filed one. One that cannot be read says something else. */
function existingScenario(store: ScenarioStore, { id, title, revision, trashedAt }: ScenarioSummary, scenario: FiledScenario): ImportLine["existing"] {
  const content = title === scenario.title ? store.content(id) : null;
  const isSame =
    content !== null &&
    content.ok &&
    sameValue(content.value.document, documentOf(scenario)) &&
    sameValue(content.value.labels, labelsOf(scenario)) &&
    isDeepStrictEqual(content.value.result, scenario.result);
  return { id, title, revision, trashed: trashedAt !== null, isSame };
}

function resultKind(
  document: ScenarioDocument,
  result: RunResult | null,
  dataset: Dataset,
  run: (document: ScenarioDocument) => Result<RunResult, AppError> | null,
): ImportLine["result"] {
  if (result === null) return "none";
  if (result.planner.model_version !== MODEL_VERSION || result.planner.data_vintage !== dataset.vintage) return "elsewhere";
  const computed = run(document);
  if (computed === null) return "unchecked";
  return computed.ok && isDeepStrictEqual(computed.value, result) ? "same" : "differs";
}

/** One file of an import: what it holds, its lines in the preview, and what shall become of each. */
export interface ChosenFile {
  readonly content: ScenarioFile;
  readonly lines: readonly ImportLine[];
  readonly choices: readonly ImportChoice[];
}

export interface ChosenDone {
  readonly scenarios: readonly ImportedInfo[];
  readonly step: ImportStep;
}

/**
 * Everything that was chosen, or nothing. A scenario that becomes a revision and has no result gets one computed here. What needs no database is
 * done before the transaction, in turns with others: the transaction, which keeps everybody waiting, writes rows and does nothing else.
 */
export async function importChosen(
  { exchange }: Pick<Exchange, "exchange">,
  files: readonly ChosenFile[],
  compute: ComputeHere,
): Promise<Result<ChosenDone, AppError>> {
  const scenarios: ImportedScenario[] = [];
  const decks: ImportedDeck[] = [];
  const datasets: Dataset[] = [];
  for (const { content, lines, choices } of files) {
    /** Where decks of this file find their scenarios: a place among the imported ones, or one that is here and says the same. */
    const places = new Map<string, number | string>();
    for (const [i, scenario] of content.scenarios.entries()) {
      const here = lines[i]?.existing ?? null;
      const choice = choices[i] ?? "skip";
      if (choice === "skip") {
        if (here?.isSame === true) places.set(scenario.id, here.id);
        continue;
      }
      const into = choice === "revision" && here !== null ? here.id : null;
      const document = documentOf(scenario);
      const needsRun = scenario.result === null && into !== null;
      if (needsRun || scenarios.length % PACKED_A_TURN === 0) await setImmediate();
      const result = needsRun ? compute(document) : ok(scenario.result);
      if (!result.ok) return result;
      places.set(scenario.id, scenarios.length);
      const packed = result.value === null ? {} : { packed: packRevision(document, result.value) };
      scenarios.push({ id: scenario.id, labels: labelsOf(scenario), document, result: result.value, into, ...packed });
    }
    for (const deck of content.decks ?? []) {
      const items = deck.items.flatMap(({ scenario, view, notes }) => {
        const place = scenario === null ? null : places.get(scenario);
        return place === undefined ? [] : [{ scenario: place, view, notes }];
      });
      // A deck without one of its scenarios would be another talk; one whose scenarios are all here already is here too.
      const bringsSomething = items.some(({ scenario }) => typeof scenario === "number");
      if (bringsSomething && items.length === deck.items.length) decks.push({ title: deck.title, items });
    }
    datasets.push(...(content.datasets ?? []));
  }
  const used = new Set(scenarios.flatMap(({ result }) => (result === null ? [] : [result.planner.data_vintage])));
  const imported = exchange.import({ scenarios, decks, datasets: datasets.filter(({ vintage }) => used.has(vintage)) });
  if (!imported.ok) return imported;
  const { ids, step } = imported.value;
  return ok({ scenarios: ids.map((id, i) => ({ id, isNew: scenarios[i]?.into === null })), step });
}

const documentOf = ({ inputs, assumptions, target, budget }: FiledScenario): ScenarioDocument => ({ inputs, assumptions, target, budget });

const labelsOf = ({ title, notes, tags, question, hypothesis, findings, decision }: FiledScenario): ScenarioLabels => ({
  title,
  notes,
  tags,
  question,
  hypothesis,
  findings,
  decision,
});
