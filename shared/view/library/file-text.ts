/** What is said of `.lodestone` files: what an import would bring and has brought, and what an export has written. */
import { numberText } from "../../format/number.ts";
import { countText, listText } from "../../format/words.ts";
import type { ExistingScenario, ExportDone, FileVintage, ImportAnswer, ImportChoice, ImportLine } from "../../ipc/file-exchange.ts";

/** What can become of a line: the first is what happens to new ones. */
export function choicesOf({ existing }: Pick<ImportLine, "existing">): readonly { readonly id: ImportChoice; readonly label: string }[] {
  if (existing === null) {
    return [
      { id: "new", label: "Add" },
      { id: "skip", label: "Skip" },
    ];
  }
  return [
    { id: "new", label: "Add as a copy" },
    { id: "revision", label: `Make it revision ${existing.revision + 1}` },
    { id: "skip", label: "Skip" },
  ];
}

/** "Here already, revision 3, which says the same." The title is said where it is another. */
export function existingText({ title, existing }: { readonly title: string; readonly existing: ExistingScenario }): string {
  const where = existing.trashed ? "In the trash" : "Here already";
  const name = existing.title === title ? "" : ` as ${existing.title}`;
  const revision = existing.revision === 0 ? "a draft" : `revision ${existing.revision}`;
  return `${where}${name}, ${revision}, which says ${existing.isSame ? "the same" : "something else"}.`;
}

const RESULT_TEXT: Readonly<Record<Exclude<ImportLine["result"], "elsewhere">, string>> = {
  none: "No stored result: it arrives as a draft.",
  same: "Its numbers are those that this model computes.",
  differs: "Its numbers are not what this model computes from it: somebody changed the file.",
  unchecked: "Its numbers were not checked against this model: the file holds too many.",
};

/** What the stored numbers are worth here. */
export const resultText = ({ result, modelVersion, dataVintage }: Pick<ImportLine, "result" | "modelVersion" | "dataVintage">): string =>
  result === "elsewhere"
    ? `Its numbers come from model ${modelVersion ?? "unknown"} on ${dataVintage ?? "unknown data"}, and stay as they are.`
    : RESULT_TEXT[result];

/** "Stated policies · 4 levers changed · 58% met from abroad in 2035" */
export function lineFacts({ world, changedLevers, headline, headlineYear }: ImportLine): string {
  const levers = changedLevers === 0 ? "no lever changed" : `${countText(changedLevers, "lever")} changed`;
  return [world, levers, ...(headline === null || headlineYear === null ? [] : [`${numberText(100 * headline, 0)}% met from abroad in ${headlineYear}`])].join(
    " · ",
  );
}

const MOST_TABLES = 4;

/** What is said of a dataset that comes with a file and is not the one in use here. */
export function vintageText({ vintage, differing }: FileVintage): string {
  const rows = differing.reduce((sum, table) => sum + table.rows, 0);
  const named = differing.slice(0, MOST_TABLES).map((table) => `${table.table} (${numberText(table.rows, 0)})`);
  const more = differing.length - named.length;
  const tables = listText([...named, ...(more > 0 ? [countText(more, "more table")] : [])]);
  return `${vintage} comes along, so that its numbers can be explained. ${rows === 0 ? "Only its name differs from the data here." : `${countText(rows, "row")} ${rows === 1 ? "differs" : "differ"} from the data here: ${tables}.`}`;
}

/** "2 to add, 1 as a revision, 1 to skip" */
export function planText(choices: readonly ImportChoice[]): string {
  const count = (wanted: ImportChoice): number => choices.filter((choice) => choice === wanted).length;
  const parts = [
    [count("new"), "to add"],
    [count("revision"), count("revision") === 1 ? "as a revision" : "as revisions"],
    [count("skip"), "to skip"],
  ] as const;
  return parts.flatMap(([number, what]) => (number === 0 ? [] : [`${numberText(number, 0)} ${what}`])).join(", ");
}

/** "Imported 3 scenarios, 1 of them as a revision, and 1 deck" */
export function importedText({ scenarios, decks }: Pick<ImportAnswer, "scenarios" | "decks">): string {
  const revisions = scenarios.filter(({ isNew }) => !isNew).length;
  const deckText = decks === 0 ? "" : `and ${countText(decks, "deck")}`;
  const all = `Imported ${countText(scenarios.length, "scenario")}`;
  if (revisions === 0) return `${all} ${deckText}`.trim();
  if (revisions === scenarios.length) return `${all} as ${revisions === 1 ? "a revision" : "revisions"} ${deckText}`.trim();
  return `${all}, ${numberText(revisions, 0)} of them as ${revisions === 1 ? "a revision" : "revisions"}${deckText === "" ? "" : `, ${deckText}`}`;
}

/** "Exported 3 scenarios and 1 deck to /folder/brief.lodestone. 1 with unsaved edits went without numbers" */
export function exportedText({ files, scenarios, withoutResult, decks }: ExportDone): string {
  const what = `${countText(scenarios, "scenario")}${decks === 0 ? "" : ` and ${countText(decks, "deck")}`}`;
  const where = files.length === 1 ? (files[0] ?? "") : `${files.length} files, from ${files[0] ?? ""}`;
  const drafts =
    scenarios === 1 ? ". It has unsaved edits, so it went without numbers" : `. ${numberText(withoutResult, 0)} with unsaved edits went without numbers`;
  return `Exported ${what} to ${where}${withoutResult === 0 ? "" : drafts}`;
}
