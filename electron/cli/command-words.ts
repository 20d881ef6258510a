/** What to do about an error, in commands and options where the window has screens and buttons. */
import type { AppError, ErrorCode, ErrorOf } from "../../shared/errors/app-error.ts";
import { errorText } from "../../shared/errors/error-text.ts";

interface CommandText {
  /** Where it must be told what became of the file. */
  readonly safe?: string;
  readonly next: string;
}

const again = "then run the command again.";

/** Of the errors whose own words speak of the window. */
const texts: { readonly [C in ErrorCode]?: (e: ErrorOf<C>) => CommandText } = {
  internal: () => ({ next: "Run the command again; if it fails again, report it with this line." }),
  "dataset-unreadable": () => ({ next: `Mend or restore the file, ${again}` }),
  "dataset-invalid": () => ({ next: `Mend the named cell, ${again}` }),
  "store-unavailable": ({ file }) => ({
    safe: "The file was not changed.",
    next: `planner check-store --store ${file} says what is wrong; planner restore --store ${file} latest puts its newest backup in its place.`,
  }),
  "store-damaged": ({ file, keptIn }) => ({
    safe: `It was moved, whole, to ${keptIn}; the newest good backup, or else what could be read of it, took its place.`,
    next: `planner list --store ${file} shows what that holds, planner backup --store ${file} --list the backups.`,
  }),
  "store-missing": ({ file }) => ({
    safe: "The newest good backup took its place.",
    next: `planner list --store ${file} shows what that holds, planner backup --store ${file} --list the backups.`,
  }),
  "store-read-only": () => ({ next: `Allow writing to the file and its folder, ${again}` }),
  "store-not-ours": () => ({ safe: "The file was not touched.", next: "Name another database with --store." }),
  "store-busy": () => ({ safe: "Nothing was changed.", next: `Close Lodestone or wait for the other command, ${again}` }),
  "store-moved": () => ({ next: `Put the file back, ${again}` }),
  "disk-full": () => ({ safe: "What was saved before is safe.", next: `Free some space, ${again}` }),
  "backup-unusable": () => ({ safe: "Nothing was changed.", next: "Name another backup." }),
  "scenario-unreadable": ({ id }) => ({
    safe: "Other scenarios are not affected.",
    next: `Name an older revision, such as ${id}@1, or put a backup back with planner restore.`,
  }),
  "scenario-not-found": () => ({ next: "planner list shows the scenarios that are there." }),
  "deck-not-found": () => ({ next: "Another program may have removed it." }),
};

/** What happened, what is safe where it must be said, and what to do. */
export function commandText(error: AppError): string {
  const write = texts[error.code] as ((e: AppError) => CommandText) | undefined;
  const { what, next } = errorText(error);
  const own = write?.(error) ?? { next };
  return [what, own.safe, own.next].filter((part) => part !== undefined).join(" ");
}
