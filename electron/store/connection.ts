/** The only importer of the SQLite driver: the ways to connect, each already under its pragmas. */
import Database from "better-sqlite3";
import { applyPragmas } from "./pragmas.ts";

export type Connection = Database.Database;
export type Statement<Row = unknown> = Database.Statement<unknown[], Row>;
export const SqliteError = Database.SqliteError;

/** How long a second writer waits for the first before it is told "busy". */
export const BUSY_TIMEOUT_MS = 5000;

/** Opens an existing file for reading and writing. A WAL database becomes a DELETE one. Throws SqliteError. */
export function connectFile(file: string, busyTimeoutMs: number = BUSY_TIMEOUT_MS): Connection {
  return under("file", new Database(file, { fileMustExist: true, timeout: busyTimeoutMs }));
}

/** Opens an existing file without the means to change it. Throws SqliteError. */
export function connectReadOnly(file: string, busyTimeoutMs: number = BUSY_TIMEOUT_MS): Connection {
  return under("read-only", new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs }));
}

/** A database in memory: empty, or from the bytes of a file. */
export function connectMemory(image?: Buffer): Connection {
  return under("memory", new Database(image ?? ":memory:"));
}

/**
 * For a copy of a damaged file: what can be read of its schema counts, the rest is passed over.
 * The driver allows that only outside its defensive mode.
 */
export function connectLenient(copy: string): Connection {
  const db = new Database(copy, { fileMustExist: true }).unsafeMode(true);
  db.pragma("writable_schema = ON");
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  return db;
}

function under(access: "file" | "read-only" | "memory", db: Connection): Connection {
  try {
    applyPragmas(db, access);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}
