/** The one way to write a file: whole or not at all. Temporary name in the same folder, fsync, rename, fsync of the folder. */
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { getSystemErrorMessage } from "node:util";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";

/**
 * Writes `data` to `file` so that a reader, or a crash at any moment, finds the old content or the new one, never a part.
 * Errors: disk-full, write-failed (reason names the system's code). The temporary file is removed on every failure.
 */
export function writeAtomic(file: string, data: string | Uint8Array): Result<null, AppError> {
  const temporary = temporaryName(file);
  try {
    const fd = openSync(temporary, "wx");
    try {
      writeFileSync(fd, data);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    moveInto(temporary, file);
    return ok(null);
  } catch (cause) {
    rmSync(temporary, { force: true });
    return err(writeError(cause, file));
  }
}

/** A name beside `file` that nothing else uses: a rename within one folder is atomic, across file systems it is not. */
export const temporaryName = (file: string): string => join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);

/** Renames a complete, synced file over `file` and makes the rename itself durable. Throws the system's error. */
export function moveInto(temporary: string, file: string): void {
  renameWithRetry(temporary, file);
  syncFolder(dirname(file));
}

/** Windows refuses a rename while a virus scanner or indexer holds either file, usually for some milliseconds. */
const RETRY_WAITS_MS = [10, 20, 50, 100, 200, 400] as const;
const PASSING = new Set(["EPERM", "EACCES", "EBUSY"]);

function renameWithRetry(from: string, to: string): void {
  const waits = process.platform === "win32" ? RETRY_WAITS_MS : [];
  for (const wait of waits) {
    try {
      renameSync(from, to);
      return;
    } catch (cause) {
      if (!isSystemError(cause) || !PASSING.has(cause.code)) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  renameSync(from, to);
}

/** Waits until the content of a file written by other means is on the disk. */
export function syncFile(file: string): void {
  const fd = openSync(file, "r+");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** POSIX keeps a rename only once its folder is on the disk; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

type SystemError = NodeJS.ErrnoException & { readonly code: string; readonly errno: number };

export const isSystemError = (cause: unknown): cause is SystemError =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" && "errno" in cause && typeof cause.errno === "number";

/** "permission denied": the system's own words for its error. */
export const systemReason = (cause: SystemError): string => getSystemErrorMessage(cause.errno);

/** What a failed write means to the person. An error that is not the system's is a bug and is thrown on. */
export function writeError(cause: unknown, file: string): AppError {
  if (!isSystemError(cause)) throw cause;
  return cause.code === "ENOSPC" || cause.code === "EDQUOT" ? { code: "disk-full", file } : { code: "write-failed", file, reason: systemReason(cause) };
}
