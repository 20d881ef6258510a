/** Where the files of a store lie, and how they are set aside: always together, never deleted. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { isSystemError, syncFolder } from "../files/write-atomic.ts";

const SIDE_ENDINGS = ["-journal", "-wal", "-shm"] as const;

export const backupFolder = (file: string): string => join(dirname(file), "backups");

/** "2027-01-31T14-02-05" (UTC): sorts by time and is allowed in a file name everywhere. */
export const timeInName = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");

const presentSideFiles = (file: string): readonly string[] => SIDE_ENDINGS.map((ending) => file + ending).filter((side) => existsSync(side));

export const hasSideFiles = (file: string): boolean => presentSideFiles(file).length > 0;

/** Tells one file from another that took its name; null when there is none. */
export const fileNumber = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null;

/**
 * Moves the database and its side files into a new folder `damaged-<time>` beside it and answers that folder; null when nothing lies there.
 * The database goes first: a kill between two moves must not leave it behind without its journal.
 * Side files without a database are moved too: SQLite would delete them when it makes a new one.
 */
export function setAside(file: string, at: number): string | null {
  const present = [file, ...presentSideFiles(file)].filter((each) => existsSync(each));
  if (present.length === 0) return null;
  const folder = newFolder(dirname(file), `damaged-${timeInName(at)}`);
  for (const each of present) renameSync(each, join(folder, basename(each)));
  syncFolder(folder);
  syncFolder(dirname(file));
  return folder;
}

/** A copy at `to` that SQLite may change, also where the original is read-only. */
export function copyWritable(file: string, to: string): void {
  copyFileSync(file, to);
  chmodSync(to, 0o600);
}

/** The same with the journal or WAL beside it. */
export function copyWithSideFiles(file: string, to: string): void {
  copyWritable(file, to);
  for (const side of presentSideFiles(file)) copyWritable(side, to + side.slice(file.length));
}

export function removeWithSideFiles(file: string): void {
  rmSync(file, { force: true });
  removeSideFiles(file);
}

export function removeSideFiles(file: string): void {
  for (const ending of SIDE_ENDINGS) rmSync(file + ending, { force: true });
}

const DAY_MS = 86_400_000;

/** Removes what a killed process left under temporary names, here and among the backups, once it is a day old: a younger one may be in the making. */
export function removeLeftovers(file: string, now: number): void {
  for (const folder of [dirname(file), backupFolder(file)]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = isTemporaryNameOf(file, name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (stat !== undefined && now - stat.mtimeMs > DAY_MS) rmSync(path, { force: true });
    }
  }
}

/** ".lodestone.db.0123456789ab.tmp" and its journal; in the backups, ".lodestone-<stamp>.db.0123456789ab.tmp". */
function isTemporaryNameOf(file: string, name: string): boolean {
  const stem = basename(file, extname(file));
  return name.startsWith(`.${stem}`) && /\.[0-9a-f]{12}\.tmp(?:-journal)?$/.test(name);
}

/** Makes `parent/name`, or `name-2`, `name-3` … where that is taken. */
export function newFolder(parent: string, name: string): string {
  for (let n = 1; ; n++) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (cause) {
      // Another process may have made it since any look.
      if (!isSystemError(cause) || cause.code !== "EEXIST") throw cause;
    }
  }
}
