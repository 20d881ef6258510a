/** The settings every connection runs under, each with its reason. Set and read back at each open: SQLite ignores what it cannot do. */

/** What of a connection is needed here; `connection.ts` builds on this file. */
interface Settable {
  readonly pragma: (text: string, options?: { readonly simple: boolean }) => unknown;
}

interface Pragma {
  readonly name: string;
  readonly set: string;
  /** What the pragma answers once it is in force. */
  readonly expect: string | number;
}

/** For any connection, also read-only and in memory. */
const always: readonly Pragma[] = [
  // Stated although the driver's default: plain SQLite has it off. A no-op inside a transaction.
  { name: "foreign_keys", set: "ON", expect: 1 },
  // A REPLACE deletes a row; only so do the triggers that keep revisions append-only see it.
  { name: "recursive_triggers", set: "ON", expect: 1 },
  // A database file may come from somebody else: its schema must not run functions, and its cells are checked as they are read.
  { name: "trusted_schema", set: "OFF", expect: 0 },
  { name: "cell_size_check", set: "ON", expect: 1 },
  // No temporary files beside a user's data.
  { name: "temp_store", set: "MEMORY", expect: 2 },
];

/** For a connection that writes a file. `synchronous` comes after `journal_mode`: changing the mode may change it. */
const durable: readonly Pragma[] = [
  // One file at rest, readable from a read-only folder and over a network share; WAL is neither.
  { name: "journal_mode", set: "DELETE", expect: "delete" },
  // EXTRA also syncs the folder after the journal is deleted: a commit that was acknowledged survives a power cut.
  { name: "synchronous", set: "EXTRA", expect: 3 },
  // macOS: fsync alone leaves the data in the drive's cache.
  { name: "fullfsync", set: "ON", expect: 1 },
];

/** Throws if a pragma does not read back as set: the connection would not keep the promises made with "saved". */
export function applyPragmas(db: Settable, access: "file" | "read-only" | "memory"): void {
  for (const pragma of access === "file" ? [...always, ...durable] : always) {
    db.pragma(`${pragma.name} = ${pragma.set}`);
    const actual = db.pragma(pragma.name, { simple: true });
    if (actual !== pragma.expect) throw new Error(`pragma ${pragma.name}: set ${pragma.set}, reads ${String(actual)}`);
  }
}
