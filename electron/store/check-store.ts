/** Every check of a database that can be made without changing it: structure, references, and each stored value against its checksum. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { isSystemError, systemReason } from "../files/write-atomic.ts";
import { Damage, tableNames } from "./checks.ts";
import type { Connection } from "./connection.ts";
import { lookAtHeader } from "./file-header.ts";
import { NewerSchema, newestVersion } from "./migrate.ts";
import { APPLICATION_ID, migrations } from "./migrations/index.ts";
import { connectUnwritable } from "./read-only-store.ts";
import { readResult } from "./revision-repository.ts";
import { readDocument } from "./scenario-repository.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { UnreadableColumn, fromCompressed } from "./stored-json.ts";

export interface StoreReport {
  /** Schema version of the file itself. */
  readonly schema: number;
  readonly newestSchema: number;
  /** Table → number of rows. */
  readonly rows: Readonly<Record<string, number>>;
  /** "revision 3 of Reserve first: its checksum does not fit"; empty when all is well. */
  readonly problems: readonly string[];
}

/** Errors: file-unreadable, store-not-ours, store-newer, store-unavailable. Damage is a problem of the report, not an error. */
export function checkStore(file: string): Result<StoreReport, AppError> {
  try {
    const header = lookAtHeader(file);
    if (header === "absent") return err({ code: "file-unreadable", file, reason: "there is no such file" });
    if (header === "empty" || header === "not-a-database") return ok(damaged(0, header === "empty" ? "it is empty" : "it is not a database"));
    if (header.applicationId !== APPLICATION_ID) return err({ code: "store-not-ours", file });
    if (header.userVersion > newestVersion()) return err({ code: "store-newer", file, writtenBy: `schema version ${header.userVersion}` });
    try {
      const db = connectUnwritable(file, header, () => {}, migrations);
      try {
        return ok(report(db, header.userVersion));
      } finally {
        db.close();
      }
    } catch (cause) {
      if (cause instanceof Damage) return ok(damaged(header.userVersion, cause.message));
      throw cause;
    }
  } catch (cause) {
    if (cause instanceof NewerSchema) return err({ code: "store-newer", file, writtenBy: `schema version ${cause.message}` });
    if (isSystemError(cause)) return err({ code: "file-unreadable", file, reason: systemReason(cause) });
    const known = toStoreError(cause, file);
    if (known === null) throw cause;
    return err(known);
  }
}

const damaged = (schema: number, problem: string): StoreReport => ({ schema, newestSchema: newestVersion(), rows: {}, problems: [problem] });

function report(db: Connection, schema: number): StoreReport {
  const rows = Object.fromEntries(tableNames(db).map((table) => [table, Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]));
  return { schema, newestSchema: newestVersion(), rows, problems: [...structure(db), ...values(db)] };
}

function structure(db: Connection): readonly string[] {
  const integrity = (db.pragma("integrity_check(20)") as readonly { readonly integrity_check: string }[]).map((row) => row.integrity_check);
  const orphans = (db.pragma("foreign_key_check") as readonly { readonly table: string; readonly parent: string }[]).map(
    ({ table, parent }) => `a row of ${table} lacks its ${parent}`,
  );
  return [...integrity.filter((line) => line !== "ok"), ...orphans];
}

interface ValueRow {
  readonly what: string;
  readonly document: string;
  readonly document_crc32: number;
  readonly result: Buffer | null;
}

/** Reads each document, result and dataset as the app would. */
function values(db: Connection): readonly string[] {
  const problems: string[] = [];
  const attempt = (what: string, read: () => unknown): void => {
    try {
      read();
    } catch (cause) {
      if (!(cause instanceof UnreadableColumn)) throw cause;
      problems.push(`${what}: ${cause.message}`);
    }
  };
  const stored = db.prepare<[], ValueRow>(`
    SELECT 'revision ' || r.number || ' of ' || s.title AS what, b.document, b.document_crc32, b.result
    FROM revision r JOIN scenario s ON s.id = r.scenario_id JOIN revision_body b ON b.revision_id = r.id
    UNION ALL
    SELECT 'the draft of ' || s.title, d.document, d.document_crc32, NULL FROM draft d JOIN scenario s ON s.id = d.scenario_id`);
  for (const { what, document, document_crc32: crc32, result } of stored.iterate()) {
    attempt(what, () => readDocument(document, crc32));
    if (result !== null) attempt(`the result of ${what}`, () => readResult(result));
  }
  const bodiless = db.prepare<[], string>(`
    SELECT 'revision ' || r.number || ' of ' || s.title FROM revision r JOIN scenario s ON s.id = r.scenario_id
    WHERE r.id NOT IN (SELECT revision_id FROM revision_body)`);
  problems.push(
    ...bodiless
      .pluck()
      .all()
      .map((what) => `${what}: its content is missing`),
  );
  const datasets = db.prepare<[], { readonly vintage: string; readonly body: Buffer }>("SELECT vintage, body FROM dataset_vintage");
  for (const { vintage, body } of datasets.iterate()) attempt(`dataset ${vintage}`, () => fromCompressed(body));
  return problems;
}
