/** Backups: made by VACUUM INTO a temporary name, verified, renamed, so that a bad one never takes the place of a good one. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { BackupInfo } from "../../shared/ipc/store-opening.ts";
import { moveInto, temporaryName } from "../files/write-atomic.ts";
import type { BackupKind, BackupStamp } from "./backup-policy.ts";
import { backupsToDelete } from "./backup-policy.ts";
import { Damage, checkDatabase, tableNames } from "./checks.ts";
import { connectReadOnly } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { schemaVersion } from "./migrate.ts";
import { backupFolder } from "./store-files.ts";

export interface Backup extends BackupStamp {
  readonly file: string;
  readonly bytes: number;
}

/** What a screen shows of a backup. */
export const backupInfo = ({ name, madeAt, kind, bytes }: Backup): BackupInfo => ({ name, madeAt, kind, bytes });

/** Newest first. Only files whose name is one of ours; their content is not looked at. */
export function listBackups(file: string): readonly Backup[] {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return [];
  const backups = readdirSync(folder).flatMap((name) => {
    const stamp = fromName(file, name);
    return stamp === null ? [] : [{ ...stamp, file: join(folder, name), bytes: statSync(join(folder, name)).size }];
  });
  return backups.toSorted((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1));
}

/** Throws SqliteError, the system's error, or Damage when the copy does not hold what the database holds. Nothing is left behind then. */
export function makeBackup(db: Connection, file: string, kind: BackupKind, now: number): Backup {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true });
  const name = toName(file, kind, now);
  const target = join(folder, name);
  const temporary = temporaryName(target);
  try {
    const before = countAppended(db);
    db.prepare("VACUUM INTO ?").run(temporary);
    verifyBackup(temporary, schemaVersion(db), before);
    moveInto(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  return { name, madeAt: now, kind, file: target, bytes: statSync(target).size };
}

/** Throws Damage, or NewerSchema beyond version `newest`, when the backup cannot be used. */
export function verifyBackup(backup: string, newest: number, atLeast: readonly number[] = []): void {
  const db = connectReadOnly(backup);
  try {
    checkDatabase(db, "full", newest);
    const counts = countAppended(db);
    // Another process may have added rows meanwhile; none of these tables ever loses one.
    if (atLeast.some((count, i) => (counts[i] ?? 0) < count)) throw new Damage("it holds fewer rows than the database");
  } finally {
    db.close();
  }
}

/** Deletes what the policy gives up, judging days by the local calendar. */
export function rotateBackups(file: string, now: number): void {
  const folder = backupFolder(file);
  for (const name of backupsToDelete(listBackups(file), now, localDay)) rmSync(join(folder, name), { force: true });
}

const localDay = (at: number): string => new Date(at).toDateString();

function countAppended(db: Connection): readonly number[] {
  const present = new Set(tableNames(db));
  return ["scenario", "revision", "revision_body", "dataset_vintage"].map((table) =>
    present.has(table) ? Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0,
  );
}

const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(rotation|manual|before-migration|before-restore)$/;

const nameParts = (file: string): { readonly stem: string; readonly extension: string } => ({ stem: basename(file, extname(file)), extension: extname(file) });

/** "lodestone-20270131T140205123Z-rotation.db" */
function toName(file: string, kind: BackupKind, at: number): string {
  const { stem, extension } = nameParts(file);
  return `${stem}-${new Date(at).toISOString().replaceAll(/[-:.]/g, "")}-${kind}${extension}`;
}

function fromName(file: string, name: string): BackupStamp | null {
  const { stem, extension } = nameParts(file);
  if (!name.startsWith(`${stem}-`) || !name.endsWith(extension)) return null;
  const match = STAMP.exec(name.slice(stem.length + 1, name.length - extension.length));
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, millisecond, kind] = match;
  const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
  return Number.isNaN(madeAt) ? null : { name, madeAt, kind: kind as BackupKind };
}
