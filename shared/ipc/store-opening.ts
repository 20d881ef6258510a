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
  readonly salvaged: { readonly scenarios: number; readonly revisions: number; readonly drafts: number };
  readonly unreadableRows: number;
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

export type StoreChoice = "continue" | "open-folder" | "restore-backup" | "export-all" | "quit";

/** What the recovery screen offers; deletion is never among it. */
export function storeChoices(found: StoreFound, backups: number): readonly StoreChoice[] {
  if (found.kind === "recovered") return ["continue", ...(backups > 0 ? (["restore-backup"] as const) : []), "open-folder", "export-all"];
  if (found.kind === "refused") return ["quit", "open-folder", "continue"];
  if (found.kind === "read-only") return ["continue", "open-folder", "export-all"];
  return ["continue"];
}
