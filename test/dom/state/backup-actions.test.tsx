import { describe, expect, it } from "vitest";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const seed = (id: string) => ({ id, labels: emptyLabels(id.toUpperCase()), saved: statusQuoDocument("stated"), changedAt: 1 });

async function open(): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: ["a", "b"].map(seed) });
  await test.planner.scenarios.openScenario("a");
  return test;
}
const tariff = ({ planner }: TestPlanner): number => planner.documents.getState().document.inputs.levers[0]?.value ?? 0;

describe("backups", () => {
  it("W19: restoring one shows every scenario as it was then, and can be undone and done again", async () => {
    const test = await open();
    const { planner } = test;
    const made = await planner.backups.make();
    planner.edit.setLever("tariff", 20);
    await test.clock.advance(SETTLE_MS);
    await planner.libraryActions.trash(["b"]);
    expect(await planner.backups.restore(made!.name, "today 14:02")).toBe(true);
    expect(tariff(test)).toBe(0);
    expect(test.store.row("b").trashedAt).toBeNull();
    expect(planner.library.getState().counts).toEqual({ scenarios: 2, elsewhere: 0, trashed: 0 });
    await planner.undo.undo();
    expect(tariff(test)).toBe(20);
    expect(test.store.row("b").trashedAt).not.toBeNull();
    await planner.undo.redo();
    expect(tariff(test)).toBe(0);
  });

  it("W19: edits that were not written yet are in the backup made before", async () => {
    const test = await open();
    const made = await test.planner.backups.make();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.backups.restore(made!.name, "x");
    await test.planner.undo.undo();
    expect(tariff(test)).toBe(20);
  });

  it("W19: a scenario that did not exist then makes place for one that did; without any there is a fresh one", async () => {
    const test = createTestPlanner({ seeds: [] });
    const empty = await test.planner.backups.make();
    test.planner.edit.setLever("tariff", 20);
    await test.clock.advance(SETTLE_MS);
    await test.planner.backups.restore(empty!.name, "x");
    expect(test.planner.documents.getState()).toMatchObject({ id: null, revision: 0, document: statusQuoDocument("stated") });
    await test.planner.undo.undo();
    expect(tariff(test)).toBe(20);
  });

  it("W19: starting empty is undone like a restore", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    expect(await test.planner.backups.startEmpty()).toBe(true);
    expect(test.planner.documents.getState().id).toBeNull();
    expect(test.store.rows()).toEqual([]);
    await test.planner.undo.undo();
    expect(test.store.rows()).toHaveLength(2);
    expect(tariff(test)).toBe(20);
  });

  it("W19: one that cannot be used changes nothing and is said", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    expect(await test.planner.backups.restore("none", "x")).toBe(false);
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "error", error: { code: "backup-unusable" } });
    expect(tariff(test)).toBe(20);
    await test.planner.undo.undo();
    expect(tariff(test)).toBe(0);
  });

  it("W19: what cannot be written is lost only when that was asked", async () => {
    const test = await open();
    const made = await test.planner.backups.make();
    test.store.fail("scenario:save-draft", { code: "disk-full", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 20);
    expect(await test.planner.backups.restore(made!.name, "x")).toBe(false);
    const dialog = test.planner.session.getState().dialog;
    expect([tariff(test), dialog?.kind]).toEqual([20, "confirm"]);
    if (dialog?.kind === "confirm") dialog.run();
    await test.clock.advance(0);
    expect(tariff(test)).toBe(0);
  });
});
