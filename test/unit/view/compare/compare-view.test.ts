import { describe, expect, it } from "vitest";
import { STATUS_QUO } from "../../../../shared/chart/palette.ts";
import type { ScenarioInputs } from "../../../../shared/scenario/scenario.ts";
import { buildCompareView } from "../../../../shared/view/compare/compare-view.ts";
import { leversAsTable, outcomesAsTable } from "../../../../shared/view/compare/compare-view-export.ts";
import type { ComparedItem, CompareInput } from "../../../../shared/view/compare/compare-view-types.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";
import { none, read } from "../shipped-runs.ts";
import { setting } from "../view-kit.ts";

const plant: ScenarioInputs = { ...none, levers: [setting("processing_invest", 800), setting("reserve_days", 90)] };
const later: ScenarioInputs = { ...none, levers: [setting("processing_invest", 800, "2030-01")] };
const idle: ScenarioInputs = { ...none, levers: [setting("diversify", 0)] };
const elsewhere: ScenarioInputs = { ...plant, world: "high" };

const item = (letter: string, inputs: ScenarioInputs, more: Partial<ComparedItem> = {}): ComparedItem => ({
  key: letter || "status-quo",
  letter,
  title: letter === "" ? "Status quo" : `Scenario ${letter}`,
  detail: "",
  colour: "--s-a",
  textColour: "--s-a-t",
  isOpen: letter === "A",
  scenario: { inputs, assumptions: [] },
  result: read(inputs),
  modelVersion: "1.0",
  dataVintage: "today",
  ...more,
});
const quo = item("", none);

const input = (items: readonly ComparedItem[], more: Partial<CompareInput> = {}): CompareInput => ({
  dataset,
  items: [quo, ...items],
  reference: 0,
  mineral: null,
  stage: null,
  weighting: "equal",
  outcomeYear: 2035,
  indicator: { level: "total", id: "public_cost_musd" },
  target: null,
  ...more,
});
const two = [item("A", plant), item("B", later)];
const target = (value: number) => ({ indicator: "dependence", mineral: null, value, year: 2035 });

