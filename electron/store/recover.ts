/** Replaces a lost or damaged database: what lay there is set aside whole, the newest good backup or an empty database takes its place, and readable rows are added. */
import { closeSync, existsSync, openSync } from "node:fs";
import type { StoreCounts, StoreRecovery } from "../../shared/ipc/store-opening.ts";
import { moveInto, syncFile, temporaryName } from "../files/write-atomic.ts";
import type { Backup } from "./backup.ts";
import { backupInfo, listBackups, verifyBackup } from "./backup.ts";
import { Damage, checkDatabase } from "./checks.ts";
import { SqliteError, connectFile } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { mergeSalvage } from "./merge-salvage.ts";
import { NewerSchema, migrate, newestVersion, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { salvage } from "./salvage.ts";
import { copyWithSideFiles, copyWritable, fileNumber, removeWithSideFiles, setAside } from "./store-files.ts";
import type { UnfinishedCopy } from "./unfinished-journal.ts";

/** Another process has put a file there since this one was judged: nothing was done. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

export interface Repair {
  readonly file: string;
  /** What was found to be lost or damaged: `fileNumber` at that time. */
  readonly judged: number | null;
  readonly problem: string;
  readonly at: number;
  readonly migrations: readonly Migration[];
  /** Runs inside each migration's transaction. */
  readonly finish: (db: Connection) => void;
  /** The database and its journal as they were before the journal was played back. */
  readonly unfinished: UnfinishedCopy | null;
}

/**
 * Afterwards a sound database of the newest schema lies at `file`. The replacement is complete before anything is moved:
 * a full disk leaves everything where it was. Throws SqliteError or the system's error then, and Overtaken.
 */
export function recover(repair: Repair): StoreRecovery {
  const { file, judged, problem, at, unfinished } = repair;
  const prepared = temporaryName(file);
  const rescued = temporaryName(file);
  const damaged = temporaryName(file);
  try {
    const base = chooseBase(repair, prepared);
    closeSync(openSync(rescued, "wx"));
    let unreadableRows = 0;
    if (existsSync(file)) {
      copyWithSideFiles(file, damaged);
      unreadableRows = salvage(damaged, rescued, repair.finish, repair.migrations);
    }
    const { salvaged, holds } = complete(repair, prepared, rescued);
    syncFile(prepared);
    // Two starts that find the same damage: the second takes over what the first has put in its place.
    if (fileNumber(file) !== judged) {
      unfinished?.discard();
      throw new Overtaken(file);
    }
    const keptIn = setAside(file, at);
    if (keptIn !== null) unfinished?.moveInto(keptIn);
    moveInto(prepared, file);
    return { problem, keptIn, ...base, salvaged, unreadableRows, holds };
  } finally {
    for (const each of [prepared, rescued, damaged]) removeWithSideFiles(each);
  }
}

/** Lays the base at `prepared`: the file without a journal that did not belong to it, else the newest good backup, else an empty file. */
function chooseBase({ file, unfinished, migrations }: Repair, prepared: string): Pick<StoreRecovery, "base" | "backup"> {
  if (unfinished !== null) {
    copyWritable(unfinished.database, prepared);
    if (isSound(prepared, migrations)) return { base: "without-journal", backup: null };
    removeWithSideFiles(prepared);
  }
  const backup = listBackups(file).find((candidate) => isGood(candidate, migrations));
  if (backup === undefined) {
    closeSync(openSync(prepared, "wx"));
    return { base: "empty", backup: null };
  }
  copyWritable(backup.file, prepared);
  return { base: "backup", backup: backupInfo(backup) };
}

/** Brings base and rescued rows to the newest schema and adds to the base what it lacks. */
function complete({ finish, migrations }: Repair, prepared: string, rescued: string): Pick<StoreRecovery, "salvaged" | "holds"> {
  connectNewest(rescued, finish, migrations).close();
  const db = connectNewest(prepared, finish, migrations);
  try {
    const salvaged = mergeSalvage(db, rescued);
    return { salvaged, holds: countRows(db) };
  } finally {
    db.close();
  }
}

function countRows(db: Connection): StoreCounts {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { scenarios: count("scenario"), revisions: count("revision"), drafts: count("draft") };
}

function connectNewest(file: string, finish: Repair["finish"], migrations: readonly Migration[]): Connection {
  const db = connectFile(file);
  try {
    if (schemaVersion(db) < newestVersion(migrations)) migrate(db, finish, migrations);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** Whether the database at `file`, a copy that may be changed, passes every check. */
function isSound(file: string, migrations: readonly Migration[]): boolean {
  return passes(() => {
    const db = connectFile(file);
    try {
      checkDatabase(db, "full", newestVersion(migrations));
    } finally {
      db.close();
    }
  });
}

const isGood = (backup: Backup, migrations: readonly Migration[]): boolean => passes(() => verifyBackup(backup.file, newestVersion(migrations)));

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (cause) {
    if (cause instanceof Damage || cause instanceof NewerSchema || cause instanceof SqliteError) return false;
    throw cause;
  }
}
