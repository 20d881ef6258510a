import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { nextRedoLabel, nextUndoLabel } from "../../../renderer/state/undo-stack.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const seed = (id: string) => ({ id, labels: emptyLabels(id.toUpperCase()), saved: statusQuoDocument("stated"), changedAt: 1 });

async function open(): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: ["a", "b", "c"].map(seed) });
  await test.planner.libraryActions.refresh();
  await test.planner.scenarios.openScenario("a");
  return test;
}

const labels = ({ planner: { documents, undo } }: TestPlanner) => ({
  undo: nextUndoLabel(documents.getState(), undo.store.getState()),
  redo: nextRedoLabel(documents.getState(), undo.store.getState()),
});
const tariff = ({ planner }: TestPlanner): number => planner.documents.getState().document.inputs.levers[0]?.value ?? 0;
const trashed = ({ store }: TestPlanner): readonly string[] =>
  store
    .rows()
    .filter(({ trashedAt }) => trashedAt !== null)
    .map(({ id }) => id)
    .toSorted();

describe("undo over edits and the library", () => {
  it("H10: takes back what was done last, whether it was a lever or a scenario", async () => {
    const test = await open();
    const { edit, libraryActions, undo } = test.planner;
    edit.setLever("tariff", 20);
    await libraryActions.trash(["b"]);
    expect(labels(test)).toEqual({ undo: "B moved to trash", redo: null });
    await undo.undo();
    expect([trashed(test), tariff(test)]).toEqual([[], 20]);
    expect(labels(test)).toEqual({ undo: "Tariff 0 to 20%", redo: "B moved to trash" });
    await undo.undo();
    expect(tariff(test)).toBe(0);
    await undo.redo();
    await undo.redo();
    expect([trashed(test), tariff(test)]).toEqual([["b"], 20]);
    expect(labels(test)).toEqual({ undo: "B moved to trash", redo: null });
  });

  it("H10: what is pressed while a step is on its way waits for it, each in its turn", async () => {
    const test = await open();
    const { edit, libraryActions, undo, commands } = test.planner;
    for (const way of ["undo", "redo"] as const) commands.handle(`edit.${way}`, () => void undo[way]());
    edit.setLever("tariff", 20);
    await libraryActions.trash(["b"]);
    await libraryActions.trash(["c"]);
    const first = undo.undo();
    expect(commands.run("edit.redo")).toBe(true);
    await Promise.all([first, undo.undo(), undo.undo(), undo.undo()]);
    expect([trashed(test), tariff(test)]).toEqual([[], 0]);
    await Promise.all([undo.redo(), undo.redo(), undo.redo(), undo.undo()]);
    expect([trashed(test), tariff(test)]).toEqual([["b"], 20]);
    expect(labels(test)).toEqual({ undo: "B moved to trash", redo: "C moved to trash" });
  });

  it("H10: brings back the open scenario from the trash, open and with its own history", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.clock.advance(SETTLE_MS);
    await test.planner.libraryActions.trash(["a"]);
    expect(test.planner.documents.getState().id).toBeNull();
    await test.planner.undo.undo();
    expect(test.planner.documents.getState().id).toBe("a");
    expect(labels(test).undo).toBe("Tariff 0 to 20%");
    await test.planner.undo.undo();
    expect(tariff(test)).toBe(0);
  });

  it("H10: covers renaming, copying and restoring scenarios that are not open", async () => {
    const test = await open();
    const { libraryActions, undo } = test.planner;
    await libraryActions.setLabels("b", { title: "New name", notes: "n" });
    await libraryActions.duplicate(["c"]);
    const copy = test.store.rows().at(-1)!.id;
    expect(labels(test).undo).toBe("Duplicated as C (copy)");
    await undo.undo();
    expect(trashed(test)).toEqual([copy]);
    expect(labels(test).undo).toBe("Rename to New name");
    await undo.undo();
    expect(test.store.row("b").labels).toEqual(emptyLabels("B"));
    await undo.redo();
    expect(test.store.row("b").labels).toMatchObject({ title: "New name", notes: "n" });
    await undo.redo();
    expect(trashed(test)).toEqual([]);
  });

  it("H10: the toast takes back its own step, also when another came after it", async () => {
    const test = await open();
    await test.planner.libraryActions.trash(["b"]);
    test.planner.edit.setLever("tariff", 20);
    test.planner.session.getState().toasts.at(-1)?.action?.run();
    await test.clock.advance(0);
    expect([trashed(test), tariff(test)]).toEqual([[], 20]);
    expect(labels(test).undo).toBe("Tariff 0 to 20%");
  });

  it("H3: a step that the store refuses stays to be taken back", async () => {
    const test = await open();
    await test.planner.libraryActions.trash(["b"]);
    test.store.fail("scenario:restore", { code: "store-busy", file: "planner.sqlite" });
    await test.planner.undo.undo();
    expect(labels(test)).toEqual({ undo: "B moved to trash", redo: null });
    test.store.fail("scenario:restore", null);
    await test.planner.undo.undo();
    expect(trashed(test)).toEqual([]);
  });

  it("H4: two hundred entries of each kind can be taken back", async () => {
    const test = await open();
    for (let n = 1; n <= 100; n++) {
      test.planner.edit.setLever("tariff", n === 13 ? 13.5 : n);
      await test.clock.advance(1000);
      await test.planner.libraryActions.setLabels("b", { notes: String(n) });
    }
    for (let n = 0; n < 200; n++) await test.planner.undo.undo();
    expect([tariff(test), test.store.row("b").labels.notes]).toEqual([0, ""]);
    expect(labels(test).undo).toBeNull();
    for (let n = 0; n < 200; n++) await test.planner.undo.redo();
    expect([tariff(test), test.store.row("b").labels.notes]).toEqual([100, "100"]);
  });

  it("H3, H10: any sequence of edits, trashing, undo and redo does what a list of snapshots does", async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant("lever" as const), value: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant("world" as const), value: fc.constantFrom("stated", "high") }),
      fc.record({ kind: fc.constant("trash" as const), value: fc.constantFrom("b", "c") }),
      fc.record({ kind: fc.constant("rename" as const), value: fc.constantFrom("b", "c") }),
      fc.constant({ kind: "undo" as const, value: "" }),
      fc.constant({ kind: "redo" as const, value: "" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        const test = await open();
        const { edit, libraryActions, undo } = test.planner;
        const look = (): string =>
          JSON.stringify([tariff(test), test.planner.documents.getState().document.inputs.world, test.store.row("b"), test.store.row("c")].map(withoutTimes));
        const snapshots = [look()];
        let at = 0;
        let renames = 0;
        for (const { kind, value } of actions) {
          await test.clock.advance(1000);
          if (kind === "undo") {
            await undo.undo();
            at = Math.max(0, at - 1);
          } else if (kind === "redo") {
            await undo.redo();
            at = Math.min(snapshots.length - 1, at + 1);
          } else {
            if (kind === "lever") edit.setLever("tariff", Number(value));
            if (kind === "world") edit.setWorld(String(value));
            if (kind === "trash" && !trashed(test).includes(String(value))) await libraryActions.trash([String(value)]);
            if (kind === "rename") await libraryActions.setLabels(String(value), { title: `Name ${String(++renames)}` });
            if (look() !== snapshots[at]) {
              snapshots.splice(at + 1);
              snapshots.push(look());
              at++;
            }
          }
          expect(look()).toBe(snapshots[at]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether a row is in the trash counts, when it went there does not. */
function withoutTimes(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { labels: of, trashedAt } = value as { labels: unknown; trashedAt: number | null };
  return { of, inTrash: trashedAt !== null };
}
