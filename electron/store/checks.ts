/** What makes a database one that can be trusted: structure, identity, version, and a real query on every table. */
import { statSync } from "node:fs";
import type { Connection } from "./connection.ts";
import { SqliteError } from "./connection.ts";
import { NewerSchema, schemaVersion } from "./migrate.ts";
import { APPLICATION_ID } from "./migrations/index.ts";
import { isDamage } from "./sqlite-errors.ts";

/** The file is broken, as against unreachable, busy or newer. */
export class Damage extends Error {
  override readonly name = "Damage";
}

/**
 * Throws Damage, or NewerSchema beyond version `newest`; any other error (busy, disk) passes through.
 * "quick" reads every page; "full" also compares each index with its table.
 */
export function checkDatabase(db: Connection, depth: "quick" | "full", newest: number): void {
  // Under one read lock: another process cannot lengthen the file between two looks.
  const inOneLock = db.transaction(() => {
    const report = db.pragma(depth === "quick" ? "quick_check(1)" : "integrity_check(1)", { simple: true });
    if (report !== "ok") throw new Damage(String(report).split("\n").at(-1));
    if (db.pragma("application_id", { simple: true }) !== APPLICATION_ID) throw new Damage("its application id is not Lodestone's");
    const version = schemaVersion(db);
    // We never leave a file without a schema: a new one appears under its name only when complete.
    if (version < 1) throw new Damage("it holds no schema");
    if (version > newest) throw new NewerSchema(String(version));
    for (const table of tableNames(db)) db.prepare(`SELECT * FROM "${table}" LIMIT 1`).all();
    // SQLite fills up a last page that was cut short with zeros and says nothing.
    if (!db.memory && statSync(db.name).size % Number(db.pragma("page_size", { simple: true })) !== 0) throw new Damage("its last page is cut short");
  });
  asDamage(() => inOneLock.deferred());
}

export const tableNames = (db: Connection): readonly string[] =>
  db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid").pluck().all();

/** Runs `act`; what SQLite says of a broken file becomes Damage. A missing table or column is a broken file too. */
export function asDamage<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (isDamage(cause) || (cause instanceof SqliteError && cause.code === "SQLITE_ERROR")) throw new Damage(messageOf(cause), { cause });
    throw cause;
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
