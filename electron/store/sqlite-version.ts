/** Which SQLite the driver carries: shown in About, and pinned by a test because older ones had a corruption bug. */
import { connectMemory } from "./connection.ts";

export function sqliteVersion(): string {
  const db = connectMemory();
  try {
    return db.prepare<[], string>("SELECT sqlite_version()").pluck().get() ?? "unknown";
  } finally {
    db.close();
  }
}
