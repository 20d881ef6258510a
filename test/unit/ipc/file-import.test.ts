import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { BYTES_PER_MEGABYTE } from "../../../shared/format/megabyte.ts";
import { MAX_FILE_MEGABYTES, readScenarioFile, writeScenarioFile } from "../../../shared/scenario/scenario-file.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";
import { filed, moved, place, quiet, resultOf, valueOf } from "./file-kit.ts";

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

describe("samples", () => {
  it("W34: all together they are imported like files, and taken back", async () => {
    const here = place();
    const preview = valueOf(await here.handlers["file:open"]({ from: "samples" }))!;
    const lines = preview.files.flatMap((file) => file.lines);
    expect(lines.map(({ existing }) => existing)).toEqual([null, null, null, null, null]);
    const { scenarios, step } = valueOf(await here.handlers["file:import"]({ token: preview.token, choices: lines.map(() => "new" as const) }));
    const opened = scenarios.map(({ id }) => valueOf(here.store.open(id)));
    expect(opened.map(({ labels }) => labels.title)).toContain("Reserve first");
    // Saved, with numbers: the library shows them at once.
    expect(lines.map(({ result, headline }) => [result, headline !== null])).toEqual(lines.map(() => ["same", true]));
    expect(opened.map(({ draft, revision }) => [draft, revision])).toEqual(opened.map(() => [null, 1]));
    expect(valueOf(here.store.list()).filter(({ headline }) => headline === null)).toEqual([]);
    const again = valueOf(await here.handlers["file:open"]({ from: "samples" }))!;
    expect(again.files.flatMap((file) => file.lines).map(({ existing }) => existing?.isSame)).toEqual([true, true, true, true, true]);
    valueOf(await here.handlers["file:turn-import"]({ step, way: "undo" }));
    expect(valueOf(here.store.list()).filter(({ trashedAt }) => trashedAt === null)).toEqual([]);
  });
});
