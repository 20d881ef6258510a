/** Error code → what happened, what is safe, what to do. One row per code; adding a code to `AppError` fails the build until its row stands here. */
import type { AppError, ErrorCode, ErrorOf, InputProblem } from "./app-error.ts";

export interface ErrorText {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

/** "suppliers/ree.csv, row 4, column import_share_pct: "x" is not a number; write a number from 0 to 100." A file that is no table has fields. */
export function problemText(p: InputProblem): string {
  const place = p.file.endsWith(".csv") ? "column" : "field";
  const at = [p.file, p.row === null ? null : `row ${p.row}`, p.column === null ? null : `${place} ${p.column}`].filter((x) => x !== null);
  return `${at.join(", ")}: ${p.wrong}; ${p.right}`;
}

/** More are not listed. */
const MOST_PROBLEMS = 5;

/** Every problem is a sentence of its own; those beyond the first few are counted. */
function problemsText(problems: readonly InputProblem[]): string {
  const told = problems.slice(0, MOST_PROBLEMS).map((problem) => `${problemText(problem)}.`);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more are not listed.`] : [])].join(" ");
}

const nothingChanged = "Nothing was changed.";

const texts: { readonly [C in ErrorCode]: (e: ErrorOf<C>) => ErrorText } = {
  "untrusted-sender": () => ({ what: "A message came from a page that is not Lodestone's own.", safe: nothingChanged, next: "Restart Lodestone." }),
  "bad-request": (e) => ({ what: `The request ${e.channel} was malformed at ${e.field}.`, safe: nothingChanged, next: "Restart Lodestone and try again." }),
  internal: (e) => ({
    what: `Something failed inside Lodestone (${e.where}).`,
    safe: "Saved scenarios are not affected.",
    next: "Try again; if it fails again, copy the log from the Help menu.",
  }),
  "dataset-invalid": (e) => ({
    what: `The dataset has ${e.problems.length === 1 ? "a mistake" : `${e.problems.length} mistakes`}. ${problemsText(e.problems)}`,
    safe: "Scenarios are untouched; no number is shown from a broken dataset.",
    next: "Mend the named cell, then try again.",
  }),
  "dataset-unreadable": (e) => ({
    what: `The dataset file ${e.file} could not be read: ${e.reason}.`,
    safe: "Scenarios are untouched.",
    next: "Mend or restore the file, then try again.",
  }),
  "dataset-in-use": (e) => ({ what: `The dataset ${e.name} is in use.`, safe: nothingChanged, next: "Use another dataset first, then remove it." }),
  "store-unavailable": (e) => ({
    what: `The scenario database ${e.file} could not be opened: ${e.reason}.`,
    safe: "The file was not changed.",
    next: "You can go on working; nothing is saved until the database opens again.",
  }),
  "store-read-only": (e) => ({
    what: `The scenario database ${e.file} is read only.`,
    safe: "All scenarios can be read.",
    next: "Allow writing to its folder, or export your changes to a file.",
  }),
  "store-newer": (e) => ({
    what: `The scenario database ${e.file} was written by a newer Lodestone (${e.writtenBy}).`,
    safe: "The file was not touched.",
    next: "Open it with that version or a newer one.",
  }),
  "store-not-ours": (e) => ({ what: `${e.file} is a database of another program.`, safe: "The file was not touched.", next: "Choose another data folder." }),
  "store-damaged": (e) => ({
    what: `The scenario database ${e.file} is damaged.`,
    safe: `It was moved, whole, to ${e.keptIn}.`,
    next: "Restore a backup or export what could be read.",
  }),
  "store-missing": (e) => ({
    what: `The scenario database ${e.file} is not where it was.`,
    safe: "Its backups are untouched; the newest good one took its place.",
    next: "Check what is missing, or restore another backup.",
  }),
  "backup-unusable": (e) => ({ what: `That backup cannot be used: ${e.reason}.`, safe: nothingChanged, next: "Choose another backup." }),
  "store-busy": (e) => ({
    what: `Another program is writing to ${e.file}.`,
    safe: nothingChanged,
    next: "Close the other window of Lodestone, then try again.",
  }),
  "store-moved": (e) => ({
    what: `${e.file} was moved or deleted while it was open.`,
    safe: "What you see is still in memory.",
    next: "Put the file back, or export the scenario to a file.",
  }),
  "disk-full": (e) => ({
    what: `The disk that holds ${e.file} is full.`,
    safe: "What you see is still in memory; what was saved before is safe.",
    next: "Free some space; Lodestone tries again by itself.",
  }),
  "scenario-unreadable": (e) => ({
    what: `${e.title} cannot be shown: ${e.part} is damaged (${e.reason}).`,
    safe: "Other scenarios are not affected; nothing was changed or deleted.",
    next: "Restore a backup, or duplicate an older revision.",
  }),
  "scenario-not-found": () => ({ what: "That scenario no longer exists.", safe: nothingChanged, next: "Look for it in the library or its trash." }),
  "deck-not-found": () => ({ what: "That deck no longer exists.", safe: nothingChanged, next: "Look for it in the list of decks or their trash." }),
  "deck-unreadable": (e) => ({
    what: `A deck cannot be shown: ${e.reason}.`,
    safe: "Its scenarios are not affected; nothing was changed or deleted.",
    next: "Restore a backup, or build the deck again from its scenarios.",
  }),
  "file-too-large": (e) => ({
    what: `${e.file} is ${e.megabytes} MB; the limit is ${e.limitMegabytes} MB.`,
    safe: nothingChanged,
    next: "Export fewer scenarios into one file.",
  }),
  "file-unreadable": (e) => ({
    what: `${e.file} could not be read: ${e.reason}.`,
    safe: nothingChanged,
    next: "Check that the file exists and that you may read it.",
  }),
  "file-not-json": (e) => ({
    what: `${e.file} cannot be read as a Lodestone file: ${e.reason}.`,
    safe: nothingChanged,
    next: "Choose a file that ends in .lodestone; if this one does, ask for it again.",
  }),
  "file-not-lodestone": (e) => ({ what: `${e.file} is not a Lodestone file.`, safe: nothingChanged, next: "Choose a file that ends in .lodestone." }),
  "file-newer": (e) => ({
    what: `${e.file} was written by a newer Lodestone (${e.app}, file version ${e.version}).`,
    safe: nothingChanged,
    next: "Open it with that version or a newer one.",
  }),
  "file-checksum": (e) => ({
    what: `${e.file} was changed or damaged after it was written: its checksum does not fit.`,
    safe: nothingChanged,
    next: "Ask for the file again.",
  }),
  "file-invalid": (e) => ({
    what: `${e.file} was not read. ${problemsText(e.problems)}`,
    safe: nothingChanged,
    next: "Mend the named field, or ask for the file again.",
  }),
  "clipboard-unavailable": () => ({
    what: "The system's clipboard did not take the copy.",
    safe: "What was on the clipboard may still be there.",
    next: "Try again, or save it as a file.",
  }),
  "write-failed": (e) => ({
    what: `${e.file} could not be written: ${e.reason}.`,
    safe: "The file that was there before is unchanged.",
    next: "Choose another folder or free some space.",
  }),
};

/** The sentences for an error. */
export function errorText(error: AppError): ErrorText {
  const write = texts[error.code] as (e: AppError) => ErrorText;
  return write(error);
}
