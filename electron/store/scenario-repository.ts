/** Scenarios with their labels and drafts, and the kept lines of the library. Throws SqliteError; the facade turns that into a value. */
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import { listedWorld } from "../../shared/scenario/own-world.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import { scenarioDocumentSchema } from "../../shared/scenario/scenario.schema.ts";
import type { Connection, Statement } from "./connection.ts";
import { searchTerms, searchText } from "./search-text.ts";
import { UnreadableColumn, fromCheckedText, toCheckedText } from "./stored-json.ts";
import { SummaryCache } from "./summary-cache.ts";
import { SummaryReader, toTags } from "./summary-reader.ts";

export interface Draft {
  readonly document: ScenarioDocument;
  readonly savedAt: number;
}

interface LabelsRow {
  readonly title: string;
  readonly notes: string;
  readonly tags: string;
  readonly question: string;
  readonly hypothesis: string;
  readonly findings: string;
  readonly decision: string;
}

interface DraftRow {
  readonly document: string;
  readonly document_crc32: number;
  readonly saved_at: number;
}

export class ScenarioRepository {
  readonly #summaries: SummaryCache;
  readonly #lines: SummaryReader;
  readonly #search: Statement<string>;
  readonly #labels: Statement<LabelsRow>;
  readonly #insert: Statement;
  readonly #updateLabels: Statement;
  readonly #setTrashed: Statement;
  readonly #draft: Statement<DraftRow>;
  readonly #putDraft: Statement;
  readonly #dropDraft: Statement;

  constructor(db: Connection) {
    this.#lines = new SummaryReader(db);
    this.#summaries = new SummaryCache(db, this.#lines);
    this.#search = db
      .prepare<unknown[], string>("SELECT id FROM scenario WHERE NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(scenario.search_text, value) = 0)")
      .pluck();
    this.#labels = db.prepare("SELECT title, notes, tags, question, hypothesis, findings, decision FROM scenario WHERE id = ?");
    this.#insert = db.prepare(`
      INSERT INTO scenario (id, title, notes, tags, question, hypothesis, findings, decision, search_text, created_at, labelled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#updateLabels = db.prepare(`
      UPDATE scenario SET title = ?, notes = ?, tags = ?, question = ?, hypothesis = ?, findings = ?, decision = ?, search_text = ?, labelled_at = ?
      WHERE id = ?`);
    this.#setTrashed = db.prepare("UPDATE scenario SET trashed_at = ? WHERE id = ?");
    this.#draft = db.prepare("SELECT document, document_crc32, saved_at FROM draft WHERE scenario_id = ?");
    this.#putDraft = db.prepare(`
      INSERT INTO draft (scenario_id, document, document_crc32, world, changed_levers, saved_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (scenario_id) DO UPDATE SET document = excluded.document, document_crc32 = excluded.document_crc32,
        world = excluded.world, changed_levers = excluded.changed_levers, saved_at = excluded.saved_at`);
    this.#dropDraft = db.prepare("DELETE FROM draft WHERE scenario_id = ?");
  }

  /** Every scenario, the trashed ones too, last changed first. */
  list(): readonly ScenarioSummary[] {
    return this.#summaries.list();
  }

  /** Scenarios whose labels hold every word of `query`, without regard to case and accents. */
  search(query: string): readonly ScenarioSummary[] {
    const found = new Set(this.#search.all(JSON.stringify(searchTerms(query))));
    return this.#summaries.list().filter(({ id }) => found.has(id));
  }

  summary(id: string): ScenarioSummary | null {
    return this.#lines.one(id);
  }

  /** The scenario outside the trash that was changed last; null = there is none. Looks at no more rows in JavaScript than that one. */
  newest(): string | null {
    return this.#lines.newest();
  }

  labels(id: string): ScenarioLabels | null {
    const row = this.#labels.get(id);
    return row === undefined ? null : { ...row, tags: toTags(row.tags) };
  }

  /** Says that something the list shows of the scenario was written, here or to its revisions. */
  touch(id: string): void {
    this.#summaries.touch(id);
  }

  /** Says that the transaction these statements ran in was rolled back. */
  forget(): void {
    this.#summaries.forget();
  }

  insert(id: string, labels: ScenarioLabels, at: number): void {
    this.touch(id);
    this.#insert.run(id, ...labelColumns(labels), at, at);
  }

  setLabels(id: string, labels: ScenarioLabels, at: number): void {
    this.touch(id);
    this.#updateLabels.run(...labelColumns(labels), at, id);
  }

  /** `at` null takes the scenario out of the trash. Answers false when there is no such scenario. */
  setTrashed(id: string, at: number | null): boolean {
    this.touch(id);
    return this.#setTrashed.run(at, id).changes === 1;
  }

  draft(id: string): Draft | null {
    const row = this.#draft.get(id);
    if (row === undefined) return null;
    return { document: readDocument(row.document, row.document_crc32), savedAt: row.saved_at };
  }

  putDraft(id: string, document: ScenarioDocument, changedLevers: number, at: number): void {
    this.touch(id);
    const { text, crc32 } = toCheckedText(document);
    this.#putDraft.run(id, text, crc32, listedWorld(document.inputs), changedLevers, at);
  }

  dropDraft(id: string): void {
    this.touch(id);
    this.#dropDraft.run(id);
  }
}

/** Throws UnreadableColumn when the text is not the document that was written. */
export function readDocument(text: string, crc32: number): ScenarioDocument {
  const parsed = scenarioDocumentSchema.safeParse(fromCheckedText({ text, crc32 }));
  if (!parsed.success) throw new UnreadableColumn(`its shape is wrong at ${parsed.error.issues[0]?.path.join(".") ?? "the top"}`);
  return parsed.data;
}

const labelColumns = (labels: ScenarioLabels): readonly string[] => [
  labels.title,
  labels.notes,
  JSON.stringify(labels.tags),
  labels.question,
  labels.hypothesis,
  labels.findings,
  labels.decision,
  searchText(labels),
];
