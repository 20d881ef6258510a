/** Connections that can be read and never written: for a file, a folder or a disk that does not let itself be written. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { checkDatabase } from "./checks.ts";
import { connectFile, connectMemory, connectReadOnly } from "./connection.ts";
import type { Connection } from "./connection.ts";
import type { FileHeader } from "./file-header.ts";
import { migrate, newestVersion, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { copyWithSideFiles } from "./store-files.ts";

/** Throws Damage, NewerSchema, SqliteError or the system's error. */
export function connectUnwritable(file: string, header: FileHeader, finish: (db: Connection) => void, migrations: readonly Migration[]): Connection {
  const readsAsItIs = !header.isWal && header.userVersion === newestVersion(migrations) && !existsSync(`${file}-journal`);
  const db = readsAsItIs ? connectReadOnly(file) : connectMemory(imageOf(file, finish, migrations));
  try {
    checkDatabase(db, "quick", newestVersion(migrations));
    db.pragma("query_only = ON");
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * The bytes of the database once its journal is played back, its WAL taken in and its schema brought up to date:
 * all of which needs writing, so it happens on a copy in the system's folder for temporary files.
 */
function imageOf(file: string, finish: (db: Connection) => void, migrations: readonly Migration[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "lodestone-"));
  try {
    const copy = join(folder, basename(file));
    copyWithSideFiles(file, copy);
    const db = connectFile(copy);
    try {
      checkDatabase(db, "quick", newestVersion(migrations));
      if (schemaVersion(db) < newestVersion(migrations)) migrate(db, finish, migrations);
      return db.serialize();
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
