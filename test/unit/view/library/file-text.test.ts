import { describe, expect, it } from "vitest";
import { firstChoice, type ImportLine } from "../../../../shared/ipc/file-exchange.ts";
import { choicesOf, existingText, exportedText, importedText, planText, vintageText } from "../../../../shared/view/library/file-text.ts";

const existing = { id: "a", title: "Reserve first", revision: 3, trashed: false, isSame: false };
const lineWith = (over: Partial<typeof existing> | null): ImportLine => ({ existing: over === null ? null : { ...existing, ...over } }) as ImportLine;

describe("what is said of files", () => {
  it("F13: an import adds and changes nothing here unless somebody chooses so; what is here and says the same is skipped", () => {
    expect([lineWith(null), lineWith({}), lineWith({ isSame: true }), lineWith({ isSame: true, trashed: true })].map(firstChoice)).toEqual([
      "new",
      "new",
      "skip",
      "new",
    ]);
    expect(choicesOf(lineWith(null)).map(({ label }) => label)).toEqual(["Add", "Skip"]);
    expect(choicesOf(lineWith({})).map(({ label }) => label)).toEqual(["Add as a copy", "Make it revision 4", "Skip"]);
    expect(existingText({ title: "Reserve first", existing })).toBe("Here already, revision 3, which says something else.");
    const draft = { ...existing, revision: 0, trashed: true, isSame: true };
    expect(existingText({ title: "Another", existing: draft })).toBe("In the trash as Reserve first, a draft, which says the same.");
  });

  it("F13: counts are said in one phrase", () => {
    expect(planText(["new", "skip", "revision", "new"])).toBe("2 to add, 1 as a revision, 1 to skip");
    const bring = (...isNew: readonly boolean[]) => isNew.map((each, i) => ({ id: String(i), isNew: each }));
    expect(importedText({ scenarios: bring(true), decks: 0 })).toBe("Imported 1 scenario");
    expect(importedText({ scenarios: bring(true, true), decks: 1 })).toBe("Imported 2 scenarios and 1 deck");
    expect(importedText({ scenarios: bring(false), decks: 0 })).toBe("Imported 1 scenario as a revision");
    expect(importedText({ scenarios: bring(true, false), decks: 2 })).toBe("Imported 2 scenarios, 1 of them as a revision, and 2 decks");
  });

  it("F10: an export says what went without numbers", () => {
    const done = { files: ["/a/b.lodestone"], scenarios: 3, withoutResult: 0, decks: 0 };
    expect(exportedText(done)).toBe("Exported 3 scenarios to /a/b.lodestone");
    expect(exportedText({ ...done, withoutResult: 1, decks: 1 })).toBe(
      "Exported 3 scenarios and 1 deck to /a/b.lodestone. 1 with unsaved edits went without numbers",
    );
    expect(exportedText({ ...done, files: ["/a/b-1.lodestone", "/a/b-2.lodestone"] })).toBe("Exported 3 scenarios to 2 files, from /a/b-1.lodestone");
  });

  it("F11: data that come along are compared with the data here", () => {
    const vintage = { vintage: "US 2026.0 · 1a2b3c4d", isHere: false, differing: [{ table: "parameters/ree.csv", rows: 1 }] };
    expect(vintageText(vintage)).toContain("1 row differs from the data here: parameters/ree.csv (1).");
    expect(vintageText({ ...vintage, differing: ["a", "b", "c", "d", "e", "f"].map((table) => ({ table, rows: 2 })) })).toContain(
      "12 rows differ from the data here: a (2), b (2), c (2), d (2) and 2 more tables.",
    );
    expect(vintageText({ ...vintage, differing: [] })).toContain("Only its name differs");
  });
});
