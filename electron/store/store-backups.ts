/** Backups of an open store: list, make, make when due, restore. Every method answers a value. */
import { closeSync, openSync, statSync } from "node:fs";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { BackupInfo } from "../../shared/ipc/store-opening.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { isSystemError, moveInto, syncFile, temporaryName, writeError } from "../files/write-atomic.ts";
import { isBackupDue } from "./backup-policy.ts";
import { backupInfo, listBackups, makeBackup, rotateBackups, verifyBackup } from "./backup.ts";
import { Damage } from "./checks.ts";
import { connectFile } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { NewerSchema, migrate, newestVersion, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { backupFolder, copyWritable, removeWithSideFiles } from "./store-files.ts";
import type { StoreSession } from "./store-session.ts";

export interface StoreHome {
  readonly busyTimeoutMs: number;
  /** Runs inside each migration's transaction. */
  readonly finish: (db: Connection) => void;
  readonly migrations: readonly Migration[];
  readonly now: () => number;
}

export class StoreBackups {
  readonly #session: StoreSession;
  readonly #home: StoreHome;

  constructor(session: StoreSession, home: StoreHome) {
    this.#session = session;
    this.#home = home;
  }

  /** The folder the backups lie in, for "Open folder". */
  get folder(): string {
    return backupFolder(this.#session.file);
  }

  /** Newest first. */
  list(): Result<readonly BackupInfo[], AppError> {
    return this.#attempt(() => listBackups(this.#session.file).map(backupInfo));
  }

  /** Makes a backup now and lets the rotation give up old ones. */
  make(kind: "manual" | "rotation" = "manual"): Result<BackupInfo, AppError> {
    return this.#writable(() => this.#make(kind));
  }

  /** Makes a rotation backup when something changed since the newest one and that is old enough; null when not. Call after start, now and then, and at quit. */
  makeIfDue(): Result<BackupInfo | null, AppError> {
    return this.#writable(() => {
      const { file } = this.#session;
      return isBackupDue(listBackups(file), statSync(file).mtimeMs, this.#home.now()) ? this.#make("rotation") : null;
    });
  }

  /**
   * Puts a backup in the place of the database. The present state becomes a backup first, which is the answer: restoring it undoes this.
   * On an error the present state stays.
   */
  restore(name: string): Result<BackupInfo, AppError> {
    return this.#replace((prepared) => {
      const chosen = listBackups(this.#session.file).find((backup) => backup.name === name);
      if (chosen === undefined) throw new Damage("there is no such backup");
      verifyBackup(chosen.file, newestVersion(this.#home.migrations));
      copyWritable(chosen.file, prepared);
    });
  }

  /** The same with an empty database in the place of a backup. */
  startEmpty(): Result<BackupInfo, AppError> {
    return this.#replace((prepared) => closeSync(openSync(prepared, "wx")));
  }

  /** `lay` puts the replacement at a temporary name, of any schema. */
  #replace(lay: (prepared: string) => void): Result<BackupInfo, AppError> {
    return this.#writable(() => {
      const { file } = this.#session;
      const prepared = temporaryName(file);
      try {
        lay(prepared);
        this.#complete(prepared);
        const undo = this.#make("before-restore");
        this.#session.replaceFile(
          () => moveInto(prepared, file),
          () => connectFile(file, this.#home.busyTimeoutMs),
        );
        return undo;
      } finally {
        removeWithSideFiles(prepared);
      }
    });
  }

  #make(kind: BackupInfo["kind"]): BackupInfo {
    const now = this.#home.now();
    const backup = makeBackup(this.#session.connection, this.#session.file, kind, now);
    rotateBackups(this.#session.file, now);
    return backupInfo(backup);
  }

  /** Brings it to the newest schema, safely on the disk. */
  #complete(prepared: string): void {
    const { migrations, finish } = this.#home;
    const db = connectFile(prepared);
    try {
      if (schemaVersion(db) < newestVersion(migrations)) migrate(db, finish, migrations);
    } finally {
      db.close();
    }
    syncFile(prepared);
  }

  #writable<T>(act: () => T): Result<T, AppError> {
    const { mode, file } = this.#session;
    if (mode === "read-only") return err({ code: "store-read-only", file });
    if (mode === "memory-only") return err({ code: "store-unavailable", file, reason: "nothing is kept on the disk now" });
    return this.#attempt(act);
  }

  #attempt<T>(act: () => T): Result<T, AppError> {
    const { file } = this.#session;
    try {
      return ok(act());
    } catch (cause) {
      if (cause instanceof Damage) return err({ code: "backup-unusable", reason: cause.message });
      if (cause instanceof NewerSchema) return err({ code: "backup-unusable", reason: "a newer Lodestone wrote it" });
      return err(isSystemError(cause) ? writeError(cause, backupFolder(file)) : (toStoreError(cause, file) ?? rethrow(cause)));
    }
  }
}

function rethrow(cause: unknown): never {
  throw cause;
}
