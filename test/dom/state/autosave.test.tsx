import { describe, expect, it } from "vitest";
import { RETRY_MS, SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const seed = { id: "a", labels: emptyLabels("A"), saved: statusQuoDocument("stated") };
const other = { id: "b", labels: emptyLabels("B"), saved: statusQuoDocument("high") };

async function openA(): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: [seed, other] });
  await test.planner.scenarios.openScenario("a");
  return test;
}

const writes = ({ store }: TestPlanner): readonly string[] =>
  store.channels().filter((channel) => channel.startsWith("scenario:save") || channel === "scenario:create");
const status = ({ planner }: TestPlanner): string => planner.documents.getState().draft.kind;

describe("autosave", () => {
  it("W4: writes once, after the last of several changes has settled", async () => {
    const test = await openA();
    for (const value of [10, 20, 30]) {
      test.planner.edit.setLever("tariff", value);
      await test.clock.advance(SETTLE_MS - 1);
    }
    expect(writes(test)).toEqual([]);
    expect(status(test)).toBe("dirty");
    await test.clock.advance(1);
    expect(writes(test)).toEqual(["scenario:save-draft"]);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(30);
  });

  it("W4: nothing is written while a gesture is on", async () => {
    const test = await openA();
    test.planner.edit.beginGesture();
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS * 10);
    expect(writes(test)).toEqual([]);
    test.planner.edit.endGesture();
    await test.clock.advance(SETTLE_MS);
    expect(writes(test)).toEqual(["scenario:save-draft"]);
  });

  it("W4: says saved only after the answer, with the store's time", async () => {
    const test = await openA();
    const release = test.store.hold("scenario:save-draft");
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    expect(status(test)).toBe("saving");
    release();
    await test.clock.advance(0);
    expect(test.planner.documents.getState().draft).toEqual({ kind: "saved", at: test.store.row("a").draft?.savedAt });
  });

  it("W4: a change made while a write is on its way is written after it, and is dirty until then", async () => {
    const test = await openA();
    const release = test.store.hold("scenario:save-draft");
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    test.planner.edit.setLever("tariff", 20);
    release();
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
    expect(status(test)).toBe("saved");
  });

  it("W4: back at the revision nothing is unsaved", async () => {
    const test = await openA();
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    test.planner.edit.undo();
    await test.clock.advance(SETTLE_MS);
    expect(status(test)).toBe("clean");
    expect(test.store.row("a").draft).toBeNull();
  });

  it("W5: a failure is shown and tried again by itself; then the banner goes", async () => {
    const test = await openA();
    test.store.fail("scenario:save-draft", { code: "disk-full", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    expect(test.planner.documents.getState().draft).toMatchObject({ kind: "failed", error: { code: "disk-full" } });
    expect(test.planner.session.getState().banners).toMatchObject([
      { key: "unwritten", tone: "error", text: expect.stringContaining("planner.sqlite is full") },
    ]);
    await test.clock.advance(RETRY_MS);
    expect(test.planner.session.getState().banners).toHaveLength(1);
    test.store.fail("scenario:save-draft", null);
    await test.clock.advance(RETRY_MS);
    expect(test.planner.session.getState().banners).toEqual([]);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(10);
    expect(status(test)).toBe("saved");
  });

  it("W5: the banner's own button tries at once", async () => {
    const test = await openA();
    test.store.fail("scenario:save-draft", { code: "store-busy", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    test.store.fail("scenario:save-draft", null);
    test.planner.session.getState().banners[0]?.actions[0]?.run();
    await test.clock.advance(0);
    expect(status(test)).toBe("saved");
  });

  it("W5, H8: edits that could not be written are there again, with their history, after another scenario was open", async () => {
    const test = await openA();
    test.store.fail("scenario:save-draft", { code: "disk-full", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    await test.planner.scenarios.openScenario("b");
    expect(test.planner.documents.getState().labels.title).toBe("B");
    test.store.fail("scenario:save-draft", null);
    await test.planner.scenarios.openScenario("a");
    expect(test.planner.documents.getState().document.inputs.levers[0]?.value).toBe(10);
    await test.clock.advance(RETRY_MS);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(10);
    test.planner.edit.undo();
    expect(test.planner.documents.getState().document.inputs.levers).toEqual([]);
  });

  it("W6: flush ends the gesture and writes at once", async () => {
    const test = await openA();
    test.planner.edit.beginGesture();
    test.planner.edit.setLever("tariff", 10);
    await test.planner.flush();
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(10);
    expect(test.planner.documents.getState().history.past).toHaveLength(1);
  });

  it("W7: an answer that comes late is not taken for the scenario opened meanwhile", async () => {
    const test = await openA();
    const release = test.store.hold("scenario:save-draft");
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    const opening = test.planner.scenarios.openScenario("b");
    release();
    await opening;
    expect(test.planner.documents.getState()).toMatchObject({ id: "b", draft: { kind: "clean" }, document: other.saved });
    expect(test.store.row("b").draft).toBeNull();
  });

  it("W8: the store learns of a fresh scenario with its first settled change", async () => {
    const test = createTestPlanner();
    await test.clock.advance(SETTLE_MS * 5);
    expect(test.store.rows()).toEqual([]);
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    test.planner.edit.setLever("tariff", 20);
    await test.clock.advance(SETTLE_MS);
    expect(writes(test)).toEqual(["scenario:create", "scenario:save-draft"]);
    const [row] = test.store.rows();
    expect(test.planner.documents.getState()).toMatchObject({ id: row?.id, revision: 0, draft: { kind: "saved" } });
    expect(test.planner.settings.getState().settings.lastScenario).toBe(row?.id);
  });

  it("H9: labels are written, and undone", async () => {
    const test = await openA();
    test.planner.edit.setLabels({ title: "New" });
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").labels.title).toBe("New");
    expect(status(test)).toBe("clean");
    test.planner.edit.undo();
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").labels.title).toBe("A");
  });
});
