/** What the opening of the scenario database found and did, and its backups: types for the recovery and backup screens. */

/** One verified copy of the database. */
export interface BackupInfo {
  /** File name; names the backup in requests. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly kind: "rotation" | "manual" | "before-migration" | "before-restore";
  readonly bytes: number;
}

/** How a lost or damaged database was replaced. Nothing was deleted: `keptIn` holds what lay there, null when nothing did. */
export interface StoreRecovery {
  /** What was wrong, in SQLite's words or ours: "it is empty". */
  readonly problem: string;
  readonly keptIn: string | null;
  /** What the new database began as. `without-journal`: the journal beside it belonged to another state of the file. */
  readonly base: "without-journal" | "backup" | "empty";
  readonly backup: BackupInfo | null;
  /** Rows of the damaged file that the base did not have and that passed their checksum. */
  readonly salvaged: StoreCounts;
  readonly unreadableRows: number;
  /** What the database holds now, trash included. */
  readonly holds: StoreCounts;
}

export interface StoreCounts {
  readonly scenarios: number;
  readonly revisions: number;
  readonly drafts: number;
}

export type StoreFound =
  | { readonly kind: "created" }
  | { readonly kind: "opened" }
  | { readonly kind: "migrated"; readonly from: number; readonly to: number; readonly backup: BackupInfo }
  /** Whole, but not to be written: see the notice of the store's status. */
  | { readonly kind: "read-only" }
  /** Not touched; the store lives in memory. */
  | { readonly kind: "refused" }
  | { readonly kind: "recovered"; readonly recovery: StoreRecovery };

export type StoreChoice = "continue" | "try-again" | "restore-backup" | "start-empty" | "export-all" | "open-folder";

/** What the recovery screen offers, `backups` being how many there are; deletion is never among it. Empty: there is nothing to decide. */
export function storeChoices(found: StoreFound, backups: number): readonly StoreChoice[] {
  if (found.kind === "refused") return ["try-again", "open-folder", "continue"];
  if (found.kind !== "recovered") return [];
  const ofBackups = backups > 0 ? (["restore-backup"] as const) : [];
  const ofContent = found.recovery.holds.scenarios > 0 ? (["export-all", "start-empty"] as const) : [];
  return ["open-folder", ...ofBackups, ...ofContent, "continue"];
}
