import { describe, expect, it } from "vitest";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { UNTITLED, untaken } from "../../../renderer/state/opening.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const a = { id: "a", labels: { ...emptyLabels("A"), tags: ["cleared"] }, saved: statusQuoDocument("stated"), changedAt: 20 };
const b = { id: "b", labels: emptyLabels("B"), saved: statusQuoDocument("high"), changedAt: 10 };

async function open(id: string | null = "a"): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: [a, b] });
  await test.planner.libraryActions.refresh();
  if (id !== null) await test.planner.scenarios.openScenario(id);
  return test;
}

const state = ({ planner }: TestPlanner) => planner.documents.getState();
const toasts = ({ planner }: TestPlanner): readonly string[] => planner.session.getState().toasts.map(({ text }) => text);

describe("saving", () => {
  it("W4: Save makes the next revision and says which", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    expect(await test.planner.scenarios.save()).toBe(true);
    expect(state(test)).toMatchObject({ revision: 2, draft: { kind: "clean" } });
    expect(test.store.row("a")).toMatchObject({ draft: null, saved: { inputs: { levers: [{ value: 20 }] } } });
    expect(toasts(test)).toEqual(["Saved as revision 2"]);
    await test.planner.scenarios.save();
    expect(toasts(test).at(-1)).toBe("Nothing to save: same as revision 2");
  });

  it("W4: Save while dragging keeps what is on screen, as one entry", async () => {
    const test = await open();
    test.planner.edit.beginGesture();
    test.planner.edit.setLever("tariff", 10);
    test.planner.edit.setLever("tariff", 20);
    await test.planner.scenarios.save();
    expect(state(test).history.past.map(({ label }) => label)).toEqual(["Tariff 0 to 20%"]);
    expect(test.store.row("a").saved?.inputs.levers[0]?.value).toBe(20);
  });

  it("W4: what is changed while Save is on its way stays, unsaved", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 10);
    await test.clock.advance(SETTLE_MS);
    const release = test.store.hold("scenario:save");
    const saving = test.planner.scenarios.save();
    await test.clock.advance(0);
    test.planner.edit.setLever("tariff", 20);
    release();
    await saving;
    expect(state(test)).toMatchObject({ revision: 2, draft: { kind: "dirty" }, document: { inputs: { levers: [{ value: 20 }] } } });
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
  });

  it("W8: a fresh scenario can be saved as it is", async () => {
    const test = await open(null);
    expect(await test.planner.scenarios.save()).toBe(true);
    expect(state(test)).toMatchObject({ revision: 1, draft: { kind: "clean" } });
    expect(test.store.rows()).toHaveLength(3);
  });

  it("W4: Save as leaves the first scenario and goes on with the copy", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.scenarios.saveAs("Copy");
    expect(state(test)).toMatchObject({ revision: 1, labels: { title: "Copy", tags: ["cleared"] }, draft: { kind: "clean" } });
    expect(test.store.row("a").saved).toEqual(a.saved);
    expect(test.planner.settings.getState().settings.lastScenario).toBe(state(test).id);
    test.planner.edit.setLever("tariff", 30);
    await test.clock.advance(SETTLE_MS);
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
  });

  it("W4: a failed Save says why and loses nothing", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.clock.advance(SETTLE_MS);
    test.store.fail("scenario:save", { code: "disk-full", file: "planner.sqlite" });
    expect(await test.planner.scenarios.save()).toBe(false);
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "error", error: { code: "disk-full" } });
    expect(state(test)).toMatchObject({ revision: 1, draft: { kind: "saved" } });
    expect(test.planner.commands.isEnabled("edit.undo")).toBe(false);
    expect(state(test).history.past).toHaveLength(1);
  });
});

