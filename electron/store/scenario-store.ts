/**
 * The store as the rest of the main process sees it: one method per `scenario:*` and `settings:*` channel.
 * Every method answers a value; a write answers ok only after its commit. Knows no model: results are handed in.
 */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, RevisionInfo, ScenarioSummary, Settings, StoreStatus } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { describeChanges } from "../../shared/scenario/describe-edit.ts";
import { changedLevers } from "../../shared/scenario/edit-scenario.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { Connection } from "./connection.ts";
import { summariseResult } from "./result-summary.ts";
import { RevisionRepository } from "./revision-repository.ts";
import type { RevisionLine } from "./revision-repository.ts";
import { ScenarioRepository } from "./scenario-repository.ts";
import { SettingsRepository } from "./settings-repository.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { UnreadableColumn } from "./stored-json.ts";

export interface StoreContext {
  /** Names levers, worlds and events in the words of revisions, and is kept whole with the results computed from it. */
  readonly dataset: Dataset;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Carries an expected failure out of a transaction, which it thereby rolls back. */
class Refusal extends Error {
  override readonly name = "Refusal";
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export class ScenarioStore {
  readonly file: string;
  readonly mode: StoreStatus["mode"];
  readonly #db: Connection;
  readonly #context: StoreContext;
  readonly #scenarios: ScenarioRepository;
  readonly #revisions: RevisionRepository;
  readonly #settings: SettingsRepository;

  /** Use `openStore`; it hands in a connection that has passed every check. */
  constructor(db: Connection, file: string, mode: StoreStatus["mode"], context: StoreContext) {
    this.#db = db;
    this.file = file;
    this.mode = mode;
    this.#context = context;
    this.#scenarios = new ScenarioRepository(db);
    this.#revisions = new RevisionRepository(db);
    this.#settings = new SettingsRepository(db);
  }

  /** Every scenario, the trashed ones too, last changed first. */
  list(): Result<readonly ScenarioSummary[], AppError> {
    return this.#read(() => this.#scenarios.list());
  }

  /** Those whose labels hold every word of `query`, without regard to case and accents. */
  search(query: string): Result<readonly ScenarioSummary[], AppError> {
    return this.#read(() => this.#scenarios.search(query));
  }

  /** A new scenario with a draft and no revision. */
  create(labels: ScenarioLabels, document: ScenarioDocument): Result<OpenScenario, AppError> {
    return this.#write((at) => {
      const id = this.#context.newId();
      this.#scenarios.insert(id, labels, at);
      this.#putDraft(id, document, at);
      return this.#opened(id);
    });
  }

  open(id: string): Result<OpenScenario, AppError> {
    return this.#read(() => this.#opened(id));
  }

  /** Keeps the document as the scenario's draft. A document equal to the last revision is no draft: nothing is unsaved then. */
  saveDraft(id: string, document: ScenarioDocument): Result<{ readonly savedAt: number }, AppError> {
    return this.#write((at) => {
      const { title } = this.#labelsOf(id);
      const last = this.#lastLine(id);
      if (last !== null && sameValue(this.#documentOf(id, title, last), document)) this.#scenarios.dropDraft(id);
      else this.#putDraft(id, document, at);
      return { savedAt: at };
    });
  }

