import { describe, expect, it } from "vitest";
import type { StoreRecovery } from "../../../../shared/ipc/store-opening.ts";
import { recoveryText } from "../../../../shared/view/library/recovery-text.ts";

const file = "/data/scenarios.sqlite";
const none = { scenarios: 0, revisions: 0, drafts: 0 };
const recovery: StoreRecovery = {
  problem: "its last page is cut short",
  keptIn: "/data/damaged-2027-01-31T14-02-05",
  base: "backup",
  backup: { name: "b", madeAt: 7, kind: "rotation", bytes: 61_440 },
  salvaged: { scenarios: 1, revisions: 2, drafts: 0 },
  unreadableRows: 1,
  holds: { scenarios: 12, revisions: 31, drafts: 2 },
};

const textOf = (more: Partial<StoreRecovery>) => {
  const found = { kind: "recovered", recovery: { ...recovery, ...more } } as const;
  return recoveryText(found, { mode: "ready", file, notice: null }, (at) => `moment ${at}`);
};
const now = (more: Partial<StoreRecovery>): string => textOf(more)!.facts[2]!.text;

describe("recovery in words", () => {
  it("W45: says what was found, where it is kept, what took its place and what that holds", () => {
    expect(textOf({})).toEqual({
      title: "The scenario database was damaged",
      facts: [
        { name: "Found", text: "/data/scenarios.sqlite could not be used: its last page is cut short." },
        { name: "Kept", text: "All that lay there, unchanged, in /data/damaged-2027-01-31T14-02-05. Nothing was deleted." },
        {
          name: "Now",
          text: "The newest good backup, of moment 7, took its place. Read from the damaged file and added: 1 scenario and 2 revisions. 1 part of it could not be read. The database now holds 12 scenarios, 31 revisions and 2 drafts.",
        },
      ],
    });
  });

  it("W45: nothing read, nothing kept and nothing left are said as such", () => {
    const lost = { base: "empty", backup: null, salvaged: none, holds: none, unreadableRows: 0 } as const;
    expect(now(lost)).toBe(
      "There was no good backup, so an empty database took its place. Nothing newer could be read from the damaged file. The database now holds no scenario.",
    );
    const missing = textOf({ problem: "it is missing", keptIn: null, salvaged: none, unreadableRows: 0 })!;
    expect(missing.title).toBe("The scenario database was missing");
    expect(missing.facts[1]!.text).toBe("Nothing lay there that could be kept. Backups are untouched.");
    expect(missing.facts[2]!.text).not.toContain("damaged file");
    expect(now({ base: "without-journal", backup: null })).toContain("before a change that was never finished");
  });

  it("W45: a refused database says what is safe and that nothing is saved; one that is open has nothing to tell", () => {
    const notice = { code: "store-newer", file, writtenBy: "Lodestone 9.1" } as const;
    const refused = recoveryText({ kind: "refused" }, { mode: "memory-only", file, notice }, String)!;
    expect(refused.facts.map(({ text }) => text)).toEqual([
      "The scenario database /data/scenarios.sqlite was written by a newer Lodestone (Lodestone 9.1).",
      "The file was not touched.",
      "Nothing is saved to disk. Open it with that version or a newer one.",
    ]);
    expect(recoveryText({ kind: "opened" }, { mode: "ready", file, notice: null }, String)).toBeNull();
    expect(recoveryText({ kind: "read-only" }, { mode: "read-only", file, notice: { code: "store-read-only", file } }, String)).toBeNull();
  });
});
