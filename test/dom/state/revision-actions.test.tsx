import { describe, expect, it } from "vitest";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const a = { id: "a", labels: emptyLabels("A"), saved: statusQuoDocument("stated"), changedAt: 20 };
const b = { id: "b", labels: emptyLabels("B"), saved: statusQuoDocument("high"), changedAt: 10 };

/** A is open with two revisions: status quo, and a tariff of 20%. */
async function open(): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: [a, b] });
  await test.planner.libraryActions.refresh();
  await test.planner.scenarios.openScenario("a");
  test.planner.edit.setLever("tariff", 20);
  await test.planner.scenarios.save();
  return test;
}

const state = ({ planner }: TestPlanner) => planner.documents.getState();
const tariff = (test: TestPlanner): number => state(test).document.inputs.levers[0]?.value ?? 0;

describe("revisions", () => {
  it("S13: one is read as it was saved; one that is not there says so", async () => {
    const test = await open();
    expect(await test.planner.revisions.read("a", 1)).toMatchObject({ number: 1, document: a.saved });
    test.store.fail("scenario:revision", { code: "scenario-not-found", id: "a" });
    expect(await test.planner.revisions.read("a", 1)).toBeNull();
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "error", error: { code: "scenario-not-found" } });
  });

  it("S13: going back makes a new revision, and undo brings back what was there as a draft", async () => {
    const test = await open();
    expect(await test.planner.revisions.restore("a", 1)).toBe(true);
    expect(state(test)).toMatchObject({ revision: 3, draft: { kind: "clean" } });
    expect(tariff(test)).toBe(0);
    expect(test.planner.session.getState().toasts.at(-1)?.text).toBe("Restored revision 1 as revision 3");
    await test.planner.undo.undo();
    expect(tariff(test)).toBe(20);
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
  });

  it("S17: unsaved changes become a revision before going back", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 50);
    await test.planner.revisions.restore("a", 1);
    expect(state(test).revision).toBe(4);
    expect(test.store.row("a").contents.map(({ document }) => document.inputs.levers[0]?.value ?? 0)).toEqual([0, 20, 50, 0]);
  });

  it("S13: of a scenario that is not open, undo goes forward again, as a further revision", async () => {
    const test = await open();
    await test.planner.scenarios.openScenario("b");
    await test.planner.revisions.restore("a", 1);
    expect(state(test).id).toBe("b");
    expect(test.store.row("a").revisions[0]?.number).toBe(3);
    await test.planner.undo.undo();
    expect(test.store.row("a")).toMatchObject({ saved: { inputs: { levers: [{ value: 20 }] } } });
    expect(test.store.row("a").revisions[0]?.number).toBe(4);
    await test.planner.undo.redo();
    expect(test.store.row("a").saved?.inputs.levers).toEqual([]);
  });

  it("S13: what the store refuses changes nothing and is said", async () => {
    const test = await open();
    test.store.fail("scenario:restore-revision", { code: "disk-full", file: "planner.sqlite" });
    expect(await test.planner.revisions.restore("a", 1)).toBe(false);
    expect([tariff(test), state(test).revision]).toEqual([20, 2]);
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "error", error: { code: "disk-full" } });
  });
});
