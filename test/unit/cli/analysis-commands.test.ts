/** `planner compare`, `stress` and `explain`, and where scenarios of analyses come from. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computeWith } from "../../../electron/compute-result.ts";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { readScenarioFileAt } from "../../../electron/files/read-scenario-file.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { plannerHere as planner } from "./run-planner.ts";
import type { Result } from "../../../shared/result.ts";
import { emptyLabels } from "../../../shared/scenario/scenario.ts";
import { dataset, setting } from "../analysis/shipped-model.ts";

const balanced = "resources/samples/balanced-package.lodestone";
const reserve = "resources/samples/reserve-first.lodestone";
const recycle = "resources/samples/recycle-and-substitute.lodestone";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lodestone-analysis-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function json(...args: readonly string[]) {
  const { code, out, err } = await planner(...args, "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** A database with one scenario of two revisions; `model` is said to have made the second, whose composite in 2040 is then 0.125. */
function storeWithRevisions(model?: string): { readonly store: string; readonly id: string } {
  const file = join(folder, `${model ?? "revisions"}.sqlite`);
  const sample = valueOf(readScenarioFileAt(balanced, dataset, sha256)).scenarios[0]!;
  const { inputs, assumptions, target, budget } = sample;
  const first = { inputs, assumptions, target, budget };
  const second = { ...first, inputs: { ...inputs, levers: [...inputs.levers, setting("tariff", 60)] } };
  const compute = computeWith(dataset);
  const { store } = openStore({ file, dataset, appVersion: "1.0.0" });
  const { id } = valueOf(store.create(emptyLabels(sample.title), first));
  valueOf(store.save(id, first, valueOf(compute(first, "scenario:save"))));
  const result = valueOf(compute(second, "scenario:save"));
  const at2040 = result.years.map((year, y) => (year === 2040 ? 0.125 : (result.totals["composite_equal"] as Series)[y]!));
  const older = { ...result, planner: { ...result.planner, model_version: model ?? "" }, totals: { ...result.totals, composite_equal: at2040 } };
  valueOf(store.save(id, second, model === undefined ? result : older));
  store.close();
  return { store: file, id };
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

type Series = readonly (number | null)[];

/** Rows of a CSV file without quoted cells, by column. */
function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const columns = header.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, i) => [columns[i] ?? "too many cells", cell])));
}

describe("what the numbers of an analysis rest on", () => {
  const assumption = { mineral: "all", stage: "", key: "x0_entry", value: 0.08 };

  /** The reserve sample under an assumption of its own. */
  function assumed(): string {
    const file = join(folder, "assumed.lodestone");
    const { checksum: _, ...content } = JSON.parse(readFileSync(reserve, "utf8"));
    writeFileSync(file, JSON.stringify({ ...content, scenarios: [{ ...content.scenarios[0], result: undefined, assumptions: [assumption] }] }));
    return file;
  }

  const commands: readonly (readonly [args: string, draws: object, scenarios: (found: Found) => unknown])[] = [
    ["compare --years 2040", {}, ({ scenarios }) => scenarios],
    ["stress --disruption china_ree --workers 0", {}, ({ rows }) => rows],
    ["stress --open china_ree", {}, ({ scenarios }) => scenarios],
    ["stress --worlds --workers 0", {}, ({ rows }) => rows],
    ["explain --year 2040 --workers 0", { seed: "", pairs: "", runs: "9" }, ({ scenario }) => [scenario]],
    ["ensemble --runs 8:12 --seed 7 --workers 0", { seed: "7", first_run: "8", runs: "4" }, ({ scenarios }) => scenarios],
  ];

  it.each(commands)("N80: planner %s names code, assumptions, data, model and draws in text, JSON and every row of its CSV", async (line, draws, scenarios) => {
    const [command = "", ...options] = line.split(" ");
    const csv = join(folder, "basis.csv");
    const found = await json(command, assumed(), ...options, "--csv", csv);
    const one = (scenarios(found) as readonly Record<string, unknown>[]).find(({ title }) => title === "Reserve first")!;
    expect(one).toMatchObject({ code: expect.stringMatching(/^LS-/) as unknown, assumptions: [{ ...assumption, dataset_value: 0.04 }] });
    const rows = rowsOf(csv).filter(({ scenario }) => scenario === "Reserve first");
    const { data_vintage, model_version } = found.planner;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ code: one["code"], scenario_world: "Stated policies", data_vintage, model_version, ...draws });
    for (const { assumptions } of rows) expect(assumptions).toMatch(/^all x0_entry: 0\.08 .*\(dataset: 0\.04\)$/);
    const { out } = await planner(command, assumed(), ...options);
    expect(out).toMatch(/Assumptions of Reserve first that differ from the dataset:\n {2}all x0_entry: 0\.08 /);
    expect(out).toContain(`Data: ${data_vintage}. Model: ${model_version}.`);
  });
});

