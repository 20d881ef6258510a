/** `.lodestone` files: what is written is read again to the last bit, and each way to be wrong has its own error. */
import { readdirSync, readFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { samplesFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { readScenarioFileAt } from "../../../electron/files/read-scenario-file.ts";
import { MAX_FILE_MEGABYTES } from "../../../shared/scenario/scenario-file.ts";
import { resources, shippedDataset } from "../dataset/shipped-tables.ts";
import { edited, file, read, scenario, write } from "./sample-files.ts";

const lever = (field: string) => ["scenarios", 0, "inputs", "levers", 0, field] as const;
const event = (field: string) => ["scenarios", 0, "inputs", "events", 1, field] as const;

describe("writing and reading", () => {
  it("F1: a file reads back as it was written, −0 and every digit included", () => {
    const back = read(write(file));
    expect(back).toEqual({ ok: true, value: file });
    const zero = back.ok ? back.value.scenarios[0]?.result?.minerals["ree"]?.stages["M"]?.["nirx"]?.[1] : null;
    expect(Object.is(zero, -0)).toBe(true);
  });

  it("F1: writing what was read gives the same text", () => {
    const text = write(file);
    const back = read(text);
    expect(back.ok ? write(back.value) : back.error).toBe(text);
  });

  const view = { screen: "explore", settings: { year: 2035, table: false, right: null } };
  const deck = (scenario: string | null) => ({ title: "Brief", items: [{ scenario, view, notes: "Say this" }] });

  it("F10: decks come back as they were; an item needs a scenario of the file with a result", () => {
    const full = { ...file, decks: [deck("s-1"), deck(null)] };
    expect(read(write(full))).toEqual({ ok: true, value: full });
    for (const id of ["s-2", "nobody"]) {
      expect(read(write({ ...file, decks: [deck(null), deck(id)] }))).toMatchObject({
        error: { code: "file-invalid", problems: [{ column: "decks[1].items[0].scenario" }] },
      });
    }
  });

  it("F11: the datasets that results were computed from come back whole", () => {
    const full = { ...file, datasets: [shippedDataset] };
    const text = write(full);
    expect(read(text)).toEqual({ ok: true, value: full });
    expect(write(full)).toBe(text);
  });

  it("F11: a dataset that does not pass every check, or is not the one it claims to be, is named by table, row and column", () => {
    const content = JSON.parse(write({ ...file, datasets: [shippedDataset] })) as {
      checksum?: string;
      dataset: { vintages: { vintage: string; tables: { file: string; rows: string[][] }[] }[] };
    };
    delete content.checksum;
    const [carried] = content.dataset.vintages;
    const problemOf = (): unknown => {
      const back = read(JSON.stringify(content));
      return back.ok || back.error.code !== "file-invalid" ? back : back.error.problems[0];
    };
    carried!.vintage = "Another · 00000000";
    expect(problemOf()).toMatchObject({ column: "dataset.vintages[0].vintage", wrong: `the content is ${shippedDataset.vintage}` });
    carried!.vintage = shippedDataset.vintage;
    const suppliers = carried!.tables.find((table) => table.file === "suppliers/lithium.csv");
    suppliers!.rows[0]![3] = "many";
    expect(problemOf()).toMatchObject({ column: "dataset.vintages[0], suppliers/lithium.csv, row 2, import_share_pct", wrong: '"many" is not a number' });
  });

  it("F2: a lever value off the slider's step is kept exactly", () => {
    const back = read(write(file));
    expect(back.ok ? back.value.scenarios[0]?.inputs.levers[0]?.value : null).toBe(33.300000000000004);
  });

  it("F3: a file written by hand needs title and inputs only", () => {
    const text = JSON.stringify({ format: "lodestone", version: 1, scenarios: [{ title: "Mine", inputs: { levers: [], world: "low", events: [] } }] });
    expect(read(text)).toMatchObject({
      ok: true,
      value: { scenarios: [{ id: "", title: "Mine", notes: "", tags: [], assumptions: [], target: null, budget: null, result: null }] },
    });
  });

  it("F3: a plain scenario is read, its source goes to the notes and what a model computed from it is left out", () => {
    const plain = {
      code: "S1",
      title: "Plain",
      notes: "Look.",
      source: "A paper.",
      inputs: { levers: [], world: "stated", events: [], events_resolved: [], start: "2026-01", months: 300 },
      years: [2026],
    };
    expect(read(JSON.stringify(plain))).toMatchObject({
      ok: true,
      value: { scenarios: [{ title: "Plain", notes: "Look.\n\nSource: A paper.", result: null }] },
    });
    const broken = read(JSON.stringify({ ...plain, inputs: { ...plain.inputs, world: "mars" } }));
    expect(broken).toMatchObject({ ok: false, error: { code: "file-invalid", problems: [{ column: "inputs.world", wrong: '"mars" is not a known world' }] } });
  });
});

describe("the worked samples", () => {
  const folder = samplesFolder(resources);
  const names = readdirSync(folder);

  it("F4: there are five", () => {
    expect(names).toEqual([
      "balanced-package.lodestone",
      "build-at-home.lodestone",
      "partner-investment-plan.lodestone",
      "recycle-and-substitute.lodestone",
      "reserve-first.lodestone",
    ]);
  });

  it.each(names)("F4: %s reads, carries a checksum that fits, and is laid out as Lodestone writes it", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toMatch(/"checksum": "[0-9a-f]{64}"/);
    const back = readScenarioFileAt(join(folder, name), shippedDataset, sha256);
    expect(back.ok ? write(back.value) : back.error).toBe(text);
  });
});

describe("files that are refused", () => {
  const code = (text: string): string => {
    const back = read(text);
    return back.ok ? "ok" : back.error.code;
  };

  it("F5: each step of reading has its own error", () => {
    expect(code("")).toBe("file-not-json");
    expect(code(write(file).slice(0, -20))).toBe("file-not-json");
    expect(code("[]")).toBe("file-not-lodestone");
    expect(code('{"format":"other","version":1}')).toBe("file-not-lodestone");
    expect(code('{"format":"lodestone","version":"1"}')).toBe("file-not-lodestone");
    expect(code(edited(["scenarios"], []))).toBe("file-invalid");
    expect(code(edited(["scenarios", 0, "inputs", "world"], "mars"))).toBe("file-invalid");
  });

  it("F6: a newer file says which version of Lodestone wrote it, whatever else it holds", () => {
    const back = read('{"format":"lodestone","version":2,"app":"3.1.0","plans":{}}');
    expect(back).toEqual({ ok: false, error: { code: "file-newer", file: "test.lodestone", version: 2, app: "3.1.0" } });
  });

  it("F7: a change after writing does not pass the checksum; a change of layout does", () => {
    const text = write(file);
    expect(code(text.replace('"ramp": 0', '"ramp": 1'))).toBe("file-checksum");
    expect(code(text.replace('"app": "0.1.0"', '"app": "0.1.1"'))).toBe("file-checksum");
    expect(code(JSON.stringify(JSON.parse(text)))).toBe("ok");
    expect(code(`\ufeff${text.replaceAll("\n", "\r\n")}`)).toBe("ok");
  });

  const fields: readonly (readonly [path: string, value: unknown, wrong: RegExp, right: RegExp])[] = [
    [lever("value").join("."), "30", /text stands here/, /a number/],
    [lever("value").join("."), undefined, /field is missing/, /a number/],
    [lever("value").join("."), 366, /366 is out of range for reserve_days/, /0 to 365/],
    [lever("lever").join("."), "reserve_weeks", /"reserve_weeks" is not a known lever/, /reserve_days/],
    [lever("start").join("."), "2027-13", /month/, /./],
    [lever("ramp").join("."), 1.5, /./, /./],
    [lever("end").join("."), "2027-01", /not after the start/, /first month without/],
    [lever("minerals").join("."), ["iron"], /"iron" is not a known mineral/, /ree/],
    [lever("minerals").join("."), [], /no mineral is named/, /ree/],
    [lever("stages").join("."), ["R"], /"R" is not a known stage/, /M, P or X/],
    [lever("colour").join("."), "red", /not known/, /remove/],
    ["scenarios.0.inputs.levers.1.partner", undefined, /needs a partner/, /AUS/],
    ["scenarios.0.inputs.levers.1.partner", "XYZ", /"XYZ" is not a known supplier/, /AUS/],
    ["scenarios.0.inputs.levers.2.countries", ["CHN", "OTH"], /"OTH" is not a known supplier with a name/, /CHN/],
    ["scenarios.0.inputs.levers.4.stages", ["P"], /production_credit has no stages of its own/, /leave it out/],
    ["scenarios.0.inputs.levers.3.eligible", 1.1, /out of range/, /0 to 1/],
    ["scenarios.0.inputs.events.0.event", "flood", /"flood" is not a known event/, /china_ree/],
    ["scenarios.0.inputs.events.0.start", "soon", /month/, /./],
    [event("severity").join("."), 90, /out of range/, /0 to 1/],
    [event("minerals").join("."), "ree|iron", /"iron"/, /tin/],
    [event("world_share").join("."), "ree", /"ree" does not fit/, /mineral:share/],
    [event("suppliers").join("."), "the rest", /"the rest" is not a list of country codes/, /capital letters/],
    ["scenarios.0.title", "", /small/, /./],
    ["scenarios.0.assumptions.0.key", "magic", /not a parameter that the model reads/, /./],
    ["scenarios.0.assumptions.0.mineral", "ree", /no row iota of ree/, /iota of all/],
    ["scenarios.0.assumptions.0.value", -1, /out of range/, /0 or more/],
    ["scenarios.0.target.mineral", "iron", /"iron"/, /null for all/],
    ["scenarios.0.target.indicator", "happiness", /"happiness" is not a known indicator/, /dependence/],
    ["scenarios.0.target.year", 2051, /outside the run/, /2026 to 2050/],
    ["scenarios.0.budget", -1, /below zero/, /0 or more/],
    ["scenarios.0.result.minerals.ree.mineral.dependence", ["x"], /./, /./],
    ["scenarios.0.result.totals.cost_by_lever_musd", undefined, /one series per id/, /./],
  ];
  it.each(fields)("F8: %s = %j is named by its path", (path, value, wrong, right) => {
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const back = read(edited(steps, value));
    if (back.ok || back.error.code !== "file-invalid") throw new Error(`not refused: ${JSON.stringify(back).slice(0, 300)}`);
    const column = path.replace(/\.(\d+)/g, "[$1]");
    const [problem] = back.error.problems;
    expect(problem).toMatchObject({
      file: "test.lodestone",
      row: null,
      column: expect.stringMatching(new RegExp(`^${column.replace(/[[\].]/g, "\\$&")}`)) as unknown,
    });
    expect(problem?.wrong).toMatch(wrong);
    expect(problem?.right).toMatch(right);
  });

  it("F8: all wrong fields are named, and none of the scenarios is read", () => {
    const content = JSON.parse(edited(["app"], "0.1.0")) as { scenarios: { inputs: { world: string } }[] };
    for (const one of content.scenarios) one.inputs.world = "mars";
    const back = read(JSON.stringify(content));
    expect(back.ok ? [] : back.error.code === "file-invalid" && back.error.problems.map((p) => p.column)).toEqual([
      "scenarios[0].inputs.world",
      "scenarios[1].inputs.world",
    ]);
  });
});

describe("files on disk", () => {
  it("F5: a missing file, a folder, text that is not UTF-8 and a huge file are refused by name", () => {
    const folder = mkdtempSync(join(tmpdir(), "files-"));
    const at = (name: string) => readScenarioFileAt(join(folder, name), shippedDataset, sha256);
    expect(at("none.lodestone")).toMatchObject({ error: { code: "file-unreadable", file: "none.lodestone" } });
    expect(readScenarioFileAt(folder, shippedDataset, sha256)).toMatchObject({ error: { code: "file-unreadable", reason: "it is not a file" } });
    writeFileSync(join(folder, "latin.lodestone"), Buffer.from([0x22, 0xe9, 0x22]));
    expect(at("latin.lodestone")).toMatchObject({ error: { code: "file-not-json", reason: "it is not UTF-8 text" } });
    writeFileSync(join(folder, "huge.lodestone"), "");
    truncateSync(join(folder, "huge.lodestone"), 100_000_000);
    expect(at("huge.lodestone")).toEqual({
      ok: false,
      error: { code: "file-too-large", file: "huge.lodestone", megabytes: 100, limitMegabytes: MAX_FILE_MEGABYTES },
    });
    writeFileSync(join(folder, "good.lodestone"), write(file));
    expect(at("good.lodestone")).toMatchObject({ ok: true, value: { scenarios: [{ title: scenario.title }, { title: "Second" }] } });
    rmSync(folder, { recursive: true });
  });
});
