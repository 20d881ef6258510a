/**
 * Scenarios and settings as the rest of the main process sees them: one method per `scenario:*` and `settings:*` channel.
 * Every method answers a value; a write answers ok only after its commit. Knows no model: results are handed in.
 */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, RevisionInfo, ScenarioSummary, Settings, StoreStatus } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Result } from "../../shared/result.ts";
import { describeChanges } from "../../shared/scenario/describe-edit.ts";
import { changedLevers } from "../../shared/scenario/edit-scenario.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import { summariseResult } from "./result-summary.ts";
import type { RevisionLine } from "./revision-repository.ts";
import { Refusal } from "./store-session.ts";
import type { Repositories, StoreSession } from "./store-session.ts";
import { UnreadableColumn } from "./stored-json.ts";

export interface StoreContext {
  /** Names levers, worlds and events in the words of revisions, and is kept whole with the results computed from it. */
  readonly dataset: Dataset;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** A scenario from elsewhere. Without a result it arrives as a draft, with one as revision 1. */
export interface ImportedScenario {
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
  readonly result: RunResult | null;
}

export interface StoredRevision extends Omit<RevisionLine, "document"> {
  readonly document: ScenarioDocument;
  readonly result: RunResult;
}

export class ScenarioStore {
  readonly #session: StoreSession;
  readonly #context: StoreContext;

  /** Use `openStore`: it hands in a session whose database has passed every check. */
  constructor(session: StoreSession, context: StoreContext) {
    this.#session = session;
    this.#context = context;
  }

  get file(): string {
    return this.#session.file;
  }

  get mode(): StoreStatus["mode"] {
    return this.#session.mode;
  }

  /** Every scenario, the trashed ones too, last changed first. */
  list(): Result<readonly ScenarioSummary[], AppError> {
    return this.#session.read(({ scenarios }) => scenarios.list());
  }

  /** Those whose labels hold every word of `query`, without regard to case and accents. */
  search(query: string): Result<readonly ScenarioSummary[], AppError> {
    return this.#session.read(({ scenarios }) => scenarios.search(query));
  }

