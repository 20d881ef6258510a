/** SQLite's result codes as errors a person can act on. */
import type { AppError } from "../../shared/errors/app-error.ts";
import { SqliteError } from "./connection.ts";

/** Null for anything that is not a condition of the disk, the file or another process: such an error is a bug and is thrown on. */
export function toStoreError(cause: unknown, file: string): AppError | null {
  if (!(cause instanceof SqliteError)) return null;
  const { code } = cause;
  // The most particular code first: DBMOVED is one of the READONLY codes.
  if (code === "SQLITE_READONLY_DBMOVED") return { code: "store-moved", file };
  if (code === "SQLITE_FULL") return { code: "disk-full", file };
  if (code.startsWith("SQLITE_READONLY") || code === "SQLITE_PERM") return { code: "store-read-only", file };
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED") || code === "SQLITE_PROTOCOL") return { code: "store-busy", file };
  if (isDamage(cause)) return { code: "store-unavailable", file, reason: "it is damaged; start Lodestone again to recover it" };
  if (code.startsWith("SQLITE_IOERR")) return { code: "store-unavailable", file, reason: `the disk reported an error (${code})` };
  if (code.startsWith("SQLITE_CANTOPEN")) return { code: "store-unavailable", file, reason: "its folder cannot be reached" };
  return null;
}

/** Whether the file itself is broken, as against its surroundings. */
export const isDamage = (cause: unknown): boolean =>
  cause instanceof SqliteError && (cause.code.startsWith("SQLITE_CORRUPT") || cause.code === "SQLITE_NOTADB");
