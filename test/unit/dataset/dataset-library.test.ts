import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DatasetLibrary } from "../../../electron/dataset/dataset-library.ts";
import { filesIn } from "../../../electron/dataset/import-dataset.ts";
import { datasetsFolder, shippedDatasetFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { storeFile } from "../../../electron/paths.ts";
import { resources } from "./shipped-tables.ts";

const scratch = mkdtempSync(join(tmpdir(), "lodestone-datasets-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const example = join(datasetsFolder(resources), "norland-example");
const EXAMPLE = "shipped:norland-example";

/** A data folder of its own, with a library over it as a start makes one. */
function home() {
  const data = mkdtempSync(join(scratch, "data-"));
  const paths = {
    data,
    removedDatasets: join(data, "removed-datasets"),
    dataset: shippedDatasetFolder(resources),
    shippedDatasets: datasetsFolder(resources),
    importedDatasets: join(data, "datasets"),
    datasetChoice: join(data, "dataset.json"),
  };
  const start = (over: Partial<{ dataset: string; datasetChoice: string | null }> = {}) => {
    const library = new DatasetLibrary({ ...paths, ...over });
    const begun = library.begin();
    if (!begun.ok) throw new Error(JSON.stringify(begun.error));
    return { library, begun: begun.value };
  };
  return { ...paths, start };
}

/** As the window's import of a folder. */
function importFolder(library: DatasetLibrary, folder: string) {
  const files = filesIn(folder);
  return files.ok ? library.import(files.value) : files;
}

/** A copy of the example with another label, then changed. */
function edited(change: (folder: string) => void = () => undefined): string {
  const folder = join(mkdtempSync(join(scratch, "own-")), "own");
  cpSync(example, folder, { recursive: true });
  replace(join(folder, "dataset.json"), "Norland example 1 (invented)", "Sutherland 1");
  change(folder);
  return folder;
}

function replace(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} holds nothing like ${String(from)}`);
  writeFileSync(file, changed);
}

describe("the datasets that can be chosen", () => {
  it("D11, D14: the one that ships begins; the example is marked as invented; a choice is remembered by the next start", () => {
    const { start, datasetChoice } = home();
    const { library, begun } = start();
    expect(begun).toMatchObject({ dataset: { id: "us" }, refused: null });
    expect(library.list()).toMatchObject([
      { key: "shipped:us-2026-1", kind: "shipped", isInUse: true, error: null },
      { key: EXAMPLE, kind: "example", country: "Norland", minerals: 2, isInUse: false, error: null },
    ]);
    expect(existsSync(datasetChoice)).toBe(false);

    expect(library.choose(EXAMPLE)).toMatchObject({ ok: true, value: { dataset: { id: "norland-example" } } });
    expect(library.list().map(({ isInUse }) => isInUse)).toEqual([false, true]);
    expect(start().begun).toMatchObject({ dataset: { id: "norland-example" }, refused: null });
  });

  it("D14: a dataset named from outside comes before the choice, and no choice is written then", () => {
    const { start, datasetChoice } = home();
    start().library.choose(EXAMPLE);
    const before = readFileSync(datasetChoice, "utf8");
    const given = start({ dataset: edited(), datasetChoice: null });
    expect(given.begun.dataset.label).toBe("Sutherland 1");
    expect(given.library.list()[0]).toMatchObject({ kind: "given", isInUse: true });
    expect(given.library.list().slice(1)).toMatchObject([
      { key: EXAMPLE, kind: "example" },
      { key: "shipped:us-2026-1", kind: "shipped" },
    ]);
    given.library.choose("shipped:us-2026-1");
    expect(readFileSync(datasetChoice, "utf8")).toBe(before);
  });

  it("D15: a chosen dataset that is gone or broken is named, the one that ships is shown, and the choice stays", () => {
    const { start, importedDatasets, datasetChoice } = home();
    const { library } = start();
    const imported = importFolder(library, edited());
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    const { key } = imported.value.entry;
    library.choose(key);
    const folder = join(importedDatasets, key.slice("imported:".length));
    replace(join(folder, "suppliers/copper.csv"), /^smelt,/m, "melt,");
    const broken = start();
    expect(broken.begun).toMatchObject({ dataset: { id: "us" }, refused: { name: key.slice("imported:".length), error: { code: "dataset-invalid" } } });
    expect(broken.library.list()).toMatchObject([{ isInUse: true }, {}, { kind: "imported", isInUse: false, error: { code: "dataset-invalid" } }]);
    expect(broken.library.choose(key)).toMatchObject({ ok: false, error: { code: "dataset-invalid" } });
    rmSync(folder, { recursive: true });
    expect(start().begun).toMatchObject({ dataset: { id: "us" }, refused: { error: { code: "dataset-unreadable", reason: "it does not exist" } } });
    expect(JSON.parse(readFileSync(datasetChoice, "utf8"))).toEqual({ dataset: key });
    for (const text of ["", "{", "null", '{"dataset":7}']) {
      writeFileSync(datasetChoice, text);
      expect(start().begun).toMatchObject({ dataset: { id: "us" }, refused: null });
    }
  });

  it("D14: where the choice cannot be written nothing changes", () => {
    const { start } = home();
    const { library } = start({ datasetChoice: join(scratch, "nowhere", "dataset.json") });
    expect(library.choose(EXAMPLE)).toMatchObject({ ok: false, error: { code: "write-failed" } });
    expect(library.list()[0]).toMatchObject({ isInUse: true });
  });

  it("D16: one database for each dataset id, whatever the letter case; the first dataset keeps the name without an id", () => {
    expect(["us", "US", "norland-example", "Norland-Example"].map((id) => storeFile("", id))).toEqual([
      "scenarios.sqlite",
      "scenarios.sqlite",
      "scenarios-norland-example.sqlite",
      "scenarios-norland-example.sqlite",
    ]);
  });
});

describe("removal", () => {
  const kept = (library: DatasetLibrary): string => {
    const added = importFolder(library, edited());
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return added.value.entry.key;
  };

  it("D20: a removed dataset is put aside whole, its scenarios stay, and it can be put back", () => {
    const { start, importedDatasets, removedDatasets, data } = home();
    const { library } = start();
    const key = kept(library);
    const name = key.slice("imported:".length);
    writeFileSync(join(data, "scenarios-norland-example.sqlite"), "scenarios");
    const before = filesIn(join(importedDatasets, name));
    expect(library.remove(key)).toEqual({ ok: true, value: { name, folder: join(removedDatasets, name) } });
    expect(library.list().map((entry) => entry.key)).toEqual(["shipped:us-2026-1", EXAMPLE]);
    expect(filesIn(join(removedDatasets, name))).toEqual(before);
    expect(readFileSync(join(data, "scenarios-norland-example.sqlite"), "utf8")).toBe("scenarios");
    expect(library.putBack(name)).toEqual({ ok: true, value: null });
    expect(library.list().at(-1)).toMatchObject({ key, error: null });
    expect(existsSync(join(removedDatasets, name))).toBe(false);
  });

  it("D20: removed twice, both are kept; putting back beside the same dataset changes nothing", () => {
    const { start, removedDatasets } = home();
    const { library } = start();
    const name = kept(library).slice("imported:".length);
    library.remove(`imported:${name}`);
    kept(library);
    expect(library.remove(`imported:${name}`)).toMatchObject({ value: { name: `${name}.2` } });
    expect(readdirSync(removedDatasets).toSorted()).toEqual([name, `${name}.2`]);
    expect(library.putBack(`${name}.2`)).toMatchObject({ ok: true });
    expect(library.putBack(name)).toMatchObject({ ok: true });
    expect(readdirSync(removedDatasets)).toEqual([name]);
    expect(library.list().filter(({ kind }) => kind === "imported")).toHaveLength(1);
  });

  it("D20: the one in use, one that ships and one that is not there are refused by name, and nothing is moved", () => {
    const { start, removedDatasets } = home();
    const { library } = start();
    const key = kept(library);
    library.choose(key);
    expect(library.remove(key)).toMatchObject({ ok: false, error: { code: "dataset-in-use" } });
    expect(library.remove(EXAMPLE)).toMatchObject({ ok: false, error: { code: "dataset-unreadable", reason: "it does not exist" } });
    for (const name of ["none-01234567", "..", "../datasets"]) expect(library.putBack(name)).toMatchObject({ ok: false });
    expect(existsSync(removedDatasets)).toBe(false);
  });

  it("D20: a broken one that was the choice can be removed, and the next start is quiet", () => {
    const { start, importedDatasets } = home();
    const { library } = start();
    const key = kept(library);
    library.choose(key);
    writeFileSync(join(importedDatasets, key.slice("imported:".length), "levers.csv"), "");
    const broken = start();
    expect(broken.begun.refused).not.toBeNull();
    expect(broken.library.remove(key)).toMatchObject({ ok: true });
    expect(start().begun.refused).toBeNull();
  });

  it("D20: an entry tells the database of its scenarios and who else shows them", () => {
    const { start, data } = home();
    const { library } = start();
    kept(library);
    expect(library.list().map(({ scenarios }) => scenarios)).toEqual([null, null, null]);
    writeFileSync(join(data, "scenarios-norland-example.sqlite"), "");
    expect(library.list().map(({ scenarios }) => scenarios)).toEqual([
      null,
      { file: "scenarios-norland-example.sqlite", sharedWith: ["Sutherland 1"] },
      { file: "scenarios-norland-example.sqlite", sharedWith: ["Norland example 1 (invented)"] },
    ]);
  });
});

describe("import", () => {
  it("D12: a sound folder is copied whole, can be chosen, and stays when its source goes; strange files are left behind", () => {
    const { start, importedDatasets } = home();
    const { library } = start();
    const from = edited((folder) => {
      writeFileSync(join(folder, "notes.docx"), "x");
      mkdirSync(join(folder, "drafts"));
    });
    const imported = importFolder(library, from);
    expect(imported).toMatchObject({ ok: true, value: { isNew: true, entry: { kind: "imported", label: "Sutherland 1", isInUse: false } } });
    rmSync(from, { recursive: true });
    const key = library.list().at(-1)?.key ?? "";
    expect(library.choose(key)).toMatchObject({ ok: true, value: { dataset: { label: "Sutherland 1" } } });
    const [folder = "", ...more] = readdirSync(importedDatasets);
    expect(more).toEqual([]);
    expect(folder).toMatch(/^norland-example-[0-9a-f]{8}$/);
    const inside = readdirSync(join(importedDatasets, folder));
    expect(inside).toEqual(expect.arrayContaining(["README.md", "dataset.json", "levers.csv", "parameters"]));
    expect(inside).not.toEqual(expect.arrayContaining(["notes.docx"]));
    expect(inside).not.toEqual(expect.arrayContaining(["drafts"]));
  });

  it("D12: the same files again, or those of a dataset that ships, add nothing; another source text is another copy", () => {
    const { start, importedDatasets } = home();
    const { library } = start();
    expect(importFolder(library, example)).toMatchObject({ ok: true, value: { isNew: false, entry: { key: EXAMPLE } } });
    const from = edited();
    expect(importFolder(library, from)).toMatchObject({ value: { isNew: true } });
    expect(importFolder(library, from)).toMatchObject({ value: { isNew: false } });
    replace(join(from, "README.md"), /^/, "Mended. ");
    expect(importFolder(library, from)).toMatchObject({ value: { isNew: true } });
    expect(readdirSync(importedDatasets)).toHaveLength(2);
  });

  it.each([
    [
      "a cell",
      (f: string) => replace(join(f, "suppliers/copper.csv"), /^smelt,/m, "melt,"),
      "dataset-invalid",
      { file: "suppliers/copper.csv", column: "stage" },
    ],
    ["a missing file", (f: string) => rmSync(join(f, "levers.csv")), "dataset-invalid", { file: "levers.csv" }],
    ["a missing manifest", (f: string) => rmSync(join(f, "dataset.json")), "dataset-invalid", { file: "dataset.json" }],
    ["text that is not UTF-8", (f: string) => writeFileSync(join(f, "events.csv"), Buffer.from([0xff, 0xfe])), "dataset-unreadable", null],
    ["a table that is far too large", (f: string) => writeFileSync(join(f, "events.csv"), Buffer.alloc(17 * 1024 * 1024, 97)), "dataset-unreadable", null],
    [
      "its table of published figures",
      (f: string) => {
        mkdirSync(join(f, "history"));
        writeFileSync(join(f, "history/nir-checks.csv"), "what\n1\n");
      },
      "file-invalid",
      { file: "nir-checks.csv" },
    ],
  ])("D13: %s that is wrong is named, and nothing is left behind", (_what, change, code, problem) => {
    const { start, importedDatasets } = home();
    const refused = importFolder(start().library, edited(change));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    if (refused.ok) throw new Error("it was imported");
    const problems: readonly object[] = "problems" in refused.error ? refused.error.problems : [];
    expect(problems.some((each) => Object.entries(problem ?? {}).every(([key, value]) => (each as Record<string, unknown>)[key] === value))).toBe(
      problem !== null,
    );
    expect(existsSync(importedDatasets) ? readdirSync(importedDatasets) : []).toEqual([]);
  });

  it("D13: a folder that is not there is named", () => {
    expect(importFolder(home().start().library, join(scratch, "none"))).toMatchObject({
      ok: false,
      error: { code: "dataset-unreadable", reason: "it does not exist" },
    });
  });
});
