import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plannerHere as planner } from "../cli/run-planner.ts";
import { dataset } from "./shipped-model.ts";

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

type Series = readonly (number | null)[];

describe("planner compare", () => {
  it("N24: values are those of planner run, differences are against the chosen reference", async () => {
    const found = await json("compare", balanced, reserve, "--reference", "1", "--years", "2030,2040");
    const alone = await json("run", reserve, "--years", "2030,2040");
    expect(found.scenarios.map(({ title }: { title: string }) => title)).toEqual(["Status quo", "Balanced package", "Reserve first"]);
    const [headline] = found.outcomes;
    expect(headline.values[2]).toEqual(alone.totals.composite_equal);
    expect(headline.differences[2]).toEqual(headline.values[2].map((value: number, y: number) => value - headline.values[1][y]));
    expect(found.mixed).toMatchObject({ worlds: false });
    expect((await planner("compare", balanced, "--world", "high")).out).toContain("They stand in different worlds.");
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

  it("N24: an opened cell and the worlds table print for people and for machines", async () => {
    const detail = await json("stress", reserve, "--open", "embargo_multi", "--at", "2033-01");
    expect(detail.months).toHaveLength(detail.scenarios[1].minerals[0].monthly_loss.with_event.length);
    const text = await planner("stress", reserve, balanced, "--worlds", "--year", "2040", "--target", "46%");
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/Reserve first: (Meets|Misses) the target in/);
    const { rows } = await json("stress", reserve, balanced, "--worlds", "--year", "2040", "--target", "46%");
    for (const { sentence } of rows) expect(text.out).toContain(sentence);
  });
});

describe("planner explain", () => {
  it("N24: both readings sum to the change that planner run shows", async () => {
    const found = await json("explain", recycle, "--year", "2040");
    const alone = await json("run", recycle, "--years", "2040");
    const [outcome] = found.outcomes;
    const sum = (of: "share" | "solo"): number => outcome.levers.reduce((total: number, lever: Record<string, number>) => total + lever[of]!, 0);
    expect(outcome.after).toBe(alone.totals.composite_equal[0]);
    expect(sum("share")).toBeCloseTo(outcome.after - outcome.before, 9);
    expect(sum("solo") + outcome.interaction).toBeCloseTo(outcome.after - outcome.before, 9);
    expect(found).toMatchObject({ is_exact: true, runs: 2 ** outcome.levers.length + 1 });
    const text = await planner("explain", recycle, "--year", "2040", "--by-mineral");
    expect(text.out).toContain(`Computed on ${found.runs} runs`);
  });
});

describe("planner ensemble and merge", () => {
  const at = (name: string): string => join(folder, name);

  it("N17: shards written anywhere, merged in any order, are the single study: the same bytes and the same report", async () => {
    const study = [balanced, "--seed", "11", "--target", "50%"];
    const whole = await json("ensemble", ...study, "--runs", "130", "--out", at("whole.json"), "--workers", "2");
    await json("ensemble", ...study, "--runs", "0:50", "--out", at("a.json"), "--workers", "0");
    await json("ensemble", ...study, "--runs", "50:67", "--out", at("b.json"), "--workers", "2");
    await json("ensemble", ...study, "--runs", "67:130", "--out", at("c.json"), "--workers", "1");
    const merged = await json("merge", at("c.json"), at("a.json"), at("b.json"), "--target", "50%", "--out", at("merged.json"));
    expect(merged).toEqual(whole);
    expect(readFileSync(at("merged.json"))).toEqual(readFileSync(at("whole.json")));
  });

  it("N17: parts that overlap, leave a gap, belong elsewhere or are damaged are named, and nothing is written", async () => {
    const out = at("never.json");
    await json("ensemble", "--runs", "0:20", "--out", at("p.json"));
    await json("ensemble", "--runs", "10:30", "--out", at("overlap.json"));
    await json("ensemble", "--runs", "25:30", "--out", at("gap.json"));
    await json("ensemble", "--runs", "20:30", "--seed", "2", "--out", at("other.json"));
    const part = JSON.parse(readFileSync(at("p.json"), "utf8"));
    writeFileSync(at("short.json"), JSON.stringify({ ...part, values: part.values.slice(1) }));
    writeFileSync(at("shape.json"), JSON.stringify({ ...part, study: { ...part.study, seed: "x" } }));
    writeFileSync(at("data.json"), JSON.stringify({ ...part, planner: { ...part.planner, data_vintage: "US 1999 · 00000000" } }));
    writeFileSync(at("text.json"), "{");
    const refusals: readonly (readonly [readonly string[], RegExp])[] = [
      [["p.json", "overlap.json"], /overlap.json and p.json both hold run 10/],
      [["p.json", "gap.json"], /runs 20 to 24 are missing between p.json and gap.json/],
      [["p.json", "other.json"], /other.json belongs to another study than p.json/],
      [["short.json"], /short.json does not hold the runs that it names/],
      [["shape.json"], /shape.json cannot be read as a part of an ensemble: study.seed/],
      [["data.json"], /computed on US 1999 · 00000000/],
      [["text.json"], /text.json is not JSON/],
      [["absent.json"], /absent.json could not be read/],
    ];
    for (const [files, message] of refusals) {
      const { code, out: printed, err } = await planner("merge", ...files.map(at), "--out", out);
      expect([code, printed]).toEqual([2, ""]);
      expect(err).toMatch(message);
    }
    expect(() => readFileSync(out)).toThrow("ENOENT");
    expect((await planner("merge", balanced)).err).toContain("is not a part of an ensemble");
  });

  it("N24: status quo stands beside the scenarios; the tornado names parameters of the dataset", async () => {
    const found = await json("ensemble", reserve, "--runs", "64", "--tornado", "--mineral", "gallium", "--year", "2040");
    expect(found.scenarios.map(({ title }: { title: string }) => title)).toEqual(["Status quo", "Reserve first"]);
    expect(found.scenarios[1].beats_first).toMatchObject({ equal: expect.any(Number) });
    const [top] = found.tornado.rows;
    expect(dataset.parameters.some(({ mineral, stage, key }) => mineral === top.mineral && stage === top.stage && key === top.key)).toBe(true);
  });
});

describe("planner find", () => {
  it("N22: a package opens as a scenario and its claims hold when it is run", async () => {
    const out = join(folder, "found.lodestone");
    const asked = ["find", "--target", "55%", "--year", "2040", "--lever", "processing_invest=0..1000", "--lever", "rd_substitution=0..300"];
    const found = await json(...asked, "--out", out, "--workers", "2");
    expect(found.is_met).toBe(true);
    for (const [i, one] of (found.packages as readonly { value: number; inputs: unknown }[]).entries()) {
      const again = await json("run", out, ...(found.packages.length > 1 ? ["--scenario", String(i + 1)] : []), "--years", "2040");
      expect(again.totals.composite_equal).toEqual([one.value]);
      expect(again.inputs).toEqual(one.inputs);
    }
    const { out: text } = await planner(...asked, "--workers", "2");
    expect(text).toContain("In every package:");
    expect(text).toMatch(/One billion more than .* buys/);
  });

  it("N21: what cannot be met is said with the best within reach and what binds", async () => {
    const { code, out } = await planner("find", "--target", "10%", "--year", "2030", "--lever", "processing_invest=0..500", "--budget", "200");
    expect(code).toBe(0);
    expect(out).toContain("The target cannot be met; the best within reach is");
    expect(out).toContain("Even without a budget");
  });
});

describe("bad input", () => {
  const refusals: readonly (readonly [args: string, message: RegExp])[] = [
    [`compare ${balanced} --reference 2`, /--reference 2: write a whole number from 0 to 1/],
    [`compare ${balanced} --indicator dependance`, /"dependance" is not an indicator/],
    [`compare ${balanced} --indicator nirx --mineral ree`, /nirx is an indicator of a mineral and a stage/],
    ["compare nowhere.lodestone", /nowhere.lodestone could not be read/],
    [`compare ${balanced} --years 1999`, /"1999" is not a year of the run/],
    ["stress --at 2070-01", /--at 2070-01: write a month of the run, from 2026-01 to 2050-12/],
    ["stress --disruption flood", /"flood" is not a disruption; the disruptions are china_ree/],
    ["stress --open flood", /"flood" is not a disruption/],
    ["stress --worlds --target much", /--target much: "much" is not a number/],
    ["stress --workers -1", /--workers/],
    ["explain --set mine=3", /"mine" is not a lever; the levers are reserve_days/],
    [`explain ${balanced} --year 2025`, /--year 2025: "2025" is not a year of the run/],
    [`explain ${balanced} --pairs 1`, /--pairs 1: write a whole number from 2/],
    [`explain ${balanced} ${reserve}`, /one argument too many/],
    ["ensemble --runs 0", /--runs 0: write a number of runs/],
    ["ensemble --runs 9:3", /--runs 9:3: write/],
    ["ensemble --seed -4", /--seed/],
    ["ensemble --mineral unobtainium", /"unobtainium" is not a mineral; write ree/],
    ["merge", /merge: name the parts/],
    ["merge --frames 3", /merge: .*The options are/],
    ["find", /find: --target VALUE is missing/],
    ["find --target 40% --lever tariff=0..500", /"0..500" is not a range of tariff; write tariff= and two numbers within 0..100/],
    ["find --target 40% --lever ally_finance", /--lever ally_finance: ally_finance needs a partner/],
    ["find --target 40% --stress china_ree@2030-01", /the highest loss is missing/],
    ["find --target 40% --stress flood@2030-01:5%", /--stress .*"flood" is not an event/],
    ["find --target 40% --budget 100 --total-budget 900", /give --budget or --total-budget, not both/],
    ["find --target 40% --world mars", /"mars" is not a world; the worlds are stated/],
    ["find --target 40% --indicator emissions_territorial_t --mineral moon", /"moon" is not a mineral/],
  ];

  it.each(refusals)("K: planner %s is refused with exit code 2 and nothing printed", async (args, message) => {
    const { code, out, err } = await planner(...args.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
