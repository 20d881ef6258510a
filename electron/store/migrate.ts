/** Brings a database to the newest schema: all pending steps, the version and the checks in one transaction, or nothing. */
import type { Connection } from "./connection.ts";
import { APPLICATION_ID, migrations as released } from "./migrations/index.ts";
import type { Migration } from "./migrations/index.ts";

/** The file is of a schema this version does not know. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";
}

export const schemaVersion = (db: Connection): number => Number(db.pragma("user_version", { simple: true }));

export const newestVersion = (migrations: readonly Migration[] = released): number => migrations.at(-1)?.version ?? 0;

/**
 * Runs every step newer than the database. `finish` runs inside the same transaction, after the steps.
 * Throws what a step throws, on a foreign-key violation, and NewerSchema; the file is then as it was.
 */
export function migrate(db: Connection, finish: (db: Connection) => void, migrations: readonly Migration[] = released): void {
  // A step that rebuilds a table needs foreign keys off, and the pragma is ignored inside a transaction.
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      // Under the write lock: another, newer Lodestone may have migrated the file since it was looked at.
      const from = schemaVersion(db);
      if (from > newestVersion(migrations)) throw new NewerSchema(String(from));
      for (const step of pendingSteps(from, migrations)) db.exec(step.sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${newestVersion(migrations)}`);
      finish(db);
      const orphans = db.pragma("foreign_key_check") as readonly unknown[];
      if (orphans.length > 0) throw new Error(`migration left ${orphans.length} rows without their parent`);
      const report = db.pragma("integrity_check(1)", { simple: true });
      if (report !== "ok") throw new Error(`migration left a damaged database: ${String(report)}`);
    }).immediate();
  } finally {
    db.pragma("foreign_keys = ON");
  }
}

function pendingSteps(from: number, migrations: readonly Migration[]): readonly Migration[] {
  for (const [i, step] of migrations.entries()) {
    if (step.version !== i + 1) throw new Error(`migration ${step.name}: version ${step.version} stands in place ${i + 1}`);
  }
  return migrations.slice(from);
}
