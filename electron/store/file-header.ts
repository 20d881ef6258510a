/** The first 100 bytes of a database file, read without SQLite: the one look that cannot change the file or its journal. */
import { closeSync, openSync, readSync } from "node:fs";

export interface FileHeader {
  readonly applicationId: number;
  /** Schema version; a journal beside the file may still turn it back. */
  readonly userVersion: number;
  /** Written in WAL mode: part of the content may lie in a -wal file. */
  readonly isWal: boolean;
}

export type HeaderLook = FileHeader | "absent" | "empty" | "not-a-database";

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\u0000";

/** Throws the system's error when the file exists but cannot be read: unreadable is not absent. */
export function lookAtHeader(file: string): HeaderLook {
  const bytes = firstBytes(file);
  if (bytes === null) return "absent";
  if (bytes.length === 0) return "empty";
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) return "not-a-database";
  return { userVersion: bytes.readUInt32BE(60), applicationId: bytes.readUInt32BE(68), isWal: bytes[18] === 2 || bytes[19] === 2 };
}

function firstBytes(file: string): Buffer | null {
  let fd: number;
  try {
    fd = openSync(file, "r");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    return bytes.subarray(0, readSync(fd, bytes, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(fd);
  }
}