describe("compare view", () => {
  it("V50: one line per scenario with its name at the end; what equals the reference is drawn wide below it", () => {
    const { left } = buildCompareView(input([item("A", plant), item("B", idle)]));
    expect(left.series.map(({ label }) => label?.text)).toEqual(["Status quo", "A  Scenario A", "B  Scenario B"]);
    const [base, a, b] = left.series;
    expect(base).toMatchObject({ colour: STATUS_QUO, width: 1.75 });
    expect(a!.width).toBe(3.5);
    expect(b!.width).toBe(5);
    expect(b!.layer).toBeLessThan(base!.layer);
  });

  it("V50: more scenarios than one chart holds stand side by side on one scale", () => {
    const many = ["A", "B", "C", "D", "E", "F"].map((letter) => item(letter, letter === "A" ? plant : later));
    expect(buildCompareView(input(many.slice(0, 5))).small).toBeNull();
    const { small } = buildCompareView(input(many));
    for (const charts of [small!.left, small!.right]) {
      expect(charts).toHaveLength(6);
      expect(new Set(charts.map(({ spec }) => spec.y.max)).size).toBe(1);
      for (const { spec } of charts) expect(spec.series).toHaveLength(2);
    }
    expect(small!.right[0]!.spec.subtitle).not.toBe(small!.left[0]!.spec.subtitle);
  });

  it("V51: the finding says who meets the target and when, else who is best", () => {
    const title = (value: number): string => buildCompareView(input(two, { target: target(value) })).left.title;
    const a = two[0]!.result.total("composite_equal");
    const years = two[0]!.result.years;
    const at2035 = a[years.indexOf(2035)]!;
    const b2035 = two[1]!.result.total("composite_equal")[years.indexOf(2035)]!;
    expect(at2035).toBeLessThan(b2035);
    expect(title(0.99)).toBe("All 2 scenarios meet the 99% target by 2035");
    expect(title((at2035 + b2035) / 2)).toMatch(/^Only A meets the \d+% target by 2035$/);
    expect(title(0.01)).toBe("No scenario meets the 1% target by 2050");
    expect(buildCompareView(input(two)).left.title).toMatch(/^Import dependence in 2035 is lowest in A: \d+%, status quo \d+%$/);
  });

  it("V52: levers that differ are rows; the same setting is =, another start is said", () => {
    const { levers } = buildCompareView(input(two, { reference: 1 }));
    const row = (id: string) => levers.rows.find((one) => one.id === id)!;
    expect(levers.rows.map(({ id }) => id).toSorted()).toEqual(["processing_invest", "reserve_days"]);
    expect(levers.hidden).toBe(`${dataset.levers.length - 2} levers are the same in all`);
    expect(row("reserve_days").cells.map(({ value }) => value)).toEqual(["0", "90", "0"]);
    expect(row("processing_invest").cells.map(({ value }) => value)).toEqual(["0", "800", "800"]);
    expect(row("processing_invest").cells[2]!.detail).toContain("from 2030");
  });

  it("N82: the tables leave with units and names, and no cell says only that it equals another", () => {
    const { levers, outcomes, columns } = buildCompareView(input([...two, item("C", plant)], { reference: 1 }));
    const settings = leversAsTable(levers, columns);
    expect(settings.subtitle).toContain("reference: A Scenario A");
    expect(settings.columns).toEqual(["Lever", "Unit", "Status quo", "A Scenario A", "B Scenario B", "C Scenario C"]);
    expect(settings.rows.find(([name]) => name === "Strategic reserve")).toEqual(["Strategic reserve", "days", "0", "90 (ramp 12 mo)", "0", "90 (ramp 12 mo)"]);
    expect(settings.rows.find(([name]) => name === "Processing investment support")![4]).toContain("800 (from 2030");
    const values = outcomesAsTable(outcomes, columns);
    expect(values.columns.slice(0, 5)).toEqual(["Indicator", "Unit", "Status quo", "Status quo, difference", "A Scenario A"]);
    for (const row of values.rows) {
      expect(row).toHaveLength(values.columns.length);
      expect(row.at(-1)).toBe("0");
    }
  });

  it("V53: shown differences are differences of shown values, the reference has none, equal is =", () => {
    for (const mineral of [null, ...dataset.minerals.map(({ id }) => id)]) {
      const { outcomes } = buildCompareView(input([...two, item("C", idle)], { mineral }));
      for (const { cells } of outcomes.rows) {
        expect(cells[0]!.difference).toBe("");
        expect(cells[3]!.difference === "=" || cells[3]!.value === "n/a").toBe(true);
        for (const cell of cells.slice(1)) {
          if (!/^[+−]/.test(cell.difference)) continue;
          const number = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));
          const decimals = cell.difference.split(".")[1]?.length ?? 0;
          expect((number(cell.value) - number(cells[0]!.value)).toFixed(decimals)).toBe(number(cell.difference).toFixed(decimals));
        }
      }
    }
  });

  it("V53: the best of the scenarios is marked, never status quo, and cost is not judged", () => {
    const { outcomes } = buildCompareView(input(two));
    const dependence = outcomes.rows.find(({ key }) => key === "composite_equal:2035")!;
    expect(dependence.cells.map(({ isBest }) => isBest)).toEqual([false, true, false]);
    expect(dependence.cells[1]!.tone).toBe("better");
    const cost = outcomes.rows.find(({ key }) => key === "cost")!;
    expect(cost.cells[0]!.isBest).toBe(false);
    expect(cost.cells.every(({ tone }) => tone === "neutral")).toBe(true);
  });

  it("V54: different worlds, data or models are said, never mixed silently", () => {
    expect(buildCompareView(input(two)).notes).toEqual([]);
    const { notes, mixesVersions } = buildCompareView(input([item("A", plant), item("B", elsewhere, { dataVintage: "US 2025 · 11111111" })]));
    expect(notes[0]).toMatch(/^Worlds differ: status quo and A .+; B .+\. Differences hold the world's effect too\.$/);
    expect(notes[1]).toBe("Stored results of different data: status quo and A today; B US 2025 · 11111111.");
    expect(mixesVersions).toBe(true);
  });

  it("V50: every indicator has a chart at every mineral", () => {
    for (const id of ["cover_days", "nirx", "unmet_share", "capacity_t_per_yr"] as const) {
      for (const { id: mineral } of dataset.minerals) {
        const { right } = buildCompareView(input(two, { mineral, indicator: { level: "stage", id } }));
        expect(right.title).not.toMatch(/undefined|NaN/);
        expect(right.series).toHaveLength(3);
      }
    }
  });

  it("V55: the trade-off holds every scenario inside its axes and names the largest fall with its cost", () => {
    const { tradeOff } = buildCompareView(input(two, { target: target(0.3) }));
    const [low, high] = [tradeOff.y[0]!.value, tradeOff.y.at(-1)!.value];
    for (const { value, cost } of tradeOff.points) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
      expect(cost).toBeLessThanOrEqual(tradeOff.x.at(-1)!.value);
    }
    expect(tradeOff.target!.value).toBeGreaterThanOrEqual(low);
    expect(tradeOff.title).toMatch(/^A lowers dependence most, by \d+ points?, for \$[\d.]+ (bn|m)\/yr$/);
    expect(buildCompareView(input([two[0]!])).tradeOff.title).toMatch(/^A lowers dependence by \d+ points?, for /);
  });

  it("V232: scenarios at one place of the trade-off share a label of their letters, and the finding names them all", () => {
    const { tradeOff } = buildCompareView(input([two[0]!, { ...two[0]!, key: "twin", letter: "B" }]));
    expect(tradeOff.points.map(({ label }) => label)).toEqual(["Status quo", "A and B", null]);
    expect(tradeOff.title).toMatch(/^A and B lower dependence most, by /);
    expect(buildCompareView(input(two, { reference: 1 })).tradeOff.title).toBe("No scenario lowers import dependence below that of A");
  });
});
