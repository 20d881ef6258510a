import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { computeWith } from "../../../electron/compute-result.ts";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { WaitingFiles } from "../../../electron/files/waiting-files.ts";
import { type FileDialogs, fileHandlers } from "../../../electron/ipc/file-handlers.ts";
import { groupsThatFit } from "../../../electron/store/export-scenarios.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { Result } from "../../../shared/result.ts";
import { BYTES_PER_MEGABYTE, MAX_FILE_MEGABYTES, readScenarioFile, writeScenarioFile } from "../../../shared/scenario/scenario-file.ts";
import { MOST_SCENARIOS } from "../../../shared/scenario/scenario-file.schema.ts";
import type { FiledScenario } from "../../../shared/scenario/filed-scenario.ts";
import { emptyLabels, type ScenarioDocument, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";

const root = mkdtempSync(path.join(tmpdir(), "lodestone-files-"));
afterAll(() => rmSync(root, { recursive: true }));

const world = dataset.worlds[0]?.id ?? "";
const quiet = statusQuoDocument(world);
const lever = dataset.levers[0]!;
const moved: ScenarioDocument = {
  ...quiet,
  inputs: { ...quiet.inputs, levers: [{ lever: lever.id, value: lever.max, start: lever.defaultStart, ramp: 12, minerals: "all" }] },
};
const compute = computeWith(dataset);
const resultOf = (document: ScenarioDocument) => valueOf(compute(document, "scenario:save"));

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A store of its own, its handlers, and what the dialogs answer. */
function place() {
  const folder = mkdtempSync(path.join(root, "store-"));
  const opening = openStore({ file: path.join(folder, "scenarios.sqlite"), dataset, appVersion: "1.0.0" });
  const answers = { save: null as string | null, open: null as readonly string[] | null, suggested: [] as string[] };
  const dialogs: FileDialogs = {
    chooseToSave: async (suggestion) => {
      answers.suggested.push(suggestion);
      return answers.save;
    },
    chooseToOpen: async () => answers.open,
    chooseFolder: async () => null,
    chooseZip: async () => null,
  };
  const waiting = new WaitingFiles();
  const handlers = fileHandlers({ ...opening, dataset, compute, dialogs, waiting, appVersion: "1.0.0" });
  const saved = (title: string, document: ScenarioDocument): string => {
    const { id } = valueOf(opening.store.create({ ...emptyLabels(title), tags: ["x"], notes: `About ${title}` }, document));
    valueOf(opening.store.save(id, document, resultOf(document)));
    return id;
  };
  const exportTo = async (file: string, ids: readonly string[]) => {
    answers.save = file;
    return valueOf(await handlers["file:export"]({ ids, edited: [] }));
  };
  const look = async (...paths: readonly string[]) => {
    const preview = valueOf(await handlers["file:open"]({ from: "paths", paths }));
    if (preview === null) throw new Error("no preview");
    return preview;
  };
  return { ...opening, folder, answers, waiting, handlers, saved, exportTo, look };
}

describe("export", () => {
  let here: ReturnType<typeof place>;
  beforeEach(() => {
    here = place();
  });

  it("F10: what is exported comes back elsewhere with its id, labels, and its result to the last bit", async () => {
    const id = here.saved('Ally: "first"/b?', moved);
    const file = path.join(here.folder, "a.lodestone");
    expect(await here.exportTo(file, [id])).toEqual({ files: [file], scenarios: 1, withoutResult: 0, decks: 0 });
    expect(here.answers.suggested).toEqual(["Ally first b.lodestone"]);
    const there = place();
    const preview = await there.look(file);
    expect(preview.files).toMatchObject([
      { file: "a.lodestone", error: null, app: "1.0.0", vintages: [{ vintage: dataset.vintage, isHere: true, differing: [] }] },
    ]);
    expect(preview.files[0]?.lines).toMatchObject([
      { title: 'Ally: "first"/b?', notes: 'About Ally: "first"/b?', tags: ["x"], result: "same", existing: null },
    ]);
    const imported = valueOf(await there.handlers["file:import"]({ token: preview.token, choices: ["new"] }));
    expect(imported).toMatchObject({ scenarios: [{ id, isNew: true }], decks: 0 });
    const [old, back] = [valueOf(here.store.open(id)), valueOf(there.store.open(id))];
    expect(back).toMatchObject({ labels: old.labels, saved: old.saved, result: old.result, revision: 1, draft: null });
  });

  it("S16: a scenario with a draft goes as it stands, without a result, and arrives as a draft", async () => {
    const id = here.saved("A", moved);
    valueOf(here.store.saveDraft(id, quiet));
    const file = path.join(here.folder, "draft.lodestone");
    expect(await here.exportTo(file, [id])).toMatchObject({ withoutResult: 1 });
    const there = place();
    const { token, files } = await there.look(file);
    expect(files[0]?.lines).toMatchObject([{ result: "none", modelVersion: null, headline: null }]);
    valueOf(await there.handlers["file:import"]({ token, choices: ["new"] }));
    expect(valueOf(there.store.open(id))).toMatchObject({ revision: 0, draft: { document: quiet }, result: null });
  });

  it("F12: edits that the store refuses are written from memory, also of a scenario it has never seen", async () => {
    const id = here.saved("A", quiet);
    const file = path.join(here.folder, "edits.lodestone");
    here.answers.save = file;
    const edited = [
      { id, labels: emptyLabels("A, edited"), document: moved },
      { id: null, labels: emptyLabels("Never written"), document: moved },
    ];
    expect(valueOf(await here.handlers["file:export"]({ ids: [id], edited }))).toMatchObject({ scenarios: 2, withoutResult: 2 });
    const read = valueOf(readScenarioFile(file, readFileSync(file, "utf8"), dataset, sha256));
    expect(read.scenarios).toMatchObject([
      { id, title: "A, edited", inputs: moved.inputs, result: null },
      { id: "", title: "Never written", inputs: moved.inputs },
    ]);
    here.store.close();
    expect(valueOf(await here.handlers["file:export"]({ ids: [id], edited }))).toMatchObject({ scenarios: 2 });
  });

  it("F10: a deck goes along when all it shows is in the file, and arrives pinned to what it showed", async () => {
    const [a, b] = [here.saved("A", moved), here.saved("B", quiet)];
    const view = { screen: "explore", settings: { year: 2035 } };
    valueOf(
      here.decks.create(
        "Both",
        [a, b].map((id) => ({ scenario: { id, revision: 1 }, view, notes: "say" })),
      ),
    );
    valueOf(here.decks.create("Of A", [{ scenario: { id: a, revision: 1 }, view, notes: "" }]));
    const file = path.join(here.folder, "decks.lodestone");
    expect(await here.exportTo(file, [a])).toMatchObject({ decks: 1 });
    expect(await here.exportTo(file, [a, b])).toMatchObject({ decks: 2 });
    const there = place();
    const { token, files } = await there.look(file);
    expect(files[0]?.decks.toSorted((x, y) => x.items - y.items)).toEqual([
      { title: "Of A", items: 1 },
      { title: "Both", items: 2 },
    ]);
    // Without B the deck of both would be another talk.
    const { decks } = valueOf(await there.handlers["file:import"]({ token, choices: ["new", "skip"] }));
    expect(decks).toBe(1);
    const [deck] = valueOf(there.decks.list());
    expect(valueOf(there.decks.open(deck!.id))).toMatchObject({ title: "Of A", items: [{ scenario: { id: a, revision: 1 }, view }] });
  });

  it("F10: what does not fit into one file goes into several, each of which can be read", async () => {
    const notes = "n".repeat(90_000);
    const ids = Array.from(
      { length: 60 },
      (_, i) => valueOf(here.store.create({ ...emptyLabels(`S${i}`), notes, question: notes, findings: notes, decision: notes, hypothesis: notes }, quiet)).id,
    );
    const { files, scenarios } = await here.exportTo(path.join(here.folder, "many.lodestone"), ids);
    expect(files.map((file) => path.basename(file))).toEqual(["many-1.lodestone", "many-2.lodestone"]);
    expect(scenarios).toBe(60);
    const read = await place().look(...files);
    expect(read.files.map(({ error }) => error)).toEqual([null, null]);
    expect(read.files.flatMap(({ lines }) => lines)).toHaveLength(60);
    expect(await here.handlers["file:export"]({ ids, edited: [] })).toMatchObject({ error: { code: "write-failed", file: files[0] } });
  });

  it("F10: no file gets more scenarios than one may hold", () => {
    const ids = Array.from({ length: MOST_SCENARIOS + 1 }, (_, i) => `s${i}`);
    const edited = ids.map((id) => ({ id, labels: emptyLabels(id), document: quiet }));
    expect(valueOf(groupsThatFit(here.store, ids, edited)).map((group) => group.length)).toEqual([MOST_SCENARIOS, 1]);
  });

  it("F10: a name without extension gets it, but never over a file that nobody was asked about", async () => {
    const id = here.saved("A", moved);
    const typed = path.join(here.folder, "typed");
    expect(await here.exportTo(typed, [id])).toMatchObject({ files: [`${typed}.lodestone`] });
    const before = readFileSync(`${typed}.lodestone`);
    expect(await here.handlers["file:export"]({ ids: [id], edited: [] })).toMatchObject({ error: { code: "write-failed", file: `${typed}.lodestone` } });
    expect(readFileSync(`${typed}.lodestone`)).toEqual(before);
  });

  it("F10: a missing scenario or folder is named and nothing is written; a closed dialog changes nothing", async () => {
    const id = here.saved("A", moved);
    const file = path.join(here.folder, "none.lodestone");
    here.answers.save = file;
    expect(await here.handlers["file:export"]({ ids: [id, "none"], edited: [] })).toMatchObject({ error: { code: "scenario-not-found", id: "none" } });
    expect(existsSync(file)).toBe(false);
    here.answers.save = path.join(here.folder, "no", "where.lodestone");
    expect(await here.handlers["file:export"]({ ids: [id], edited: [] })).toMatchObject({ error: { code: "write-failed", file: here.answers.save } });
    here.answers.save = null;
    expect(valueOf(await here.handlers["file:export"]({ ids: [id, id], edited: [] }))).toMatchObject({ files: [] });
    expect(valueOf(await here.handlers["file:open"]({ from: "dialog" }))).toBeNull();
  });
});

describe("import", () => {
  it("F13: what is here already is said, with whether it says the same; it comes as a copy, as the next revision, or not at all", async () => {
    const here = place();
    const id = here.saved("A", moved);
    const file = path.join(here.folder, "a.lodestone");
    await here.exportTo(file, [id]);
    const existing = async () => (await here.look(file)).files[0]?.lines[0]?.existing;
    expect(await existing()).toEqual({ id, title: "A", revision: 1, trashed: false, isSame: true });
    valueOf(here.store.save(id, quiet, resultOf(quiet)));
    expect(await existing()).toMatchObject({ revision: 2, isSame: false });

    const bring = async (choice: "new" | "revision" | "skip") => {
      const { token } = await here.look(file);
      return valueOf(await here.handlers["file:import"]({ token, choices: [choice] })).scenarios;
    };
    expect(await bring("skip")).toEqual([]);
    expect(await bring("revision")).toEqual([{ id, isNew: false }]);
    expect(valueOf(here.store.open(id))).toMatchObject({ revision: 3, saved: moved });
    const [copy] = await bring("new");
    expect(valueOf(here.store.open(copy!.id))).toMatchObject({ labels: { title: "A (copy)" }, revision: 1, saved: moved });
    expect(valueOf(here.store.list())).toHaveLength(2);
  });

  it("F13: a file that cannot be read is named beside those that can; nothing is written before the import is asked for", async () => {
    const here = place();
    const file = path.join(here.folder, "a.lodestone");
    await here.exportTo(file, [here.saved("A", moved)]);
    const bad = path.join(here.folder, "bad.lodestone");
    writeFileSync(bad, "{");
    const there = place();
    const { files } = await there.look(file, bad, path.join(here.folder, "none.lodestone"));
    expect(files.map(({ error }) => error?.code ?? null)).toEqual([null, "file-not-json", "file-unreadable"]);
    expect(files.map(({ lines }) => lines.length)).toEqual([1, 0, 0]);
    expect(valueOf(there.store.list())).toEqual([]);
  });

  it("F18: while a preview of hundreds is made, other messages have their turn", async () => {
    const here = place();
    const file = path.join(here.folder, "many.lodestone");
    const scenarios = Array.from({ length: 300 }, (_, i) => filed({ id: `s${i}` }));
    writeFileSync(file, writeScenarioFile({ app: "1.0.0", scenarios }, sha256));
    let turns = 0;
    let isMade = false;
    const others = (async () => {
      for (; !isMade; turns++) await setImmediate();
    })();
    await here.look(file);
    isMade = true;
    await others;
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it("F13: only what was shown last is imported, and once; as many choices as lines", async () => {
    const here = place();
    const file = path.join(here.folder, "a.lodestone");
    await here.exportTo(file, [here.saved("A", moved)]);
    const there = place();
    const [old, last] = [await there.look(file), await there.look(file)];
    const ask = (token: string, choices: readonly "new"[]) => there.handlers["file:import"]({ token, choices });
    expect(await ask(old.token, ["new"])).toMatchObject({ error: { code: "bad-request", field: "token" } });
    rmSync(file); // what was shown is imported, whatever became of the file
    expect(valueOf(await ask(last.token, ["new"])).scenarios).toHaveLength(1);
    expect(await ask(last.token, ["new"])).toMatchObject({ error: { field: "token" } });
    writeFileSync(file, writeScenarioFile({ app: "", scenarios: [filed({})] }, sha256));
    expect(await ask((await there.look(file)).token, [])).toMatchObject({ error: { code: "bad-request", field: "choices" } });
    expect(valueOf(there.store.list())).toHaveLength(1);
  });

  it("F14: an import is taken back and brought again by its name", async () => {
    const here = place();
    const file = path.join(here.folder, "a.lodestone");
    await here.exportTo(file, [here.saved("A", moved)]);
    const there = place();
    const { token } = await there.look(file);
    const { step, scenarios } = valueOf(await there.handlers["file:import"]({ token, choices: ["new"] }));
    const trashed = (): boolean => valueOf(there.store.list())[0]?.trashedAt !== null;
    valueOf(await there.handlers["file:turn-import"]({ step, way: "undo" }));
    expect(trashed()).toBe(true);
    valueOf(await there.handlers["file:turn-import"]({ step, way: "redo" }));
    expect(trashed()).toBe(false);
    expect(scenarios).toHaveLength(1);
    expect(await there.handlers["file:turn-import"]({ step: "other", way: "undo" })).toMatchObject({ error: { code: "bad-request" } });
  });

  const filed = (over: Partial<FiledScenario>): FiledScenario => ({ id: "s", ...emptyLabels("S"), ...moved, result: null, ...over });

  it("F15: numbers that claim today's model and data are computed again; others keep their origin and bring their data", async () => {
    const here = place();
    const honest = resultOf(moved);
    const series = honest.totals["composite_equal"] as readonly number[];
    const forged = { ...honest, totals: { ...honest.totals, composite_equal: series.map((value) => value / 2) } };
    const older = { ...honest, planner: { model_version: "0.9", data_vintage: honest.planner.data_vintage } };
    const other = { ...dataset, label: "Elsewhere", parameters: dataset.parameters.map((row, i) => (i === 3 ? { ...row, note: "changed" } : row)) };
    const file = path.join(here.folder, "results.lodestone");
    const scenarios = [honest, forged, older, null].map((result, i) => filed({ id: `s${i}`, result }));
    writeFileSync(file, writeScenarioFile({ app: "", scenarios }, sha256));
    const { files } = await here.look(file);
    expect(files[0]?.lines.map(({ result }) => result)).toEqual(["same", "differs", "elsewhere", "none"]);

    const vintage =
      /Elsewhere · [0-9a-f]{8}/.exec(wrongVintage(writeScenarioFile({ app: "", scenarios, datasets: [{ ...other, vintage: "?" }] }, sha256)))?.[0] ?? "";
    writeFileSync(
      file,
      writeScenarioFile(
        { app: "", scenarios: [filed({ result: { ...honest, planner: { ...honest.planner, data_vintage: vintage } } })], datasets: [{ ...other, vintage }] },
        sha256,
      ),
    );
    const preview = await here.look(file);
    expect(preview.files[0]?.vintages).toEqual([{ vintage, isHere: false, differing: [{ table: expect.stringContaining("parameters/"), rows: 1 }] }]);
    valueOf(await here.handlers["file:import"]({ token: preview.token, choices: ["new"] }));
    expect(valueOf(here.store.datasetOf(vintage))).toEqual({ ...other, vintage });
  });

  /** What the reader says the vintage should have been. */
  function wrongVintage(text: string): string {
    const read = readScenarioFile("x", text, dataset, sha256);
    return read.ok ? "" : JSON.stringify(read.error);
  }

  it("F9: a result with words in the place of numbers is refused by its field", async () => {
    const here = place();
    const honest = resultOf(moved);
    const file = path.join(here.folder, "words.lodestone");
    const words = honest.years.map(() => "x") as unknown as readonly number[];
    writeFileSync(
      file,
      writeScenarioFile({ app: "", scenarios: [filed({ result: { ...honest, totals: { ...honest.totals, composite_equal: words } } })] }, sha256),
    );
    expect((await here.look(file)).files[0]?.error).toMatchObject({
      code: "file-invalid",
      problems: [{ column: "scenarios[0].result.totals.composite_equal" }],
    });
  });

  it("F9: a file beyond the size limit is refused unread", async () => {
    const here = place();
    const file = path.join(here.folder, "large.lodestone");
    writeFileSync(file, Buffer.alloc(100 * BYTES_PER_MEGABYTE, 0x20));
    expect((await here.look(file)).files).toMatchObject([{ error: { code: "file-too-large", megabytes: 100, limitMegabytes: MAX_FILE_MEGABYTES } }]);
  });
});

describe("files that the system hands over", () => {
  it("F16: they wait until the window asks, and are handed over once", async () => {
    const here = place();
    const file = path.join(here.folder, "a.lodestone");
    await here.exportTo(file, [here.saved("A", moved)]);
    here.waiting.add([file]);
    expect(valueOf(await here.handlers["file:open"]({ from: "waiting" }))?.files).toMatchObject([{ file: "a.lodestone", error: null }]);
    expect(valueOf(await here.handlers["file:open"]({ from: "waiting" }))).toBeNull();
  });
});

describe("charts", () => {
  it("V37: a chart is saved as picture or table under its title, whole, or not at all", async () => {
    const { handlers, answers, folder } = place();
    const name = "Dependence: 58% to 45%?";
    const csv = path.join(folder, "chart.csv");
    answers.save = csv;
    expect(valueOf(await handlers["file:save-chart"]({ name, content: { kind: "csv", text: "Year,A\r\n" } }))).toEqual({ file: csv });
    expect(answers.suggested.at(-1)).toBe("Dependence 58% to 45%.csv");
    expect(readFileSync(csv, "utf8")).toBe("Year,A\r\n");
    const typed = path.join(folder, "picture");
    const png = new Uint8Array([1, 2, 3]);
    answers.save = typed;
    expect(valueOf(await handlers["file:save-chart"]({ name, content: { kind: "png", png } }))).toEqual({ file: `${typed}.png` });
    expect(new Uint8Array(readFileSync(`${typed}.png`))).toEqual(png);
    expect(await handlers["file:save-chart"]({ name, content: { kind: "png", png } })).toMatchObject({ error: { code: "write-failed" } });
    answers.save = null;
    expect(valueOf(await handlers["file:save-chart"]({ name, content: { kind: "png", png } }))).toEqual({ file: null });
  });
});
