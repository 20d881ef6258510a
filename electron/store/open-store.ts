/** The opening ladder: whatever lies at the path, the app gets a store that works and is told what was found (rules B1–B9). */
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { StoreStatus } from "../../shared/ipc/channels.ts";
import { isSystemError, systemReason } from "../files/write-atomic.ts";
import { connectFile, connectMemory } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { migrate, newestVersion, schemaVersion } from "./migrate.ts";
import { randomId } from "./random-id.ts";
import { ScenarioStore } from "./scenario-store.ts";
import type { StoreContext } from "./scenario-store.ts";
import { toStoreError } from "./sqlite-errors.ts";

export interface OpenStoreOptions extends Pick<StoreContext, "dataset"> {
  /** Absolute path of the database; its folder is made when missing. */
  readonly file: string;
  readonly appVersion: string;
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly busyTimeoutMs?: number;
}

export interface StoreOpening {
  readonly store: ScenarioStore;
  readonly status: StoreStatus;
}

/** Never fails: where the file cannot be used, the store lives in memory and `status.notice` says why. */
export function openStore(options: OpenStoreOptions): StoreOpening {
  const { file, now = Date.now, newId = randomId, dataset } = options;
  const context: StoreContext = { dataset, now, newId };
  const finish = (db: Connection): void => recordWriter(db, options.appVersion, now());
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) closeSync(openSync(file, "a"));
    const db = connectFile(file, options.busyTimeoutMs);
    if (schemaVersion(db) < newestVersion()) migrate(db, finish);
    return { store: new ScenarioStore(db, file, "ready", context), status: { mode: "ready", file, notice: null } };
  } catch (cause) {
    const notice = openError(cause, file);
    const db = connectMemory();
    migrate(db, finish);
    return { store: new ScenarioStore(db, file, "memory-only", context), status: { mode: "memory-only", file, notice } };
  }
}

function openError(cause: unknown, file: string): AppError {
  const known = isSystemError(cause) ? { code: "store-unavailable" as const, file, reason: systemReason(cause) } : toStoreError(cause, file);
  if (known === null) throw cause;
  return known;
}

/** Remembers which Lodestone brought the file to its schema, for an older one that must refuse it. */
function recordWriter(db: Connection, appVersion: string, at: number): void {
  db.prepare(
    "INSERT INTO store_info (only_row, app_version, created_at) VALUES (1, ?, ?) ON CONFLICT (only_row) DO UPDATE SET app_version = excluded.app_version",
  ).run(appVersion, at);
}