interface Found {
  readonly planner: { readonly data_vintage: string; readonly model_version: string };
  readonly scenarios?: unknown;
  readonly rows?: unknown;
  readonly scenario?: unknown;
}

describe("planner compare", () => {
  it("K16: scenarios come from files and from a database, there as they are now or as a revision; the database stays as it is", async () => {
    const { store, id } = storeWithRevisions();
    const before = readFileSync(store);
    const found = await json("compare", id, `${id}@1`, reserve, "--store", store, "--reference", "2", "--years", "2040");
    expect(found.scenarios.map(({ title }: { title: string }) => title)).toEqual([
      "Status quo",
      "Balanced package",
      "Balanced package, revision 1",
      "Reserve first",
    ]);
    const [file, changed] = [await json("run", balanced, "--years", "2040"), await json("run", balanced, "--set", "tariff=60", "--years", "2040")];
    const [headline] = found.outcomes;
    expect(headline.values.slice(1, 3)).toEqual([changed.totals.composite_equal, file.totals.composite_equal]);
    expect(headline.differences[2]).toEqual([0]);
    expect(readFileSync(store)).toEqual(before);
    const { code, err } = await planner("compare", `${id}@7`, "--store", store);
    expect(code).toBe(2);
    expect(err).toContain('"7" is not a revision of Balanced package; it has 1 to 2');
    expect((await planner("explain", "nobody", "--store", store)).err).toContain(`"nobody" is not a scenario; the scenarios are:\n  ${id}  Balanced package`);
  });

  it("K16: --stored compares results as they were stored, and says when another model made them", async () => {
    const { store, id } = storeWithRevisions("0.0.1");
    const stored = await json("compare", `${id}@2`, "--store", store, "--stored", "--years", "2040");
    expect(stored.mixed).toMatchObject({ modelVersions: true, dataVintages: false });
    expect(stored.outcomes[0].values[1]).toEqual([0.125]);
    const { out } = await planner("compare", `${id}@2`, "--store", store, "--stored");
    expect(out).toContain("They were computed by different models.");
    const anew = await json("compare", `${id}@2`, "--store", store, "--years", "2040");
    expect(anew.mixed).toMatchObject({ modelVersions: false });
    expect(anew.outcomes[0].values[1]).not.toEqual([0.125]);
  });

  it("K17: --csv writes the same numbers, every digit kept", async () => {
    const csv = join(folder, "compare.csv");
    const found = await json("compare", balanced, "--years", "2030,2040", "--csv", csv);
    const [header, ...rows] = readFileSync(csv, "utf8").trimEnd().split("\n");
    expect(header).toBe("number,scenario,year,mineral,stage,indicator,value,difference,code,scenario_world,assumptions,data_vintage,model_version");
    const [headline] = found.outcomes;
    expect(rows).toHaveLength(found.outcomes.length * 4);
    const { data_vintage, model_version } = found.planner;
    const basis = `${found.scenarios[1].code},Stated policies,,${data_vintage},${model_version}`;
    expect(rows[2]).toBe(`1,Balanced package,2030,,,composite_equal,${headline.values[1][0]},${headline.differences[1][0]},${basis}`);
  });

  it("K16: status quo stands in the world that all scenarios share; where they share none, that is said", async () => {
    const shared = await json("compare", balanced, reserve, "--world", "high", "--years", "2040");
    expect(shared.mixed.worlds).toBe(false);
    const high = await json("run", "--world", "high", "--years", "2040");
    expect(shared.outcomes[0].values[0]).toEqual(high.totals.composite_equal);
  });

  it("N24: values are those of planner run, differences are against the chosen reference", async () => {
    const found = await json("compare", balanced, reserve, "--reference", "1", "--years", "2030,2040");
    const alone = await json("run", reserve, "--years", "2030,2040");
    expect(found.scenarios.map(({ title }: { title: string }) => title)).toEqual(["Status quo", "Balanced package", "Reserve first"]);
    const [headline] = found.outcomes;
    expect(headline.values[2]).toEqual(alone.totals.composite_equal);
    expect(headline.differences[2]).toEqual(headline.values[2].map((value: number, y: number) => value - headline.values[1][y]));
    expect(found.mixed).toMatchObject({ worlds: false });
  });
});

