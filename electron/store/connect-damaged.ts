/** A connection to a copy of a damaged file, by every means that loses nothing: first its journal, then a mended header. */
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { SqliteError, connectLenient, connectMemory } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { removeSideFiles } from "./store-files.ts";

/** Null when not even the table of tables can be read. May change `copy` and remove the journal beside it. */
export function connectDamaged(copy: string): Connection | null {
  const db = connectReadable(copy);
  if (db !== null) return db;
  removeSideFiles(copy);
  return mendHeader(copy) ? connectReadable(copy) : null;
}

function connectReadable(copy: string): Connection | null {
  let db: Connection | null = null;
  try {
    db = connectLenient(copy);
    if (Number(db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get()) > 0) return db;
    db.close();
    return null;
  } catch (cause) {
    db?.close();
    if (cause instanceof SqliteError && cause.code !== "SQLITE_FULL") return null;
    throw cause;
  }
}

const PAGE_SIZE = 4096;
const HEADER_BYTES = 100;
/** First byte of the table of tables: a leaf or an interior page of a table. */
const TABLE_PAGES: ReadonlySet<number | undefined> = new Set([0x0d, 0x05]);

/** Beyond this a page count is itself damaged: 16 GB. */
const MAX_PAGES = 1 << 22;

/**
 * Gives the file a sound header, so that the pages that are left can be reached, and the length it had: SQLite refuses a whole schema
 * when one of its tables begins beyond the end. Pages that were cut off are zeros then, which it takes for damaged.
 */
function mendHeader(copy: string): boolean {
  const fd = openSync(copy, "r+");
  try {
    const { size } = fstatSync(fd);
    const start = Buffer.alloc(HEADER_BYTES + 1);
    readSync(fd, start, 0, start.length, 0);
    if (size < PAGE_SIZE || !TABLE_PAGES.has(start[HEADER_BYTES])) return false;
    const hadPages = start.readUInt32BE(28);
    const pages = Math.max(Math.ceil(size / PAGE_SIZE), hadPages <= MAX_PAGES ? hadPages : 0);
    ftruncateSync(fd, pages * PAGE_SIZE);
    const header = soundHeader();
    header.writeUInt32BE(pages, 28);
    writeSync(fd, header, 0, HEADER_BYTES, 0);
    return true;
  } finally {
    closeSync(fd);
  }
}

function soundHeader(): Buffer {
  const db = connectMemory();
  migrate(db, () => {});
  const header = db.serialize().subarray(0, HEADER_BYTES);
  db.close();
  // The page count counts only while these two agree.
  header.copy(header, 92, 24, 28);
  // No list of free pages.
  header.fill(0, 32, 40);
  return header;
}
