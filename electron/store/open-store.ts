/** The opening ladder: whatever lies at the path, the app gets a store that works, and is told what was found and done (rules B1–B10, B14). */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { StoreStatus } from "../../shared/ipc/boot-info.ts";
import type { StoreFound } from "../../shared/ipc/store-opening.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { isSystemError, systemReason } from "../files/write-atomic.ts";
import { backupInfo, listBackups, makeBackup } from "./backup.ts";
import { Damage, asDamage, checkDatabase } from "./checks.ts";
import { BUSY_TIMEOUT_MS, SqliteError, connectFile, connectMemory, connectReadOnly } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { createDatabase } from "./create-database.ts";
import { DeckStore } from "./deck-store.ts";
import { ExchangeStore } from "./exchange-store.ts";
import { lookAtHeader } from "./file-header.ts";
import type { FileHeader } from "./file-header.ts";
import { NewerSchema, migrate, newestVersion, schemaVersion } from "./migrate.ts";
import { APPLICATION_ID, migrations as released } from "./migrations/index.ts";
import type { Migration } from "./migrations/index.ts";
import { randomId } from "./random-id.ts";
import { connectUnwritable } from "./read-only-store.ts";
import { Overtaken, recover } from "./recover.ts";
import { ScenarioStore } from "./scenario-store.ts";
import type { StoreContext } from "./scenario-store.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { StoreBackups } from "./store-backups.ts";
import { fileNumber, hasSideFiles, removeLeftovers } from "./store-files.ts";
import { StoreSession } from "./store-session.ts";
import { copyUnfinished } from "./unfinished-journal.ts";
import type { UnfinishedCopy } from "./unfinished-journal.ts";

export interface OpenStoreOptions extends Pick<StoreContext, "dataset"> {
  /** Absolute path of the database; its folder is made when missing. */
  readonly file: string;
  /** Remembered in the file, for an older Lodestone that must refuse it. */
  readonly appVersion: string;
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly busyTimeoutMs?: number;
  /** Other than the released ones only in tests. */
  readonly migrations?: readonly Migration[];
}

export interface StoreOpening {
  readonly store: ScenarioStore;
  readonly decks: DeckStore;
  readonly exchange: ExchangeStore;
  readonly backups: StoreBackups;
  readonly status: StoreStatus;
  readonly found: StoreFound;
}

/** Never fails for what lies at the path: where the file cannot be used, the store lives in memory and `status.notice` says why. */
export function openStore(options: OpenStoreOptions): StoreOpening {
  const ladder = new Ladder(options);
  try {
    mkdirSync(dirname(options.file), { recursive: true });
    return ladder.climb();
  } catch (cause) {
    return ladder.refuse(noticeOf(cause, options.file));
  }
}

/**
 * The store of a file that is left as it is: no migration, no recovery, no writes. For commands that only look.
 * Errors: file-unreadable, store-not-ours, store-newer, store-unavailable (damaged or out of reach).
 */
export function readStore(options: OpenStoreOptions): Result<StoreOpening, AppError> {
  return new Ladder(options).look();
}

class Ladder {
  readonly #file: string;
  readonly #context: StoreContext;
  readonly #appVersion: string;
  readonly #busyTimeoutMs: number;
  readonly #migrations: readonly Migration[];

  constructor(options: OpenStoreOptions) {
    this.#file = options.file;
    this.#context = { dataset: options.dataset, now: options.now ?? Date.now, newId: options.newId ?? randomId };
    this.#appVersion = options.appVersion;
    this.#busyTimeoutMs = options.busyTimeoutMs ?? BUSY_TIMEOUT_MS;
    this.#migrations = options.migrations ?? released;
  }