describe("planner stress", () => {
  it("N24: a cell is the same run made by hand on the command line", async () => {
    const set = ["--set", "reserve_days=120", "--set", "processing_invest=600"];
    // A year from January 2032 and two after it: whole years, so the annual tonnes of planner run say the same.
    const { rows } = await json("stress", ...set, "--at", "2032-01", "--disruption", "china_ree");
    const { minerals } = await json("run", ...set, "--event", "china_ree@2032-01", "--years", "2032,2033,2034");
    let lost = 0;
    let needed = 0;
    for (const [stage, indicators] of Object.entries(minerals.ree.stages as Record<string, Record<string, Series>>)) {
      const price = dataset.parameters.find((row) => row.mineral === "ree" && row.stage === stage && row.key === "p_ref")!.value;
      const sum = (id: string): number => indicators[id]!.reduce((a: number, b) => a + b!, 0);
      lost += price * (sum("unmet_t") + sum("price_destroyed_t"));
      needed += price * (sum("demand_ref_t") + sum("feed_t"));
    }
    expect(rows.map(({ title }: { title: string }) => title)).toEqual(["Status quo", "As set"]);
    expect(rows[1].cells[0].loss).toBeCloseTo(lost / needed, 12);
    expect(rows[1].cells[0].loss).toBeLessThan(rows[0].cells[0].loss);
  });

  it("V90: disruptions begin five years into the run unless another month is named", async () => {
    const bare = await planner("stress", "--set", "reserve_days=120", "--disruption", "china_ree");
    expect(bare.out).toContain("Disruptions begin 2031-01:");
  });

  it("N24: an opened cell and the worlds table print for people and for machines", async () => {
    const detail = await json("stress", reserve, "--open", "embargo_multi", "--at", "2033-01");
    expect(detail.months).toHaveLength(detail.scenarios[1].minerals[0].monthly_loss.with_event.length);
    const worlds = ["--worlds", "--year", "2040", "--target", "46%", "--workers", "0"];
    const text = await planner("stress", reserve, balanced, ...worlds);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/Reserve first: (Meets|Misses) the target in/);
    const { rows } = await json("stress", reserve, balanced, ...worlds);
    expect(rows.length).toBeGreaterThan(0);
    for (const { sentence } of rows) expect(text.out).toContain(sentence);
  });
});

describe("planner explain", () => {
  it("N24: both readings sum to the change that planner run shows", async () => {
    const found = await json("explain", recycle, "--year", "2040", "--workers", "2");
    const alone = await json("run", recycle, "--years", "2040");
    const [outcome] = found.outcomes;
    const sum = (of: "share" | "solo"): number => outcome.levers.reduce((total: number, lever: Record<string, number>) => total + lever[of]!, 0);
    expect(outcome.after).toBe(alone.totals.composite_equal[0]);
    expect(sum("share")).toBeCloseTo(outcome.after - outcome.before, 9);
    expect(sum("solo") + outcome.interaction).toBeCloseTo(outcome.after - outcome.before, 9);
    expect(found).toMatchObject({ is_exact: true, runs: 2 ** outcome.levers.length + 1 });
  });

  it("K39: explain --by-mineral knows what an indicator is called for one mineral, and has no minerals where it is the country's alone", async () => {
    const asked = ["explain", "--set", "processing_invest=300", "--by-mineral", "--json", "--workers", "0", "--dataset", "resources/datasets/norland-example"];
    const outcomes = async (indicator: string) =>
      JSON.parse((await planner(...asked, "--indicator", indicator)).out).outcomes as readonly { indicator: string }[];
    const value = await outcomes("composite_value");
    expect(value.length).toBeGreaterThan(1);
    expect(new Set(value.slice(1).map(({ indicator }) => indicator))).toEqual(new Set(["dependence"]));
    expect(await outcomes("public_cost_musd")).toHaveLength(1);
  });

  it("K17: explain says how many runs it took, mineral by mineral where asked, and writes both readings as CSV", async () => {
    const csv = join(folder, "explain.csv");
    const other = ["--dataset", "resources/datasets/norland-example", "--workers", "0"];
    const asked = ["explain", "--set", "processing_invest=300", "--set", "rd_substitution=80", "--year", "2040", "--by-mineral", ...other];
    const { out } = await planner(...asked, "--csv", csv);
    expect(out).toMatch(/Computed on 5 runs in \d+\.\d s\./);
    expect(out).toMatch(/^lever +copper +tungsten$/m);
    expect(out).toContain(`Wrote ${csv}.`);
    const [{ levers, interaction, before, after }] = (await json(...asked)).outcomes;
    const rows = rowsOf(csv);
    const [{ share, solo, cost_musd_per_yr: cost, cost_per_point: perPoint }] = levers;
    const place = { scenario: "As set", indicator: "composite_equal", mineral: "", stage: "", year: "2040", runs: "5", seed: "", pairs: "" };
    expect(rows[0]).toMatchObject({
      ...place,
      lever: "processing_invest",
      share: `${share}`,
      solo: `${solo}`,
      cost_musd_per_yr: `${cost}`,
      cost_per_point: `${perPoint}`,
    });
    expect(rows[2]).toMatchObject({ ...place, lever: "interaction", share: "", solo: `${interaction}` });
    expect(rows[3]).toMatchObject({ ...place, lever: "total", share: `${after - before}`, solo: `${after - before}` });
  });
});
