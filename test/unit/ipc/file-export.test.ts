import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { groupsThatFit } from "../../../electron/store/export-scenarios.ts";
import { readScenarioFile } from "../../../shared/scenario/scenario-file.ts";
import { MOST_SCENARIOS } from "../../../shared/scenario/scenario-file.schema.ts";
import { emptyLabels } from "../../../shared/scenario/scenario.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";
import { moved, place, quiet, valueOf } from "./file-kit.ts";

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
    const { ids: groups, first } = valueOf(groupsThatFit(here.store, ids, edited));
    expect([...groups.map((group) => group.length), first.length]).toEqual([MOST_SCENARIOS, 1, MOST_SCENARIOS]);
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
