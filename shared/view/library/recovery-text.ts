/** What the opening of the scenario database found and did, in sentences: for the screen that comes before anything else when it was not as it should be. */
import { errorText } from "../../errors/error-text.ts";
import { countText, listText } from "../../format/words.ts";
import type { StoreStatus } from "../../ipc/boot-info.ts";
import type { StoreCounts, StoreFound, StoreRecovery } from "../../ipc/store-opening.ts";

export interface RecoveryText {
  readonly title: string;
  /** Heading and sentence. */
  readonly facts: readonly { readonly name: "Found" | "Kept" | "Now"; readonly text: string }[];
}

/** null when there is nothing to tell: the database is open, or opened for reading only, which a banner says. `momentOf` words a time. */
export function recoveryText(found: StoreFound, status: StoreStatus, momentOf: (at: number) => string): RecoveryText | null {
  if (found.kind === "recovered") return recovered(found.recovery, status.file, momentOf);
  if (found.kind !== "refused" || status.notice === null) return null;
  const { what, safe, next } = errorText(status.notice);
  return {
    title: "The scenario database was not opened",
    facts: [
      { name: "Found", text: what },
      { name: "Kept", text: safe },
      { name: "Now", text: `Nothing is saved to disk. ${next}` },
    ],
  };
}

function recovered(recovery: StoreRecovery, file: string, momentOf: (at: number) => string): RecoveryText {
  const { problem, keptIn } = recovery;
  return {
    title: problem === "it is missing" ? "The scenario database was missing" : "The scenario database was damaged",
    facts: [
      { name: "Found", text: `${file} could not be used: ${problem}.` },
      {
        name: "Kept",
        text:
          keptIn === null
            ? "Nothing lay there that could be kept. Backups are untouched."
            : `All that lay there, unchanged, in ${keptIn}. Nothing was deleted.`,
      },
      { name: "Now", text: [baseText(recovery, momentOf), addedText(recovery), holdsText(recovery)].filter((text) => text !== "").join(" ") },
    ],
  };
}

function baseText({ base, backup }: StoreRecovery, momentOf: (at: number) => string): string {
  switch (base) {
    case "backup":
      return `The newest good backup, of ${backup === null ? "an unknown time" : momentOf(backup.madeAt)}, took its place.`;
    case "without-journal":
      return "The database stands as it was before a change that was never finished.";
    case "empty":
      return "There was no good backup, so an empty database took its place.";
  }
}

function addedText({ salvaged, unreadableRows, keptIn }: StoreRecovery): string {
  if (keptIn === null) return "";
  const parts = countsText(salvaged);
  const read = parts === null ? "Nothing newer could be read from the damaged file." : `Read from the damaged file and added: ${parts}.`;
  return unreadableRows === 0 ? read : `${read} ${countText(unreadableRows, "part")} of it could not be read.`;
}

const holdsText = ({ holds }: StoreRecovery): string => `The database now holds ${countsText(holds) ?? "no scenario"}.`;

/** null for nothing at all. */
function countsText({ scenarios, revisions, drafts }: StoreCounts): string | null {
  const parts = [
    { count: scenarios, noun: "scenario" },
    { count: revisions, noun: "revision" },
    { count: drafts, noun: "draft" },
  ].filter(({ count }) => count > 0);
  return parts.length === 0 ? null : listText(parts.map(({ count, noun }) => countText(count, noun)));
}