  /** Makes a revision with its result and drops the draft. Same document, model and data as the last revision: no new one. */
  save(id: string, document: ScenarioDocument, result: RunResult): Result<OpenScenario, AppError> {
    return this.#write((at) => {
      const { title } = this.#labelsOf(id);
      const last = this.#lastLine(id);
      const unchanged =
        last !== null &&
        last.modelVersion === result.planner.model_version &&
        last.dataVintage === result.planner.data_vintage &&
        sameValue(this.#documentOf(id, title, last), document);
      if (!unchanged) this.#append(id, document, result, at);
      this.#scenarios.dropDraft(id);
      return this.#opened(id);
    });
  }

  /** A new scenario with the labels of `from` under another title, and `document` as its revision 1. `from` stays as it is, its draft too. */
  saveAs(from: string, title: string, document: ScenarioDocument, result: RunResult): Result<OpenScenario, AppError> {
    return this.#write((at) => {
      const id = this.#context.newId();
      this.#scenarios.insert(id, { ...this.#labelsOf(from), title }, at);
      this.#append(id, document, result, at);
      return this.#opened(id);
    });
  }

  /** Back to the last revision. A scenario that has none keeps its draft: there is nothing to go back to. */
  discardDraft(id: string): Result<OpenScenario, AppError> {
    return this.#write(() => {
      this.#labelsOf(id);
      if (this.#revisions.lastNumber(id) > 0) this.#scenarios.dropDraft(id);
      return this.#opened(id);
    });
  }

  /** Labels are not part of a revision: they change at once. */
  setLabels(id: string, changes: Partial<ScenarioLabels>): Result<ScenarioSummary, AppError> {
    return this.#write((at) => {
      this.#scenarios.setLabels(id, { ...this.#labelsOf(id), ...changes }, at);
      return this.#scenarios.summary(id) ?? this.#refuseMissing(id);
    });
  }

  /** Marks all of them as trashed, or none when one does not exist. Answers the whole list. */
  trash(ids: readonly string[]): Result<readonly ScenarioSummary[], AppError> {
    return this.#write((at) => this.#setTrashed(ids, at));
  }

  /** Takes all of them out of the trash, or none when one does not exist. Answers the whole list. */
  restore(ids: readonly string[]): Result<readonly ScenarioSummary[], AppError> {
    return this.#write(() => this.#setTrashed(ids, null));
  }

  /** The dataset of a vintage that results here were computed from, as it was then; null when this store never held it. */
  datasetOf(vintage: string): Result<Dataset | null, AppError> {
    return this.#read(() => this.#revisions.dataset(vintage));
  }

  settings(): Result<Settings, AppError> {
    return this.#read(() => this.#settings.read());
  }

  setSettings(changes: Partial<Settings>): Result<Settings, AppError> {
    return this.#write(() => {
      this.#settings.write(changes);
      return this.#settings.read();
    });
  }

  /** Ends the connection; every acknowledged write is already on the disk. */
  close(): void {
    this.#db.close();
  }

  #read<T>(read: () => T): Result<T, AppError> {
    return this.#attempt(() => this.#db.transaction(read).deferred());
  }

  /** `write` gets the time of the commit. It runs under the write lock from its first statement, so it never fails half way for another writer. */
  #write<T>(write: (at: number) => T): Result<T, AppError> {
    if (this.mode === "read-only") return err({ code: "store-read-only", file: this.file });
    return this.#attempt(() => this.#db.transaction(() => write(this.#context.now())).immediate());
  }

  #attempt<T>(act: () => T): Result<T, AppError> {
    try {
      return ok(act());
    } catch (cause) {
      if (cause instanceof Refusal) return err(cause.error);
      const known = toStoreError(cause, this.file);
      if (known === null) throw cause;
      return err(known);
    }
  }

  #opened(id: string): OpenScenario {
    const labels = this.#labelsOf(id);
    const lines = this.#revisions.lines(id);
    const last = lines[0] ?? null;
    return {
      id,
      labels,
      revision: last?.number ?? 0,
      savedAt: last?.savedAt ?? null,
      saved: last && this.#documentOf(id, labels.title, last),
      result: last && this.#readable(id, labels.title, `the result of revision ${last.number}`, () => this.#revisions.result(id, last.number)),
      draft: this.#readable(id, labels.title, "the draft", () => this.#scenarios.draft(id)),
      revisions: this.#history(lines),
    };
  }

  #history(lines: readonly RevisionLine[]): readonly RevisionInfo[] {
    const { dataset } = this.#context;
    const beginning = statusQuoDocument(dataset.worlds[0]?.id ?? "");
    return lines.map(({ number, savedAt, modelVersion, dataVintage, document }, i) => {
      const before = i + 1 < lines.length ? lines[i + 1]?.document : beginning;
      const changes =
        before instanceof UnreadableColumn || document instanceof UnreadableColumn || before === undefined ? [] : describeChanges(dataset, before, document);
      return { number, savedAt, changes, modelVersion, dataVintage };
    });
  }

  #labelsOf(id: string): ScenarioLabels {
    return this.#scenarios.labels(id) ?? this.#refuseMissing(id);
  }

  #lastLine(id: string): RevisionLine | null {
    return this.#revisions.line(id, this.#revisions.lastNumber(id));
  }

  #documentOf(id: string, title: string, line: RevisionLine): ScenarioDocument {
    return this.#readable(id, title, `revision ${line.number}`, () => {
      if (line.document instanceof UnreadableColumn) throw line.document;
      return line.document;
    });
  }

  #readable<T>(id: string, title: string, part: string, read: () => T): T {
    try {
      return read();
    } catch (cause) {
      if (cause instanceof UnreadableColumn) throw new Refusal({ code: "scenario-unreadable", id, title, part, reason: cause.message });
      throw cause;
    }
  }

  #putDraft(id: string, document: ScenarioDocument, at: number): void {
    this.#scenarios.putDraft(id, document, this.#countChanged(document), at);
  }

  #append(id: string, document: ScenarioDocument, result: RunResult, at: number): void {
    const { dataset } = this.#context;
    if (result.planner.data_vintage === dataset.vintage) this.#revisions.keepDataset(dataset, at);
    const summary = summariseResult(result, document.target, this.#settings.read().outcomeYear);
    this.#revisions.append(id, { document, result, changedLevers: this.#countChanged(document), summary, savedAt: at });
  }

  #countChanged(document: ScenarioDocument): number {
    return changedLevers(document, this.#context.dataset.levers).length;
  }

  #setTrashed(ids: readonly string[], at: number | null): readonly ScenarioSummary[] {
    for (const id of ids) if (!this.#scenarios.setTrashed(id, at)) this.#refuseMissing(id);
    return this.#scenarios.list();
  }

  #refuseMissing(id: string): never {
    throw new Refusal({ code: "scenario-not-found", id });
  }
}