  /** A new scenario with a draft and no revision. */
  create(labels: ScenarioLabels, document: ScenarioDocument): Result<OpenScenario, AppError> {
    return this.#session.write((stored, at) => {
      const id = this.#context.newId();
      stored.scenarios.insert(id, labels, at);
      this.#putDraft(stored, id, document, at);
      return this.#opened(stored, id);
    });
  }

  /** All of them as new scenarios, or none. Answers their ids in the same order. */
  importScenarios(imported: readonly ImportedScenario[]): Result<readonly string[], AppError> {
    return this.#session.write((stored, at) =>
      imported.map(({ labels, document, result }) => {
        const id = this.#context.newId();
        stored.scenarios.insert(id, labels, at);
        if (result === null) this.#putDraft(stored, id, document, at);
        else this.#append(stored, id, document, result, at);
        return id;
      }),
    );
  }

  open(id: string): Result<OpenScenario, AppError> {
    return this.#session.read((stored) => this.#opened(stored, id));
  }

  /** Keeps the document as the scenario's draft. A document equal to the last revision is no draft: nothing is unsaved then. */
  saveDraft(id: string, document: ScenarioDocument): Result<{ readonly savedAt: number }, AppError> {
    return this.#session.write((stored, at) => {
      const { title } = labelsOf(stored, id);
      const last = lastLine(stored, id);
      if (last !== null && sameValue(documentOf(id, title, last), document)) stored.scenarios.dropDraft(id);
      else this.#putDraft(stored, id, document, at);
      return { savedAt: at };
    });
  }

  /** Makes a revision with its result and drops the draft. Same document, model and data as the last revision: no new one. */
  save(id: string, document: ScenarioDocument, result: RunResult): Result<OpenScenario, AppError> {
    return this.#session.write((stored, at) => {
      const { title } = labelsOf(stored, id);
      const last = lastLine(stored, id);
      const unchanged =
        last !== null &&
        last.modelVersion === result.planner.model_version &&
        last.dataVintage === result.planner.data_vintage &&
        sameValue(documentOf(id, title, last), document);
      if (!unchanged) this.#append(stored, id, document, result, at);
      stored.scenarios.dropDraft(id);
      return this.#opened(stored, id);
    });
  }

  /** A new scenario with the labels of `from` under another title, and `document` as its revision 1. `from` stays as it is, its draft too. */
  saveAs(from: string, title: string, document: ScenarioDocument, result: RunResult): Result<OpenScenario, AppError> {
    return this.#session.write((stored, at) => {
      const id = this.#context.newId();
      stored.scenarios.insert(id, { ...labelsOf(stored, from), title }, at);
      this.#append(stored, id, document, result, at);
      return this.#opened(stored, id);
    });
  }

  /** Back to the last revision. A scenario that has none keeps its draft: there is nothing to go back to. */
  discardDraft(id: string): Result<OpenScenario, AppError> {
    return this.#session.write((stored) => {
      labelsOf(stored, id);
      if (stored.revisions.lastNumber(id) > 0) stored.scenarios.dropDraft(id);
      return this.#opened(stored, id);
    });
  }

  /** What the scenario says now, without its result: the draft, else the last revision. */
  document(id: string): Result<ScenarioDocument, AppError> {
    return this.#session.read((stored) => {
      const { title } = labelsOf(stored, id);
      const draft = readable(id, title, "the draft", () => stored.scenarios.draft(id));
      if (draft !== null) return draft.document;
      return documentOf(id, title, lastLine(stored, id) ?? refuseMissing(id));
    });
  }

  /** Newest first; nothing but the lines is read, so damage elsewhere in the scenario does not hide them. */
  revisions(id: string): Result<readonly RevisionInfo[], AppError> {
    return this.#session.read((stored) => {
      labelsOf(stored, id);
      return this.#history(stored.revisions.lines(id));
    });
  }

  /** One revision with its stored result. */
  revision(id: string, number: number): Result<StoredRevision, AppError> {
    return this.#session.read((stored) => revisionOf(stored, id, number));
  }

  /** Makes a new revision of an old one, with the numbers it had then, and drops the draft. */
  restoreRevision(id: string, number: number): Result<OpenScenario, AppError> {
    return this.#session.write((stored, at) => {
      const { document, result } = revisionOf(stored, id, number);
      this.#append(stored, id, document, result, at);
      stored.scenarios.dropDraft(id);
      return this.#opened(stored, id);
    });
  }

  /** Labels are not part of a revision: they change at once. */
  setLabels(id: string, changes: Partial<ScenarioLabels>): Result<ScenarioSummary, AppError> {
    return this.#session.write((stored, at) => {
      stored.scenarios.setLabels(id, { ...labelsOf(stored, id), ...changes }, at);
      return stored.scenarios.summary(id) ?? refuseMissing(id);
    });
  }

  /** Marks all of them as trashed, or none when one does not exist. Answers the whole list. */
  trash(ids: readonly string[]): Result<readonly ScenarioSummary[], AppError> {
    return this.#session.write((stored, at) => setTrashed(stored, ids, at));
  }

  /** Takes all of them out of the trash, or none when one does not exist. Answers the whole list. */
  restore(ids: readonly string[]): Result<readonly ScenarioSummary[], AppError> {
    return this.#session.write((stored) => setTrashed(stored, ids, null));
  }

  /** The dataset of a vintage that results here were computed from, as it was then; null when this store never held it. */
  datasetOf(vintage: string): Result<Dataset | null, AppError> {
    return this.#session.read(({ revisions }) => revisions.dataset(vintage));
  }

  settings(): Result<Settings, AppError> {
    return this.#session.read(({ settings }) => settings.read());
  }

  setSettings(changes: Partial<Settings>): Result<Settings, AppError> {
    return this.#session.write(({ settings }) => {
      settings.write(changes);
      return settings.read();
    });
  }

  /** Ends the connection; every acknowledged write is already on the disk. */
  close(): void {
    this.#session.close();
  }

  #opened(stored: Repositories, id: string): OpenScenario {
    const labels = labelsOf(stored, id);
    const lines = stored.revisions.lines(id);
    const last = lines[0] ?? null;
    return {
      id,
      labels,
      revision: last?.number ?? 0,
      savedAt: last?.savedAt ?? null,
      saved: last && documentOf(id, labels.title, last),
      result: last && resultOf(stored, id, labels.title, last.number),
      draft: readable(id, labels.title, "the draft", () => stored.scenarios.draft(id)),
      revisions: this.#history(lines),
    };
  }

  /** Newest first; each says what it changed against the one before it, the first against status quo. */
  #history(lines: readonly RevisionLine[]): readonly RevisionInfo[] {
    const { dataset } = this.#context;
    const statusQuo = statusQuoDocument(dataset.worlds[0]?.id ?? "");
    return lines.map(({ number, savedAt, modelVersion, dataVintage, document }, i) => {
      const before = lines[i + 1]?.document ?? statusQuo;
      const isReadable = !(before instanceof UnreadableColumn) && !(document instanceof UnreadableColumn);
      return { number, savedAt, changes: isReadable ? describeChanges(dataset, before, document) : [], modelVersion, dataVintage };
    });
  }

  #putDraft({ scenarios }: Repositories, id: string, document: ScenarioDocument, at: number): void {
    scenarios.putDraft(id, document, this.#countChanged(document), at);
  }

  #append({ scenarios, revisions, settings }: Repositories, id: string, document: ScenarioDocument, result: RunResult, at: number): void {
    const { dataset } = this.#context;
    if (result.planner.data_vintage === dataset.vintage) revisions.keepDataset(dataset, at);
    const summary = summariseResult(result, document.target, settings.read().outcomeYear);
    scenarios.touch(id);
    revisions.append(id, { document, result, changedLevers: this.#countChanged(document), summary, savedAt: at });
  }

  #countChanged(document: ScenarioDocument): number {
    return changedLevers(document, this.#context.dataset.levers).length;
  }
}

