import { describe, expect, it } from "vitest";
import type { ImportLine, ImportPreview } from "../../../shared/ipc/file-exchange.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { Seed } from "../support/memory-rows.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const seed = (id: string): Seed => ({ id, labels: emptyLabels(`Title ${id}`), saved: statusQuoDocument("stated") });
const line = (title: string, over: Partial<ImportLine> = {}): ImportLine => ({
  title,
  tags: [],
  notes: "",
  code: "LS-0000-0000",
  world: "Stated policies",
  changedLevers: 0,
  result: "none",
  modelVersion: null,
  dataVintage: null,
  headline: null,
  headlineYear: null,
  existing: null,
  ...over,
});
const preview = (...lines: readonly ImportLine[]): ImportPreview => ({
  token: "t",
  files: [{ file: "plan.lodestone", error: null, app: "1.0", lines, decks: [], vintages: [] }],
});

async function open(id: string | null = "a"): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: [seed("a"), seed("b")] });
  if (id !== null) await test.planner.scenarios.openScenario(id);
  return test;
}
const dialog = ({ planner }: TestPlanner) => planner.session.getState().dialog;
const toasts = ({ planner }: TestPlanner): readonly string[] => planner.session.getState().toasts.map(({ text }) => text);
const alive = ({ store }: TestPlanner): readonly string[] => store.rows().flatMap(({ labels, trashedAt }) => (trashedAt === null ? [labels.title] : []));

describe("import", () => {
  it("F13: shows what is in the file; nothing is asked for before the choice is made", async () => {
    const test = await open();
    const shown = preview(line("New one"));
    test.store.offer(shown);
    await test.planner.files.chooseImport();
    expect(dialog(test)).toEqual({ kind: "import", preview: shown });
    expect(test.store.channels()).not.toContain("file:import");
  });

  it("F13: one file that cannot be read is an error; a closed dialog says nothing", async () => {
    const test = await open();
    await test.planner.files.chooseImport();
    expect(test.planner.session.getState()).toMatchObject({ dialog: null, toasts: [], screen: "explore" });
    const error = { code: "file-checksum", file: "plan.lodestone" } as const;
    test.store.offer({ token: "t", files: [{ file: "plan.lodestone", error, app: "", lines: [], decks: [], vintages: [] }] });
    await test.planner.files.chooseImport();
    expect(dialog(test)).toEqual({ kind: "error", error });
  });

  it("F16: dropped files go the same way by their paths", async () => {
    const test = await open();
    test.store.offer(preview(line("New one")));
    await test.planner.files.openDropped([new File([], "x.lodestone")]);
    expect(test.store.calls.at(-1)).toEqual({ channel: "file:open", input: { from: "paths", paths: ["/dropped/x.lodestone"] } });
    expect(dialog(test)).toMatchObject({ kind: "import" });
  });

  it("H10: an import is undone and redone in one order with the edits of the open scenario", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    const shown = preview(line("New one"));
    test.store.offer(shown);
    expect(await test.planner.files.importChosen(shown, ["new"])).toBe(true);
    expect(toasts(test)).toEqual(["Imported 1 scenario"]);
    expect(test.planner.session.getState().screen).toBe("library");
    expect(alive(test)).toEqual(["Title a", "Title b", "New one"]);
    expect(test.planner.library.getState().selected).not.toBeNull();
    await test.planner.undo.undo();
    expect(alive(test)).toEqual(["Title a", "Title b"]);
    expect(test.planner.library.getState().selected).toBeNull();
    expect(test.planner.documents.getState().document.inputs.levers).toHaveLength(1);
    await test.planner.undo.undo();
    expect(test.planner.documents.getState().document.inputs.levers).toHaveLength(0);
    await test.planner.undo.redo();
    await test.planner.undo.redo();
    expect(alive(test)).toEqual(["Title a", "Title b", "New one"]);
  });

  it("H10: undoing the import of the scenario that is open leaves it and comes back to it", async () => {
    const test = await open();
    const shown = preview(line("New one"));
    test.store.offer(shown);
    await test.planner.files.importChosen(shown, ["new"]);
    const id = test.store.rows().at(-1)!.id;
    await test.planner.scenarios.openScenario(id);
    await test.planner.undo.undo();
    expect(test.planner.documents.getState().id).toBeNull();
    await test.planner.undo.redo();
    expect(test.planner.documents.getState().id).toBe(id);
  });

  it("H10: a revision of the open scenario is shown at once; undo brings back what was there, and its older edits can still be undone", async () => {
    const test = await open();
    const { planner } = test;
    planner.edit.setLever("tariff", 20);
    await planner.scenarios.save();
    const before = planner.documents.getState().document;
    const shown = preview(line("Title a", { existing: { id: "a", title: "Title a", revision: 2, trashed: false, isSame: false } }));
    test.store.offer(shown);
    await planner.files.importChosen(shown, ["revision"]);
    expect(toasts(test).at(-1)).toBe("Imported 1 scenario as a revision");
    expect(planner.documents.getState()).toMatchObject({ revision: 3, document: { inputs: { levers: [] } } });
    await planner.undo.undo();
    expect(planner.documents.getState().document).toEqual(before);
    await planner.undo.undo();
    expect(planner.documents.getState().document.inputs.levers).toEqual([]);
  });

  it("W7: an import that fails changes nothing and says why", async () => {
    const test = await open();
    const shown = preview(line("New one"));
    test.store.offer(shown);
    test.store.fail("file:import", { code: "disk-full", file: "planner.sqlite" });
    expect(await test.planner.files.importChosen(shown, ["new"])).toBe(false);
    expect(dialog(test)).toMatchObject({ kind: "error", error: { code: "disk-full" } });
    expect(test.store.rows()).toHaveLength(2);
    expect(toasts(test)).toEqual([]);
  });
});