describe("opening", () => {
  it("W7, H8: pending edits are written first; history is there on coming back", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.scenarios.openScenario("b");
    expect(test.store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
    expect(state(test).history.past).toEqual([]);
    await test.planner.scenarios.openScenario("a");
    expect(state(test).history.past.map(({ label }) => label)).toEqual(["Tariff 0 to 20%"]);
    expect(state(test).draft.kind).toBe("saved");
  });

  it("H8: a history that no longer ends where the store does is dropped", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.scenarios.openScenario("b");
    await test.store.api.invoke("scenario:save-draft", { id: "a", document: statusQuoDocument("high") });
    await test.planner.scenarios.openScenario("a");
    expect(state(test).document.inputs.world).toBe("high");
    expect(state(test).history.past).toEqual([]);
  });

  it("W7: a scenario that is gone leaves the open one as it is", async () => {
    const test = await open();
    expect(await test.planner.scenarios.openScenario("gone")).toBe(false);
    expect(state(test).id).toBe("a");
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "error", error: { code: "scenario-not-found" } });
  });

  it("W5: leaving a fresh scenario that cannot be written asks first", async () => {
    const test = await open(null);
    test.store.fail("scenario:create", { code: "store-read-only", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 20);
    expect(await test.planner.scenarios.openScenario("b")).toBe(false);
    const dialog = test.planner.session.getState().dialog;
    expect(dialog).toMatchObject({ kind: "confirm", destructive: true });
    expect(state(test).document.inputs.levers).toHaveLength(1);
    if (dialog?.kind === "confirm") dialog.run();
    await test.clock.advance(0);
    expect(state(test).id).toBe("b");
  });

  it("W8: a new scenario takes the first free title", async () => {
    expect(untaken("A", [])).toBe("A");
    expect(untaken("A", [{ title: "A" }, { title: "A 3" }])).toBe("A 2");
    const test = await open();
    await test.planner.scenarios.newScenario();
    expect(state(test)).toMatchObject({ id: null, revision: 0, document: statusQuoDocument("stated"), labels: { title: UNTITLED } });
    expect(test.planner.settings.getState().settings.lastScenario).toBeNull();
  });
});

describe("library actions", () => {
  it("W15: trashing the open scenario opens a fresh one; Undo brings it back and opens it", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.libraryActions.trash(["a"]);
    expect(test.store.row("a").trashedAt).not.toBeNull();
    expect(state(test).id).toBeNull();
    const toast = test.planner.session.getState().toasts.at(-1);
    expect(toast).toMatchObject({ text: "A moved to trash", action: { label: "Undo" } });
    toast?.action?.run();
    await test.clock.advance(0);
    expect(test.store.row("a").trashedAt).toBeNull();
    expect(state(test)).toMatchObject({ id: "a", document: { inputs: { levers: [{ value: 20 }] } } });
  });

  it("W15: trashing others leaves the open one", async () => {
    const test = await open();
    await test.planner.libraryActions.trash(["b"]);
    expect(state(test).id).toBe("a");
    expect([...test.planner.library.getState().rows.values()].map(({ id }) => id)).toEqual(["a"]);
    expect(test.planner.library.getState().counts).toEqual({ scenarios: 1, elsewhere: 0, trashed: 1 });
  });

  it("W7: duplicating copies what the scenario says now, under a title of its own", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.libraryActions.duplicate(["a"]);
    const copy = test.store.rows().at(-1);
    expect(copy).toMatchObject({ labels: { title: "A (copy)" }, saved: a.saved, draft: { document: { inputs: { levers: [{ value: 20 }] } } } });
    expect(test.planner.library.getState()).toMatchObject({ selected: copy?.id, detail: { id: copy?.id } });
    expect(state(test).id).toBe("a");
  });

  it("H9: labels of the open scenario can be undone, those of others are written at once", async () => {
    const test = await open();
    await test.planner.libraryActions.setLabels("b", { notes: "n" });
    expect(test.store.row("b").labels.notes).toBe("n");
    expect(state(test).history.past).toEqual([]);
    await test.planner.libraryActions.setLabels("a", { decision: "Go" });
    expect(test.store.row("a").labels.decision).toBe("Go");
    expect(state(test).history.past).toHaveLength(1);
  });

  it("W7: a list that cannot be read keeps the last one", async () => {
    const test = await open();
    test.store.fail("scenario:list", { code: "store-busy", file: "planner.sqlite" });
    await test.planner.libraryActions.refresh();
    expect(test.planner.library.getState()).toMatchObject({ status: "failed", error: { code: "store-busy" } });
    expect(test.planner.library.getState().rows.size).toBe(2);
  });
});
