/** A new, empty database: built under a temporary name, so that under its own name it is never seen unfinished. */
import { closeSync, linkSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { isSystemError, moveInto, syncFolder, temporaryName } from "../files/write-atomic.ts";
import { connectFile } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { removeWithSideFiles } from "./store-files.ts";

/** Afterwards a database lies at `file`: this one, or the one that another process put there first. Throws SqliteError or the system's error. */
export function createDatabase(file: string, finish: (db: Connection) => void, migrations: readonly Migration[]): void {
  const temporary = temporaryName(file);
  try {
    closeSync(openSync(temporary, "wx"));
    const db = connectFile(temporary);
    try {
      migrate(db, finish, migrations);
    } finally {
      db.close();
    }
    putInPlace(temporary, file);
  } finally {
    removeWithSideFiles(temporary);
  }
}

/** A link, unlike a rename, fails when the name is taken. File systems without links get a rename. */
function putInPlace(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
    syncFolder(dirname(file));
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    if (cause.code !== "EEXIST") moveInto(temporary, file);
  }
}