  /** Again where another process put a database there while this one was about to; three times at most. */
  climb(): StoreOpening {
    for (let tries = 1; ; tries++) {
      try {
        return this.#climbOnce();
      } catch (cause) {
        if (!(cause instanceof Overtaken)) throw cause;
        if (tries === 3) return this.refuse({ code: "store-busy", file: this.#file });
      }
    }
  }

  #climbOnce(): StoreOpening {
    const judged = fileNumber(this.#file);
    // Before the file itself: another process that makes it now has its journal and its backups only after it.
    const leftBehind = listBackups(this.#file).length > 0 || hasSideFiles(this.#file);
    const look = lookAtHeader(this.#file);
    switch (look) {
      case "absent":
        if (leftBehind) return this.#recovered("it is missing", null, null);
        createDatabase(this.#file, this.#finish, this.#migrations);
        return this.#ready(connectFile(this.#file, this.#busyTimeoutMs), { kind: "created" });
      case "empty":
        return this.#recovered("it is empty", judged, null);
      case "not-a-database":
        return this.#recovered("it is not a database", judged, null);
      default:
        if (look.applicationId !== APPLICATION_ID) return this.refuse({ code: "store-not-ours", file: this.#file });
        if (look.userVersion > newestVersion(this.#migrations)) return this.refuse(this.#newerNotice(look));
        return this.#openExisting(look, judged);
    }
  }

  look(): Result<StoreOpening, AppError> {
    const file = this.#file;
    try {
      const header = lookAtHeader(file);
      if (header === "absent") return err({ code: "file-unreadable", file, reason: "there is no such file" });
      if (typeof header === "string") return err({ code: "store-unavailable", file, reason: header === "empty" ? "it is empty" : "it is not a database" });
      if (header.applicationId !== APPLICATION_ID) return err({ code: "store-not-ours", file });
      if (header.userVersion > newestVersion(this.#migrations)) return err(this.#newerNotice(header));
      const opening = this.#unwritable(header, { code: "store-read-only", file });
      return opening.status.mode === "read-only" ? ok(opening) : err(opening.status.notice ?? { code: "store-read-only", file });
    } catch (cause) {
      if (isSystemError(cause)) return err({ code: "file-unreadable", file, reason: systemReason(cause) });
      throw cause;
    }
  }

  /** The file is left alone; the store lives in memory. */
  refuse(notice: AppError): StoreOpening {
    const db = connectMemory();
    migrate(db, this.#finish, this.#migrations);
    return this.#opening(db, "memory-only", notice, { kind: "refused" });
  }

  #openExisting(header: FileHeader, judged: number | null): StoreOpening {
    let unfinished: UnfinishedCopy | null = null;
    let db: Connection;
    try {
      unfinished = copyUnfinished(this.#file, this.#context.now(), this.#busyTimeoutMs);
      db = this.#connectChecked(unfinished === null ? "quick" : "full");
    } catch (cause) {
      if (cause instanceof Damage) return this.#recovered(cause.message, judged, unfinished);
      unfinished?.discard();
      if (cause instanceof NewerSchema) return this.refuse(this.#newerNotice(header));
      const notice = noticeOf(cause, this.#file);
      return notice.code === "store-busy" ? this.refuse(notice) : this.#unwritable(header, notice);
    }
    unfinished?.discard();
    return schemaVersion(db) < newestVersion(this.#migrations) ? this.#migrated(db, header) : this.#ready(db, { kind: "opened" });
  }

  /** Throws Damage, NewerSchema, SqliteError. */
  #connectChecked(depth: "quick" | "full"): Connection {
    const db = asDamage(() => connectFile(this.#file, this.#busyTimeoutMs));
    try {
      checkDatabase(db, depth, newestVersion(this.#migrations));
      probeWriting(db);
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  }

  #migrated(db: Connection, header: FileHeader): StoreOpening {
    const from = schemaVersion(db);
    const to = newestVersion(this.#migrations);
    try {
      const backup = makeBackup(db, this.#file, "before-migration", this.#context.now());
      migrate(db, this.#finish, this.#migrations);
      return this.#ready(db, { kind: "migrated", from, to, backup: backupInfo(backup) });
    } catch (cause) {
      db.close();
      if (cause instanceof NewerSchema) return this.refuse(this.#newerNotice(header));
      const known = knownNotice(cause, this.#file);
      if (known !== null && known.code !== "store-unavailable") return this.#unwritable(header, known);
      const reason = `it could not be brought from schema version ${from} to ${to} (${cause instanceof Error ? cause.message : String(cause)})`;
      return this.refuse({ code: "store-unavailable", file: this.#file, reason });
    }
  }

  #unwritable(header: FileHeader, notice: AppError): StoreOpening {
    try {
      const db = connectUnwritable(this.#file, header, this.#finish, this.#migrations);
      return this.#opening(db, "read-only", notice, { kind: "read-only" });
    } catch (cause) {
      if (cause instanceof Damage) return this.refuse({ code: "store-unavailable", file: this.#file, reason: `it is damaged (${cause.message})` });
      return this.refuse(cause instanceof NewerSchema ? this.#newerNotice(header) : noticeOf(cause, this.#file));
    }
  }

  #recovered(problem: string, judged: number | null, unfinished: UnfinishedCopy | null): StoreOpening {
    const repair = { file: this.#file, judged, problem, at: this.#context.now(), migrations: this.#migrations, finish: this.#finish, unfinished };
    const recovery = recover(repair);
    const db = connectFile(this.#file, this.#busyTimeoutMs);
    const { keptIn } = recovery;
    const notice: AppError = keptIn === null ? { code: "store-missing", file: this.#file } : { code: "store-damaged", file: this.#file, keptIn };
    return this.#opening(db, "ready", notice, { kind: "recovered", recovery });
  }

  #ready(db: Connection, found: StoreFound): StoreOpening {
    removeLeftovers(this.#file, this.#context.now());
    return this.#opening(db, "ready", null, found);
  }

  #opening(db: Connection, mode: StoreStatus["mode"], notice: AppError | null, found: StoreFound): StoreOpening {
    const { now, newId } = this.#context;
    const session = new StoreSession(db, this.#file, mode, now);
    const home = { busyTimeoutMs: this.#busyTimeoutMs, finish: this.#finish, migrations: this.#migrations, now };
    return {
      store: new ScenarioStore(session, this.#context),
      decks: new DeckStore(session, newId),
      exchange: new ExchangeStore(session, this.#context),
      backups: new StoreBackups(session, home),
      status: { mode, file: this.#file, notice },
      found,
    };
  }

  readonly #finish = (db: Connection): void => {
    db.prepare(
      `INSERT INTO store_info (only_row, app_version, created_at) VALUES (1, ?, ?)
       ON CONFLICT (only_row) DO UPDATE SET app_version = excluded.app_version`,
    ).run(this.#appVersion, this.#context.now());
  };

  #newerNotice(header: FileHeader): AppError {
    return { code: "store-newer", file: this.#file, writtenBy: writerOf(this.#file, header) };
  }
}

/** The version that wrote the schema, read without the means to change the file; its schema version where that cannot be told. */
function writerOf(file: string, header: FileHeader): string {
  const fallback = `schema version ${header.userVersion}`;
  // Opening a WAL database, even for reading, makes files beside it.
  if (header.isWal) return fallback;
  try {
    const db = connectReadOnly(file);
    try {
      return `Lodestone ${String(db.prepare("SELECT app_version FROM store_info").pluck().get())}`;
    } finally {
      db.close();
    }
  } catch (cause) {
    if (cause instanceof SqliteError) return fallback;
    throw cause;
  }
}

/** Takes the first step of a write and undoes it: permission bits do not tell what a file system or a guard program allows. */
function probeWriting(db: Connection): void {
  const undo = new Error("undo");
  try {
    db.transaction(() => {
      db.pragma(`user_version = ${schemaVersion(db)}`);
      throw undo;
    }).immediate();
  } catch (cause) {
    const isFull = cause instanceof SqliteError && cause.code === "SQLITE_FULL";
    // A full disk is not read-only: the store opens, and each save says so until there is space.
    if (cause !== undo && !isFull) throw cause;
  }
}

function noticeOf(cause: unknown, file: string): AppError {
  const known = knownNotice(cause, file);
  if (known === null) throw cause;
  return known;
}

const knownNotice = (cause: unknown, file: string): AppError | null =>
  isSystemError(cause) ? systemNotice(cause.code, systemReason(cause), file) : toStoreError(cause, file);

function systemNotice(code: string, reason: string, file: string): AppError {
  if (code === "ENOSPC" || code === "EDQUOT") return { code: "disk-full", file };
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return { code: "store-read-only", file };
  return { code: "store-unavailable", file, reason: code === "EEXIST" ? "a file stands where its folder should be" : reason };
}
