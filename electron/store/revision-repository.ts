/** Append-only revisions: immutable document, stored result, and the data vintages that results were computed with. Throws SqliteError. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { listedWorld } from "../../shared/scenario/own-world.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import type { Connection, Statement } from "./connection.ts";
import type { PackedRevision } from "./packed-revision.ts";
import type { ResultSummary } from "./result-summary.ts";
import { readDocument } from "./scenario-repository.ts";
import { UnreadableColumn, fromCompressed, toCompressed } from "./stored-json.ts";

/** A revision without its result. */
export interface RevisionLine {
  readonly number: number;
  readonly savedAt: number;
  readonly modelVersion: string;
  readonly dataVintage: string;
  /** One damaged document does not hide the other revisions. */
  readonly document: ScenarioDocument | UnreadableColumn;
}

export interface NewRevision {
  readonly document: ScenarioDocument;
  readonly result: RunResult;
  readonly changedLevers: number;
  readonly summary: ResultSummary;
  readonly savedAt: number;
  /** Of this document and result. */
  readonly packed: PackedRevision;
}

interface LineRow {
  readonly number: number;
  readonly saved_at: number;
  readonly model_version: string;
  readonly data_vintage: string;
  readonly document: string;
  readonly document_crc32: number;
}

export class RevisionRepository {
  readonly #lastNumber: Statement<{ readonly number: number | null }>;
  readonly #lines: Statement<LineRow>;
  readonly #line: Statement<LineRow>;
  readonly #result: Statement<{ readonly result: Buffer }>;
  readonly #insert: Statement;
  readonly #insertBody: Statement;
  readonly #vintage: Statement<{ readonly body: Buffer }>;
  readonly #hasVintage: Statement;
  readonly #keepVintage: Statement;

  constructor(db: Connection) {
    const line = `
      SELECT r.number, r.saved_at, r.model_version, r.data_vintage, b.document, b.document_crc32
      FROM revision r JOIN revision_body b ON b.revision_id = r.id WHERE r.scenario_id = ?`;
    this.#lastNumber = db.prepare("SELECT max(number) AS number FROM revision WHERE scenario_id = ?");
    this.#lines = db.prepare(`${line} ORDER BY r.number DESC`);
    this.#line = db.prepare(`${line} AND r.number = ?`);
    this.#result = db.prepare("SELECT b.result FROM revision r JOIN revision_body b ON b.revision_id = r.id WHERE r.scenario_id = ? AND r.number = ?");
    this.#insert = db.prepare(`
      INSERT INTO revision (scenario_id, number, saved_at, model_version, data_vintage, world, changed_levers, headline, headline_year, cost_musd_per_yr)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#insertBody = db.prepare("INSERT INTO revision_body (revision_id, document, document_crc32, result) VALUES (?, ?, ?, ?)");
    this.#vintage = db.prepare("SELECT body FROM dataset_vintage WHERE vintage = ?");
    this.#hasVintage = db.prepare("SELECT 1 FROM dataset_vintage WHERE vintage = ?");
    this.#keepVintage = db.prepare("INSERT INTO dataset_vintage (vintage, body, first_used_at) VALUES (?, ?, ?)");
  }

  /** 0 = never saved. */
  lastNumber(scenarioId: string): number {
    return this.#lastNumber.get(scenarioId)?.number ?? 0;
  }

  /** Newest first. */
  lines(scenarioId: string): readonly RevisionLine[] {
    return this.#lines.all(scenarioId).map(toLine);
  }

  has(scenarioId: string, number: number): boolean {
    return this.#line.get(scenarioId, number) !== undefined;
  }

  line(scenarioId: string, number: number): RevisionLine | null {
    const row = this.#line.get(scenarioId, number);
    return row === undefined ? null : toLine(row);
  }

  /** The stored result, bit for bit. Throws UnreadableColumn, also when there is none: a revision is written with its result. */
  result(scenarioId: string, number: number): RunResult {
    const row = this.#result.get(scenarioId, number);
    if (row === undefined) throw new UnreadableColumn("it is missing");
    return readResult(row.result);
  }

  /** Adds the next revision and answers its number. */
  append(scenarioId: string, revision: NewRevision): number {
    const number = this.lastNumber(scenarioId) + 1;
    const { planner } = revision.result;
    const { headline, headlineYear, costMusdPerYr } = revision.summary;
    const { document, result } = revision.packed;
    const { lastInsertRowid } = this.#insert.run(
      scenarioId,
      number,
      revision.savedAt,
      planner.model_version,
      planner.data_vintage,
      listedWorld(revision.document.inputs),
      revision.changedLevers,
      headline,
      headlineYear,
      costMusdPerYr,
    );
    this.#insertBody.run(lastInsertRowid, document.text, document.crc32, result);
    return number;
  }

  /** The dataset of a vintage as it was; null when this store never held it. */
  dataset(vintage: string): Dataset | null {
    const row = this.#vintage.get(vintage);
    return row === undefined ? null : (fromCompressed(row.body) as Dataset);
  }

  /** Stores a dataset whole, once. */
  keepDataset(dataset: Dataset, at: number): void {
    if (this.#hasVintage.get(dataset.vintage) === undefined) this.#keepVintage.run(dataset.vintage, toCompressed(dataset), at);
  }
}

const toLine = (row: LineRow): RevisionLine => ({
  number: row.number,
  savedAt: row.saved_at,
  modelVersion: row.model_version,
  dataVintage: row.data_vintage,
  document: documentOrProblem(row),
});

function documentOrProblem(row: LineRow): ScenarioDocument | UnreadableColumn {
  try {
    return readDocument(row.document, row.document_crc32);
  } catch (cause) {
    if (cause instanceof UnreadableColumn) return cause;
    throw cause;
  }
}

/** Throws UnreadableColumn when the bytes are not a result as it was written. */
export function readResult(body: Buffer): RunResult {
  const value = fromCompressed(body);
  const parts = ["planner", "inputs", "years", "minerals", "totals"];
  if (typeof value !== "object" || value === null || !parts.every((part) => part in value)) throw new UnreadableColumn("its result is not one");
  return value as RunResult;
}
