/** Which backups to keep and when to make one. Pure: times in, decisions out. */

export type BackupKind = "rotation" | "manual" | "before-migration" | "before-restore";

export interface BackupStamp {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly kind: BackupKind;
}

const OF_TODAY = 3;
const IN_ALL = 10;
const MIN_AGE_MS = 15 * 60 * 1000;

/**
 * Names to delete: beyond three of today, one of each earlier day (its last) and ten in all.
 * The newest of all, and the newest made before a migration and before a restore, are always kept: they are the way back from those.
 * `dayOf` gives the calendar day of a time on the user's clock.
 */
export function backupsToDelete(backups: readonly BackupStamp[], now: number, dayOf: (at: number) => string): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  const keep = new Set<string>();
  const wayBack = [newestFirst[0], newestFirst.find(({ kind }) => kind === "before-migration"), newestFirst.find(({ kind }) => kind === "before-restore")];
  for (const backup of wayBack) if (backup) keep.add(backup.name);
  const perDay = new Map<string, number>();
  for (const { name, madeAt } of newestFirst) {
    const day = dayOf(madeAt);
    const taken = perDay.get(day) ?? 0;
    if (taken >= (day === dayOf(now) ? OF_TODAY : 1) || (keep.size >= IN_ALL && !keep.has(name))) continue;
    perDay.set(day, taken + 1);
    keep.add(name);
  }
  return newestFirst.filter(({ name }) => !keep.has(name)).map(({ name }) => name);
}

/** A rotation backup is due when the database changed after the newest backup and that one is a quarter of an hour old. */
export function isBackupDue(backups: readonly BackupStamp[], changedAt: number, now: number): boolean {
  const newest = Math.max(...backups.map(({ madeAt }) => madeAt), Number.NEGATIVE_INFINITY);
  return changedAt > newest && now - newest >= MIN_AGE_MS;
}