function labelsOf({ scenarios }: Repositories, id: string): ScenarioLabels {
  return scenarios.labels(id) ?? refuseMissing(id);
}

function lastLine({ revisions }: Repositories, id: string): RevisionLine | null {
  return revisions.line(id, revisions.lastNumber(id));
}

function revisionOf(stored: Repositories, id: string, number: number): StoredRevision {
  const { title } = labelsOf(stored, id);
  const line = stored.revisions.line(id, number) ?? refuseMissing(id);
  return { ...line, document: documentOf(id, title, line), result: resultOf(stored, id, title, number) };
}

const documentOf = (id: string, title: string, { number, document }: RevisionLine): ScenarioDocument =>
  readable(id, title, `revision ${number}`, () => {
    if (document instanceof UnreadableColumn) throw document;
    return document;
  });

const resultOf = ({ revisions }: Repositories, id: string, title: string, number: number): RunResult =>
  readable(id, title, `the result of revision ${number}`, () => revisions.result(id, number));

function readable<T>(id: string, title: string, part: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UnreadableColumn) throw new Refusal({ code: "scenario-unreadable", id, title, part, reason: cause.message });
    throw cause;
  }
}

function setTrashed({ scenarios }: Repositories, ids: readonly string[], at: number | null): readonly ScenarioSummary[] {
  for (const id of ids) if (!scenarios.setTrashed(id, at)) refuseMissing(id);
  return scenarios.list();
}

function refuseMissing(id: string): never {
  throw new Refusal({ code: "scenario-not-found", id });
}
