/** The scenarios of the store in memory: their rows, and how the channels' answers are made from them. */
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { LedgerRuns, OpenScenario, RevisionInfo, ScenarioSummary } from "../../../shared/ipc/channels.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { err, ok } from "../../../shared/result.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../../shared/scenario/scenario.ts";

export const MODEL = "1.0";

export interface Row {
  id: string;
  labels: ScenarioLabels;
  draft: OpenScenario["draft"];
  saved: ScenarioDocument | null;
  savedAt: number | null;
  result: RunResult | null;
  ledger: Pick<LedgerRuns, "oldData" | "newData"> | null;
  revisions: readonly RevisionInfo[];
  /** Document and result of each revision, oldest first. */
  contents: { readonly document: ScenarioDocument; readonly result: RunResult | null }[];
  changedAt: number;
  trashedAt: number | null;
  headline: number | null;
  costMusdPerYr: number | null;
}

export interface Seed {
  readonly id: string;
  readonly labels: ScenarioLabels;
  readonly saved: ScenarioDocument;
  readonly changedAt?: number;
  readonly result?: RunResult;
  /** What `result` becomes with the model and data of today. */
  readonly ledger?: Pick<LedgerRuns, "oldData" | "newData">;
  readonly headline?: number;
  readonly costMusdPerYr?: number;
  readonly trashed?: boolean;
}

/** `now` dates what is written. */
export function createRows(dataset: Dataset, now: () => number, seeds: readonly Seed[]) {
  const rows = new Map<string, Row>();
  let made = 0;
  const revision = (number: number): RevisionInfo => ({
    number,
    savedAt: now(),
    changes: ["Tariff 0 to 20%"],
    modelVersion: MODEL,
    dataVintage: dataset.vintage,
  });
  const insert = (id: string, labels: ScenarioLabels, over: Partial<Row>): Row => {
    const row: Row = {
      id,
      labels,
      draft: null,
      saved: null,
      savedAt: null,
      result: null,
      ledger: null,
      revisions: [],
      contents: [],
      changedAt: now(),
      trashedAt: null,
      headline: null,
      costMusdPerYr: null,
      ...over,
    };
    rows.set(id, row);
    return row;
  };
  for (const seed of seeds) {
    insert(seed.id, seed.labels, {
      saved: seed.saved,
      savedAt: seed.changedAt ?? 1,
      revisions: [revision(1)],
      contents: [{ document: seed.saved, result: seed.result ?? null }],
      changedAt: seed.changedAt ?? 1,
      result: seed.result ?? null,
      ledger: seed.ledger ?? null,
      trashedAt: seed.trashed === true ? 1 : null,
      headline: seed.headline ?? null,
      costMusdPerYr: seed.costMusdPerYr ?? null,
    });
  }

  const opened = ({ id, labels, draft, saved, savedAt, result, revisions }: Row): OpenScenario => ({
    id,
    labels,
    revision: revisions.length,
    savedAt,
    saved,
    result,
    draft,
    revisions,
  });
  const summary = (row: Row): ScenarioSummary => {
    const document = row.draft?.document ?? row.saved!;
    return {
      id: row.id,
      title: row.labels.title,
      tags: row.labels.tags,
      world: document.inputs.world,
      changedLevers: document.inputs.levers.length,
      revision: row.revisions.length,
      hasUnsavedDraft: row.draft !== null,
      changedAt: row.changedAt,
      trashedAt: row.trashedAt,
      headline: row.headline,
      headlineYear: row.headline === null ? null : 2035,
      costMusdPerYr: row.costMusdPerYr,
      modelVersion: row.result?.planner.model_version ?? (row.revisions.length > 0 ? MODEL : null),
      dataVintage: row.result?.planner.data_vintage ?? (row.revisions.length > 0 ? dataset.vintage : null),
    };
  };
  const list = (): readonly ScenarioSummary[] => [...rows.values()].map(summary);
  /** Ids of the rows whose labels hold every word. */
  function found(text: string): ReadonlySet<string> | null {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const textOf = ({ labels }: Row): string => JSON.stringify(labels).toLowerCase();
    return words.length === 0 ? null : new Set([...rows.values()].filter((row) => words.every((word) => textOf(row).includes(word))).map(({ id }) => id));
  }
  const withRow = <T>(id: string, read: (row: Row) => T) => {
    const row = rows.get(id);
    return row ? ok(read(row)) : err({ code: "scenario-not-found" as const, id });
  };

  /** Makes the next revision. */
  const append = (row: Row, document: ScenarioDocument, result: RunResult | null): void => {
    row.contents.push({ document, result });
    row.revisions = [revision(row.revisions.length + 1), ...row.revisions];
    Object.assign(row, { saved: document, result, ledger: null, savedAt: now(), draft: null, changedAt: now() });
  };
  const contentsOf = (row: Row, number: number) => row.contents[number - 1] ?? missing(`${row.id}, revision ${number}`);

  return {
    rows,
    /** Adds a row under an id of its own: "made-1", "imported-2". */
    add: (kind: "made" | "imported", labels: ScenarioLabels, over: Partial<Row> = {}): Row => insert(`${kind}-${String(++made)}`, labels, over),
    list,
    opened,
    summary,
    found,
    withRow,
    append,
    contentsOf,
  };
}

export const emptyResult = (vintage: string): RunResult => ({
  planner: { model_version: MODEL, data_vintage: vintage },
  inputs: { levers: [], world: "stated", events: [] },
  years: [2026, 2035],
  minerals: {},
  totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [0.8, 0.7] },
});

export function missing(id: string): never {
  throw new Error(`the memory store has no row ${id}`);
}
