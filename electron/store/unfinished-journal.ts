/** The journal of a transaction that nobody finishes any more: told from one that another process is writing now, and copied before SQLite plays it back. */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSystemError } from "../files/write-atomic.ts";
import { SqliteError, connectReadOnly } from "./connection.ts";
import { newFolder, timeInName } from "./store-files.ts";

/** Copies of a database and the journal of its unfinished transaction, kept until the journal has been played back and the result checked. */
export interface UnfinishedCopy {
  readonly database: string;
  readonly discard: () => void;
  /** Adds the copies to the folder the rest was set aside in. */
  readonly moveInto: (folder: string) => void;
}

/**
 * Null when no transaction was left unfinished. A journal that another process holds, finishes or plays back meanwhile is that process's own.
 * Throws SqliteError (busy: another process holds the file for longer than `busyTimeoutMs`) or the system's error.
 */
export function copyUnfinished(file: string, at: number, busyTimeoutMs: number): UnfinishedCopy | null {
  const journal = `${file}-journal`;
  for (let before = stampOf(journal); before !== null && isLeftBehind(file, busyTimeoutMs); before = stampOf(journal)) {
    const copy = copyBoth(file, journal, at);
    // Still the same journal and still nobody's: the database did not change while it was copied.
    if (copy !== null && stampOf(journal) === before && isLeftBehind(file, busyTimeoutMs)) return copy;
    copy?.discard();
  }
  return null;
}

/** Null where the journal is gone or empty. */
function stampOf(journal: string): string | null {
  const stat = statSync(journal, { throwIfNoEntry: false });
  return stat === undefined || stat.size === 0 ? null : `${stat.ino}/${stat.size}/${stat.mtimeMs}`;
}

/**
 * Whether SQLite would play the journal back. It alone sees the locks that tell; a connection that may not write says so and leaves both files as they are.
 * What else is wrong with the file shows when it is opened.
 */
function isLeftBehind(file: string, busyTimeoutMs: number): boolean {
  try {
    const db = connectReadOnly(file, busyTimeoutMs);
    try {
      db.pragma("schema_version");
      return false;
    } finally {
      db.close();
    }
  } catch (cause) {
    if (!(cause instanceof SqliteError) || cause.code.startsWith("SQLITE_BUSY")) throw cause;
    return cause.code === "SQLITE_READONLY_ROLLBACK";
  }
}

/** Null when one of the two was taken away meanwhile. */
function copyBoth(file: string, journal: string, at: number): UnfinishedCopy | null {
  const folder = newFolder(dirname(file), `unfinished-${timeInName(at)}`);
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const each of [file, journal]) copyFileSync(each, join(folder, basename(each)));
  } catch (cause) {
    discard();
    if (isSystemError(cause) && cause.code === "ENOENT" && existsSync(dirname(file))) return null;
    throw cause;
  }
  return { database: join(folder, basename(file)), discard, moveInto: (other) => renameSync(folder, join(other, "before-rollback")) };
}
