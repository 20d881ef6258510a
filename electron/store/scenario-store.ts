/**
 * Scenarios and settings as the rest of the main process sees them: one method per `scenario:*` and `settings:*` channel.
 * Every method answers a value; a write answers ok only after its commit. Knows no model: results are handed in.
 */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Settings, StoreStatus } from "../../shared/ipc/boot-info.ts";
import type { OpenScenario, RevisionInfo, ScenarioSummary } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Result } from "../../shared/result.ts";
import { describeChanges } from "../../shared/scenario/describe-edit.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { RevisionLine } from "./revision-repository.ts";
import { ScenarioWriter } from "./scenario-writer.ts";
import type { Repositories, StoreSession } from "./store-session.ts";
import { UnreadableColumn } from "./stored-json.ts";
import { documentOf, labelsOf, lastLine, readable, refuseMissing, resultOf, revisionOf } from "./stored-scenario.ts";
import type { StoredRevision } from "./stored-scenario.ts";

export interface StoreContext {
  /** Names levers, worlds and events in the words of revisions, and is kept whole with the results computed from it. */
  readonly dataset: Dataset;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface ScenarioContent {
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
  readonly result: RunResult | null;
}

export class ScenarioStore {
  readonly #session: StoreSession;
  readonly #context: StoreContext;
  readonly #writer: ScenarioWriter;

  /** Use `openStore`: it hands in a session whose database has passed every check. */
  constructor(session: StoreSession, context: StoreContext) {
    this.#session = session;
    this.#context = context;
    this.#writer = new ScenarioWriter(context.dataset);
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
      this.#writer.putDraft(stored, id, document, at);
      return this.#opened(stored, id);
    });
  }

  open(id: string): Result<OpenScenario, AppError> {
    return this.#session.read((stored) => this.#opened(stored, id));
  }

  /** The preferred scenario, or, where it is in the trash or not there, the one changed last; null = there is none. */
  openLast(preferred: string | null): Result<OpenScenario | null, AppError> {
    return this.#session.read((stored) => {
      const summary = preferred === null ? null : stored.scenarios.summary(preferred);
      const id = summary !== null && summary.trashedAt === null ? summary.id : stored.scenarios.newest();
      return id === null ? null : this.#opened(stored, id);
    });
  }

  /** Keeps the document as the scenario's draft. A document equal to the last revision is no draft: nothing is unsaved then. */
  saveDraft(id: string, document: ScenarioDocument): Result<{ readonly savedAt: number }, AppError> {
    return this.#session.write((stored, at) => {
      const { title } = labelsOf(stored, id);
      const last = lastLine(stored, id);
      if (last !== null && sameValue(documentOf(id, title, last), document)) stored.scenarios.dropDraft(id);
      else this.#writer.putDraft(stored, id, document, at);
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
      if (!unchanged) this.#writer.append(stored, id, document, result, at);
      stored.scenarios.dropDraft(id);
      return this.#opened(stored, id);
    });
  }

  /** A new scenario with the labels of `from` under another title, and `document` as its revision 1. `from` stays as it is, its draft too. */
  saveAs(from: string, title: string, document: ScenarioDocument, result: RunResult): Result<OpenScenario, AppError> {
    return this.#session.write((stored, at) => {
      const id = this.#context.newId();
      stored.scenarios.insert(id, { ...labelsOf(stored, from), title }, at);
      this.#writer.append(stored, id, document, result, at);
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

  /** What the scenario says now: its draft, which has no result, else its last revision with the stored one. */
  content(id: string): Result<ScenarioContent, AppError> {
    return this.#session.read((stored) => {
      const labels = labelsOf(stored, id);
      const draft = readable(id, labels.title, "the draft", () => stored.scenarios.draft(id));
      if (draft !== null) return { labels, document: draft.document, result: null };
      const last = lastLine(stored, id) ?? refuseMissing(id);
      return { labels, document: documentOf(id, labels.title, last), result: resultOf(stored, id, labels.title, last.number) };
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
      this.#writer.append(stored, id, document, result, at);
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
}

function setTrashed({ scenarios }: Repositories, ids: readonly string[], at: number | null): readonly ScenarioSummary[] {
  for (const id of ids) if (!scenarios.setTrashed(id, at)) refuseMissing(id);
  return scenarios.list();
}
