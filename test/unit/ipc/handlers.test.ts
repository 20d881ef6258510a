import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { computeWith } from "../../../electron/compute-result.ts";
import { appHandlers } from "../../../electron/ipc/app-handlers.ts";
import { backupHandlers } from "../../../electron/ipc/backup-handlers.ts";
import { clipboardHandlers } from "../../../electron/ipc/clipboard-handlers.ts";
import { scenarioHandlers } from "../../../electron/ipc/scenario-handlers.ts";
import { ScenarioCodes } from "../../../electron/scenario-codes.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { sqliteVersion } from "../../../electron/store/sqlite-version.ts";
import { datasetOf } from "../../../shared/ipc/dataset-text.ts";
import type { Result } from "../../../shared/result.ts";
import { MODEL_VERSION } from "../../../shared/model/model-version.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { defaultQuery, ScenarioIndex } from "../../../shared/scenario/scenario-index.ts";
import { emptyLabels, type ScenarioDocument, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lodestone-handlers-"));
const { store, exchange, backups, status, found } = openStore({ file: path.join(folder, "scenarios.sqlite"), dataset, appVersion: "1.0.0" });
const compute = computeWith(dataset);
const index = new ScenarioIndex({ worldName: (id) => id, codeOf: new ScenarioCodes(store).codeOf, modelVersion: MODEL_VERSION, vintage: dataset.vintage });
const scenarios = scenarioHandlers({ store, exchange, compute, vintage: dataset.vintage, index });
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const world = dataset.worlds[0]?.id ?? "";
const quiet = statusQuoDocument(world);
const [lever] = dataset.levers;
if (!lever) throw new Error("the dataset has no lever");
const moved: ScenarioDocument = {
  ...quiet,
  inputs: { ...quiet.inputs, levers: [{ lever: lever.id, value: lever.max, start: lever.defaultStart, ramp: 12, minerals: "all" }] },
};

/** The value of an answer that must be good. */
async function value<T>(answer: Result<T, unknown> | Promise<Result<T, unknown>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("app handlers", () => {
  it("P1: start-up says where the data are, in which state, and what everything is made of", async () => {
    const themes: string[] = [];
    const versions = { app: "1.0.0", runtime: "Electron 1", chromium: "1", sqlite: sqliteVersion(), dataFolder: folder };
    const shown: string[] = [];
    const handlers = appHandlers({
      dataset,
      hints: true,
      store,
      storeStatus: status,
      found,
      refusedDataset: null,
      folders: { data: folder, backups: backups.folder, damaged: null },
      reopenStore: () => void 0,
      versions: () => versions,
      showTheme: (theme) => void themes.push(theme),
      openFolder: (each) => void shown.push(each),
    });
    const boot = await value(handlers["app:boot"](null));
    expect(boot).toMatchObject({ versions, store: { mode: "ready" }, found: { kind: "created" }, settings: { theme: "system" } });
    for (const each of ["backups", "damaged"] as const) await value(handlers["app:open-folder"]({ folder: each }));
    expect(shown).toEqual([path.join(folder, "backups"), folder]);
    expect((await value(handlers["settings:set"]({ theme: "dark" }))).theme).toBe("dark");
    expect(themes).toEqual(["dark"]);
    expect(datasetOf(await value(handlers["dataset:load"](null)))).toStrictEqual(dataset);
  });

  it("the driver's SQLite is one without the known corruption bugs", () => {
    const [major = 0, minor = 0, patch = 0] = sqliteVersion().split(".").map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });
});

describe("scenario handlers", () => {
  it("P1: what is saved carries the result of exactly that document, computed here", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("A"), document: quiet }));
    const saved = await value(scenarios["scenario:save"]({ id, document: moved }));
    expect(saved).toMatchObject({ revision: 1, saved: moved, draft: null });
    expect(saved.result).toEqual(await value(compute(moved, "scenario:save")));
    expect(saved.result).not.toEqual(await value(compute(quiet, "scenario:save")));
    const other = await value(scenarios["scenario:save-as"]({ from: id, title: "B", document: quiet }));
    expect(other).toMatchObject({ labels: { title: "B" }, revision: 1 });
    expect(other.result).toEqual(await value(compute(quiet, "scenario:save-as")));
  });

  it.each([
    ["a lever", { ...quiet.inputs, levers: [{ ...moved.inputs.levers[0], lever: "none" }] }, "inputs.levers[0].lever"],
    ["a world", { ...quiet.inputs, world: "none" }, "inputs.world"],
    ["an event", { ...quiet.inputs, events: [{ event: "none", start: "2030-01" }] }, "inputs.events[0].event"],
  ])("P3: %s that the dataset does not have is named, and nothing is saved", async (_what, inputs, field) => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("C"), document: quiet }));
    const document = { ...quiet, inputs: inputs as ScenarioDocument["inputs"] };
    expect(await scenarios["scenario:save"]({ id, document })).toEqual({ ok: false, error: { code: "bad-request", channel: "scenario:save", field } });
    expect((await value(scenarios["scenario:open"]({ id }))).revision).toBe(0);
  });

  it("P3: so is an assumption", async () => {
    const document = { ...quiet, assumptions: [{ mineral: "all", stage: "", key: "none", value: 1 }] };
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("D"), document: quiet }));
    expect(await scenarios["scenario:save"]({ id, document })).toMatchObject({ error: { code: "bad-request", field: "assumptions[0].key" } });
  });
});

