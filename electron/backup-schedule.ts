/** Backups without being asked: some time after the start, now and then, and at the end, when something has changed. */
import type { AppError } from "../shared/errors/app-error.ts";
import type { Result } from "../shared/result.ts";
import type { Log } from "./log.ts";

/** How often it is looked whether one is due. */
const LOOK_MS = 5 * 60_000;

export interface BackupSchedule {
  /** Looks once more and ends the schedule. */
  readonly end: () => void;
}

export function scheduleBackups(makeIfDue: () => Result<unknown, AppError>, log: Log, lookMs = LOOK_MS): BackupSchedule {
  const look = (): void => {
    const made = makeIfDue();
    // A backup that cannot be made is no reason to interrupt: what is kept is the database itself.
    if (!made.ok) log.warn("backup", made.error);
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      look();
    },
  };
}
