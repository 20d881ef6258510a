/** The line beside the title: which revision, and how far the edits have been written. */
import { whenText } from "../../format-time.ts";
import type { DocumentState } from "../../state/document-store.ts";

export function statusText({ revision, savedAt, draft }: Pick<DocumentState, "revision" | "savedAt" | "draft">, now: number): string {
  const base = revision === 0 ? "no revision yet" : `revision ${revision}`;
  switch (draft.kind) {
    case "clean":
      return savedAt === null ? base : `${base} · saved ${whenText(savedAt, now)}`;
    case "dirty":
    case "saving":
      return `${base} · unsaved changes`;
    case "saved":
      return `${base} · draft saved ${whenText(draft.at, now)}`;
    case "failed":
      return `${base} · draft not saved`;
  }
}