describe("revisions", () => {
  it("S17: going back keeps unsaved changes as a revision of their own, with their result", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("E"), document: quiet }));
    await value(scenarios["scenario:save"]({ id, document: quiet }));
    await value(scenarios["scenario:save-draft"]({ id, document: moved }));
    const restored = await value(scenarios["scenario:restore-revision"]({ id, number: 1 }));
    expect(restored).toMatchObject({ revision: 3, saved: quiet, draft: null });
    expect(await value(scenarios["scenario:revision"]({ id, number: 2 }))).toMatchObject({
      document: moved,
      result: await value(compute(moved, "scenario:save")),
    });
    expect((await value(scenarios["scenario:revisions"]({ id }))).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it("S10: a revision that does not exist is named, and the draft stays a draft", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("F"), document: quiet }));
    expect(await scenarios["scenario:restore-revision"]({ id, number: 9 })).toMatchObject({ error: { code: "scenario-not-found" } });
    expect(await value(store.open(id))).toMatchObject({ revision: 0, draft: { document: quiet } });
  });

  it("S11: search finds the code of what a scenario says now", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("H"), document: { ...quiet, assumptions: [] } }));
    const ids = async (text: string): Promise<readonly string[]> => value(scenarios["scenario:ids"]({ query: { ...defaultQuery, text } }));
    const unique: ScenarioDocument = {
      ...quiet,
      inputs: { ...quiet.inputs, levers: [{ lever: lever.id, value: lever.min, start: "2031-07", ramp: 3, minerals: "all" }] },
    };
    const code = scenarioCode(unique);
    expect(await ids(code)).toEqual([]);
    await value(scenarios["scenario:save-draft"]({ id, document: unique }));
    expect(await ids(code.toLowerCase())).toEqual([id]);
    expect(await ids(`h ${code.slice(0, 7)}`)).toEqual([id]);
    expect(await ids(code.slice(3, 7))).toEqual([]);
  });

  it("S11: search looks through notes too", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: { ...emptyLabels("G"), notes: "Zirconia" }, document: quiet }));
    const query = { ...defaultQuery, text: "zircon" };
    expect(await value(scenarios["scenario:ids"]({ query }))).toEqual([id]);
    expect(await value(scenarios["scenario:list"]({ query, from: 0, count: 10 }))).toMatchObject({ from: 0, total: 1, rows: [{ id, title: "G" }] });
  });
});

describe("backup handlers", () => {
  const handlers = backupHandlers(backups);

  it("B12: a backup is made, listed, restored, and the restore undone", async () => {
    const { id } = await value(scenarios["scenario:create"]({ labels: emptyLabels("Before"), document: quiet }));
    const made = await value(handlers["backup:make"](null));
    await value(scenarios["scenario:set-labels"]({ id, labels: { title: "After" } }));
    const listed = await value(handlers["backup:list"](null));
    expect(listed).toMatchObject({ folder: path.join(folder, "backups"), backups: [made] });
    const undo = await value(handlers["backup:restore"]({ name: made.name }));
    expect((await value(store.open(id))).labels.title).toBe("Before");
    await value(handlers["backup:restore"]({ name: undo.name }));
    expect((await value(store.open(id))).labels.title).toBe("After");
  });

  it("B12: a name that is no backup is refused, also one that leads out of the folder", async () => {
    for (const name of ["none", "../scenarios.sqlite"])
      expect(await handlers["backup:restore"]({ name })).toMatchObject({ error: { code: "backup-unusable" } });
  });
});

describe("clipboard handlers", () => {
  it("V37: a picture reaches the system's clipboard; a refusal is an answer", async () => {
    const written: Uint8Array[] = [];
    const png = new Uint8Array([1, 2, 3]);
    const write = async (bytes: Uint8Array): Promise<void> => void written.push(bytes);
    expect(await clipboardHandlers(write)["clipboard:write-image"]({ png })).toEqual({ ok: true, value: null });
    expect(written).toEqual([png]);
    const refuse = (): Promise<void> => Promise.reject(new Error("busy"));
    expect(await clipboardHandlers(refuse)["clipboard:write-image"]({ png })).toEqual({ ok: false, error: { code: "clipboard-unavailable" } });
  });
});
