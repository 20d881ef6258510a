/** Scenarios with their labels and drafts, and the lines of the library. Throws SqliteError; the facade turns that into a value. */
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import { listedWorld } from "../../shared/scenario/own-world.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import { scenarioDocumentSchema } from "../../shared/scenario/scenario.schema.ts";
import type { Connection, Statement } from "./connection.ts";
import { searchTerms, searchText } from "./search-text.ts";
import { UnreadableColumn, fromCheckedText, toCheckedText } from "./stored-json.ts";
import { SummaryCache } from "./summary-cache.ts";

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

/** The columns of SUMMARY, by place: as objects with names, ten thousand rows take half as long again. */
type SummaryRow = readonly [
  id: string,
  title: string,
  /** null = none. */
  tags: string | null,
  createdAt: number,
  trashedAt: number | null,
  changedAt: number,
  world: string,
  changedLevers: number,
  revision: number,
  hasDraft: number,
  headline: number | null,
  headlineYear: number | null,
  costMusdPerYr: number | null,
  modelVersion: string | null,
  dataVintage: string | null,
];

interface DraftRow {
  readonly document: string;
  readonly document_crc32: number;
  readonly saved_at: number;
}

/** What can be put together in SQL is: ten thousand rows cost by the values that cross into JavaScript. */
const SUMMARY = `
SELECT s.id, s.title, nullif(s.tags, '[]'), s.created_at, s.trashed_at,
       max(s.labelled_at, coalesce(d.saved_at, 0), coalesce(r.saved_at, 0)) AS changed_at,
       coalesce(d.world, r.world, '') AS world, coalesce(d.changed_levers, r.changed_levers, 0) AS changed_levers,
       coalesce(r.number, 0) AS revision, d.scenario_id IS NOT NULL AS has_draft,
       r.headline, r.headline_year, r.cost_musd_per_yr, r.model_version, r.data_vintage
FROM scenario s
LEFT JOIN draft d ON d.scenario_id = s.id
LEFT JOIN revision r ON r.id = (SELECT id FROM revision WHERE scenario_id = s.id ORDER BY number DESC LIMIT 1)`;

export class ScenarioRepository {
  readonly #summaries: SummaryCache;
  readonly #one: Statement<SummaryRow>;
  readonly #search: Statement<string>;
  readonly #labels: Statement<LabelsRow>;
  readonly #insert: Statement;
  readonly #updateLabels: Statement;
  readonly #setTrashed: Statement;
  readonly #draft: Statement<DraftRow>;
  readonly #putDraft: Statement;
  readonly #dropDraft: Statement;

  constructor(db: Connection) {
    const all: Statement<SummaryRow> = db.prepare<unknown[], SummaryRow>(SUMMARY).raw();
    this.#one = db.prepare<unknown[], SummaryRow>(`${SUMMARY} WHERE s.id = ?`).raw();
    this.#summaries = new SummaryCache(
      db,
      () => all.all().map(toSummary),
      (id) => this.summary(id),
    );
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
    const row = this.#one.get(id);
    return row === undefined ? null : toSummary(row);
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

/** Checked by hand: a schema's parse, ten thousand times, is felt. */
function toTags(text: string): readonly string[] {
  const tags: unknown = JSON.parse(text);
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

function toSummary([id, title, tags, createdAt, trashedAt, changedAt, world, changedLevers, revision, hasDraft, ...last]: SummaryRow): ScenarioSummary {
  const [headline, headlineYear, costMusdPerYr, modelVersion, dataVintage] = last;
  return {
    id,
    title,
    tags: tags === null ? [] : toTags(tags),
    world,
    changedLevers,
    revision,
    hasUnsavedDraft: hasDraft === 1,
    createdAt,
    changedAt,
    trashedAt,
    headline,
    headlineYear,
    costMusdPerYr,
    modelVersion,
    dataVintage,
  };
}
