/** Names of files that are written: what a dialog suggests, and what becomes of the name that was typed. */
import path from "node:path";

const LONGEST = 80;

/** A title without what file systems refuse, as "title.kind". */
export function suggestedName(title: string, kind: string): string {
  const safe = title
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/, "");
  return `${safe === "" ? "Scenario" : safe}.${kind}`;
}

/** "a" → "a.lodestone"; several parts are numbered: "a-1.lodestone", "a-2.lodestone". */
export function partNames(chosen: string, kind: string, parts = 1): readonly string[] {
  const extension = path.extname(chosen);
  const stem = extension === "" ? chosen : chosen.slice(0, -extension.length);
  const ending = extension === "" ? `.${kind}` : extension;
  return parts === 1 ? [stem + ending] : Array.from({ length: parts }, (_, i) => `${stem}-${i + 1}${ending}`);
}