describe("export", () => {
  it("W7: pending edits are written first", async () => {
    const test = await open();
    test.planner.edit.setLever("tariff", 20);
    await test.planner.files.exportScenarios(["a"]);
    const channels = test.store.channels();
    expect(channels.lastIndexOf("scenario:save-draft")).toBeLessThan(channels.lastIndexOf("file:export"));
    expect(test.store.calls.at(-1)?.input).toEqual({ ids: ["a"], edited: [] });
    expect(toasts(test).at(-1)).toBe("Exported 1 scenario to plan.lodestone");
  });

  it("F12: edits that the store refuses go from memory: of the open scenario and of those opened before", async () => {
    const test = await open();
    test.store.fail("scenario:save-draft", { code: "store-read-only", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 20);
    await test.planner.scenarios.openScenario("b");
    test.planner.edit.setLever("tariff", 30);
    await test.planner.files.exportScenarios(["a", "b"]);
    const { input } = test.store.calls.at(-1)!;
    expect(input).toMatchObject({
      ids: ["a", "b"],
      edited: [
        { id: "b", labels: { title: "Title b" }, document: { inputs: { levers: [{ value: 30 }] } } },
        { id: "a", labels: { title: "Title a" }, document: { inputs: { levers: [{ value: 20 }] } } },
      ],
    });
    await test.planner.files.exportOpen();
    expect(test.store.calls.at(-1)?.input).toMatchObject({ ids: ["b"], edited: [{ id: "b" }] });
  });

  it("F12: a scenario that the store never took is exported as it stands", async () => {
    const test = await open(null);
    test.store.fail("scenario:create", { code: "disk-full", file: "planner.sqlite" });
    test.planner.edit.setLever("tariff", 20);
    await test.planner.files.exportOpen();
    expect(test.store.calls.at(-1)).toMatchObject({
      channel: "file:export",
      input: { ids: [], edited: [{ id: null, document: { inputs: { levers: [{ value: 20 }] } } }] },
    });
  });
});
