/** Scenarios out of the store into the content of `.lodestone` files: the same for the window and for the command line. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { BYTES_PER_MEGABYTE } from "../../shared/format/megabyte.ts";
import type { EditedScenario } from "../../shared/ipc/file-exchange.ts";
import { ok, type Result } from "../../shared/result.ts";
import { filedBytes, filedDatasetBytes, MAX_FILE_MEGABYTES } from "../../shared/scenario/scenario-file.ts";
import type { FiledDeck, FiledScenario, ScenarioFile } from "../../shared/scenario/filed-scenario.ts";
import { MOST_SCENARIOS, MOST_SETTINGS } from "../../shared/scenario/scenario-file.schema.ts";
import type { DeckStore } from "./deck-store.ts";
import type { ExchangeStore } from "./exchange-store.ts";
import type { ScenarioStore } from "./scenario-store.ts";

export interface Exchange {
  readonly store: ScenarioStore;
  readonly decks: DeckStore;
  readonly exchange: ExchangeStore;
}

/** What a scenario says now: its draft where it has one, else its last revision with the stored result. An edit is newer than what the store holds. */
function filed(store: ScenarioStore, id: string, edited: readonly EditedScenario[]): Result<FiledScenario, AppError> {
  const edit = edited.find((each) => each.id === id);
  if (edit !== undefined) return ok({ id, ...edit.labels, ...edit.document, result: null });
  const content = store.content(id);
  if (!content.ok) return content;
  const { labels, document, result } = content.value;
  return ok({ id, ...labels, ...document, result });
}

/**
 * The content of one file: scenarios, the decks that show nothing else than these, and the datasets behind their results.
 * `read` are those scenarios where they were read before.
 */
export function fileContent(
  { store, decks }: Pick<Exchange, "store" | "decks">,
  ids: readonly string[],
  edited: readonly EditedScenario[],
  app: string,
  read: readonly FiledScenario[] = [],
): Result<ScenarioFile, AppError> {
  const scenarios: FiledScenario[] = [...read];
  for (const id of ids.slice(read.length)) {
    const one = filed(store, id, edited);
    if (!one.ok) return one;
    scenarios.push(one.value);
  }
  for (const { id, labels, document } of edited) if (id === null) scenarios.push({ id: "", ...labels, ...document, result: null });
  const fitting = decksOf(store, decks, scenarios);
  if (!fitting.ok) return fitting;
  const datasets = datasetsOf(store, scenarios);
  if (!datasets.ok) return datasets;
  return ok({
    app,
    scenarios,
    ...(fitting.value.length === 0 ? {} : { decks: fitting.value }),
    ...(datasets.value.length === 0 ? {} : { datasets: datasets.value }),
  });
}

const vintagesOf = (scenarios: readonly FiledScenario[]): ReadonlySet<string> =>
  new Set(scenarios.flatMap(({ result }) => (result === null ? [] : [result.planner.data_vintage])));

function datasetsOf(store: ScenarioStore, scenarios: readonly FiledScenario[]): Result<readonly Dataset[], AppError> {
  const datasets: Dataset[] = [];
  for (const vintage of vintagesOf(scenarios)) {
    const dataset = store.datasetOf(vintage);
    if (!dataset.ok) return dataset;
    if (dataset.value !== null) datasets.push(dataset.value);
  }
  return ok(datasets);
}

/** Decks of which every item shows what the file holds of its scenario: its last revision, with the result of that time. */
function decksOf(store: ScenarioStore, decks: DeckStore, scenarios: readonly FiledScenario[]): Result<readonly FiledDeck[], AppError> {
  const withResult = new Set(scenarios.filter(({ result }) => result !== null).map(({ id }) => id));
  // Edits that the store refuses are exported also when it can no longer be read.
  if (withResult.size === 0) return ok([]);
  const listed = decks.list();
  if (!listed.ok) return listed;
  const lastNumbers = new Map<string, number>();
  const lastOf = (id: string): number => {
    const known = lastNumbers.get(id);
    if (known !== undefined) return known;
    const revisions = store.revisions(id);
    const last = revisions.ok ? (revisions.value[0]?.number ?? 0) : 0;
    lastNumbers.set(id, last);
    return last;
  };
  const fitting: FiledDeck[] = [];
  for (const { id, trashedAt } of listed.value) {
    if (trashedAt !== null) continue;
    const deck = decks.open(id);
    if (!deck.ok) return deck;
    const { title, items } = deck.value;
    const shows = items.flatMap(({ scenario }) => (scenario === null ? [] : [scenario]));
    if (shows.length === 0 || !shows.every((shown) => withResult.has(shown.id) && lastOf(shown.id) === shown.revision)) continue;
    fitting.push({ title, items: items.map(({ scenario, view, notes }) => ({ scenario: scenario?.id ?? null, view, notes })) });
  }
  return ok(fitting);
}

/** The envelope and the decks need less than this. */
const ROOM_BYTES = 2 * BYTES_PER_MEGABYTE;

export interface Groups {
  /** Those of each file. */
  readonly ids: readonly (readonly string[])[];
  /** The scenarios of the first file, mostly the only one, so that they need not be read again; all of them would be more than one keeps in mind. */
  readonly first: readonly FiledScenario[];
}

/** The ids in groups that fit into one file each with the datasets they need, in their order. */
export function groupsThatFit(store: ScenarioStore, ids: readonly string[], edited: readonly EditedScenario[]): Result<Groups, AppError> {
  const most = MAX_FILE_MEGABYTES * BYTES_PER_MEGABYTE - ROOM_BYTES;
  const datasetBytes = new Map<string, number>();
  const groups: string[][] = [];
  const first: FiledScenario[] = [];
  let bytes = Infinity;
  let settings = 0;
  let vintages = new Set<string>();
  for (const id of ids) {
    const one = filed(store, id, edited);
    if (!one.ok) return one;
    const vintage = one.value.result?.planner.data_vintage ?? null;
    if (vintage !== null && !datasetBytes.has(vintage)) {
      const dataset = store.datasetOf(vintage);
      if (!dataset.ok) return dataset;
      datasetBytes.set(vintage, dataset.value === null ? 0 : filedDatasetBytes(dataset.value));
    }
    const own = filedBytes(one.value);
    const withData = vintage === null ? own : own + (datasetBytes.get(vintage) ?? 0);
    const ownSettings = one.value.inputs.levers.length + one.value.inputs.events.length;
    const needed = vintage === null || vintages.has(vintage) ? own : withData;
    const isFull = groups.at(-1)?.length === MOST_SCENARIOS;
    if (isFull || bytes + needed > most || settings + ownSettings > MOST_SETTINGS) {
      groups.push([]);
      bytes = 0;
      settings = 0;
      vintages = new Set();
    }
    groups.at(-1)?.push(id);
    if (groups.length === 1) first.push(one.value);
    settings += ownSettings;
    bytes += vintage === null || vintages.has(vintage) ? own : withData;
    if (vintage !== null) vintages.add(vintage);
  }
  return ok({ ids: groups, first });
}
