import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import { costYearsOf, meanPublicCost, publicCostPerYear } from "../../../shared/indicator/headline-cost.ts";
import { readerOfResult, resultOfRun } from "../../../shared/indicator/result-of-run.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { readerOfNothing } from "../../../shared/indicator/result-reader.ts";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { MODEL_VERSION } from "../../../shared/model/model-version.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { dataset, defaultWorld, model, runChecked, scenario, setting } from "../model/shipped.ts";

const inputs = scenario([setting("reserve_days", 60), setting("processing_invest", 500), setting("tariff", 25), setting("hubs", 50)], defaultWorld, [
  { event: "embargo_multi", start: "2033-01" },
]);
const run = runChecked(inputs);
const live = readerOfRun(model, run);
const stored = JSON.parse(JSON.stringify(resultOfRun(model, run, inputs, dataset.vintage))) as RunResult;

describe("a run as plain data", () => {
  it("I17: carries model version, data vintage, inputs and years", () => {
    expect(stored.planner).toEqual({ model_version: MODEL_VERSION, data_vintage: dataset.vintage });
    expect(stored.inputs).toEqual(inputs);
    expect(stored.years).toHaveLength(25);
    expect([stored.years[0], stored.years.at(-1)]).toEqual([2026, 2050]);
  });

  it("I17: reads the same through a stored result as live, number by number", () => {
    const reader = readerOfResult(stored);
    const read = (from: ResultReader): unknown[] => [
      ...CATALOGUE.flatMap(({ id, level, unit }) => {
        if (level === "total") return [from.total(id)];
        if (level === "mineral") return dataset.minerals.map((mineral) => from.mineral(mineral.id, id));
        return dataset.minerals.flatMap((mineral) =>
          mineral.stages.map((stage) => (unit === "text" ? from.stageText(mineral.id, stage, id) : from.stage(mineral.id, stage, id))),
        );
      }),
      ...dataset.levers.map(({ id }) => from.costByLever(id)),
      ...[...dataset.minerals.map(({ id }) => id), "shared"].map((id) => from.costByMineral(id)),
    ];
    expect(read(reader)).toEqual(read(live));
  });

  it("V38: the imports from all suppliers of a stage add up to its imports; a stored result does not hold them", () => {
    for (const { id, stages } of dataset.minerals) {
      for (const stage of stages) {
        const suppliers = live.imports(id, stage) ?? [];
        expect(suppliers.map(({ iso3 }) => iso3)).toEqual(
          dataset.suppliers.filter((supplier) => supplier.mineral === id && supplier.stage === stage).map(({ iso3 }) => iso3),
        );
        live.stage(id, stage, "imports_t").forEach((total, year) => {
          const sum = suppliers.reduce((sofar, { values }) => sofar + (values[year] ?? 0), 0);
          expect(sum).toBeCloseTo(total ?? 0, 6);
        });
        expect(readerOfResult(stored).imports(id, stage)).toBeNull();
      }
    }
  });

  it("I17: leaves out cost lines that are zero in all years", () => {
    expect(Object.keys(stored.totals.cost_by_lever_musd).toSorted()).toEqual(["hubs", "processing_invest", "reserve_days"]);
    expect(readerOfResult(stored).costByLever("tariff")).toEqual(stored.years.map(() => 0));
    expect(Object.keys(stored.totals.cost_by_mineral_musd)).toContain("shared");
  });

  it("I1: undefined is null, never a number; text is the supplier's code", () => {
    expect(live.stage("cobalt", "M", "nir")).toContain(null);
    expect(live.stageText("ree", "P", "top_supplier")[0]).toBe("CHN");
    expect(live.stageText("cobalt", "M", "top_supplier")[0]).toBeNull();
    for (const { id, level, unit } of CATALOGUE) {
      if (level !== "stage" || unit === "text") continue;
      expect([id, live.stage("tin", "M", id).filter((value) => value !== null && !Number.isFinite(value))]).toEqual([id, []]);
    }
  });

  it("I17: a stored result without a later mineral or indicator reads as not defined; unknown ids are programmer errors", () => {
    const reader = readerOfResult(stored);
    expect(reader.mineral("unobtainium", "dependence")).toEqual(stored.years.map(() => null));
    expect(() => reader.mineral("ree", "no_such")).toThrow(/no_such/);
    expect(() => live.stage("ree", "P", "no_such")).toThrow(/no_such/);
    expect(() => live.stage("ree", "Z", "nirx")).toThrow(/Z/);
    expect(() => live.mineral("unobtainium", "dependence")).toThrow(/unobtainium/);
    expect(() => live.stage("ree", "P", "top_supplier")).toThrow(/top_supplier/);
    expect(() => live.stageText("ree", "P", "nirx")).toThrow(/number/);
    expect(() => live.costByLever("magic")).toThrow(/magic/);
  });
});

describe("definitions", () => {
  const years = live.years.map((_, y) => y);
  const parameter = (mineral: string, stage: string, key: string): number =>
    dataset.parameters.find((row) => row.mineral === mineral && row.stage === stage && row.key === key)!.value;
  const baseDemand = (mineral: string, stage: string): number =>
    dataset.baseYearValues.find((row) => row.mineral === mineral && row.stage === stage && row.quantity === "demand")!.value!;

  it("I11: dependence is exposure, clamped, weighted by base-year value over stages with demand", () => {
    for (const mineral of dataset.minerals) {
      for (const y of years) {
        let weighted = 0;
        let weights = 0;
        for (const stage of mineral.stages.filter((id) => baseDemand(mineral.id, id) > 0)) {
          const weight = baseDemand(mineral.id, stage) * parameter(mineral.id, stage, "p_ref");
          weighted += weight * Math.min(1, Math.max(0, live.stage(mineral.id, stage, "nirx")[y] ?? 0));
          weights += weight;
        }
        expect(live.mineral(mineral.id, "dependence")[y]).toBeCloseTo(weighted / weights, 12);
      }
    }
  });

  it("I2, I3: net import reliance falls in an embargo, exposure does not", () => {
    const nir = live.stage("ree", "P", "nir");
    const nirx = live.stage("ree", "P", "nirx");
    const year = 2034 - 2026;
    expect(nir[year]!).toBeLessThan(nir[year - 2]! - 0.05);
    expect(nirx[year]!).toBeGreaterThan(nir[year]!);
  });

  it("I3: an exporter has no exposure and counts as zero in dependence", () => {
    expect(live.stage("cobalt", "M", "nirx")[0]).toBeNull();
    expect(live.stage("cobalt", "M", "nonallied_dependence")[0]).toBeNull();
  });

  it("I13: the composite is the plain mean of dependence, the other one weighs by value", () => {
    for (const y of [0, 9, 24]) {
      const all = dataset.minerals.map(({ id }) => live.mineral(id, "dependence")[y]!);
      expect(live.total("composite_equal")[y]).toBeCloseTo(all.reduce((a, b) => a + b, 0) / all.length, 12);
      const values = dataset.minerals.map((mineral) =>
        mineral.stages.reduce((sum, stage) => sum + baseDemand(mineral.id, stage) * parameter(mineral.id, stage, "p_ref"), 0),
      );
      const total = values.reduce((a, b) => a + b, 0);
      expect(live.total("composite_value")[y]).toBeCloseTo(
        all.reduce((sum, one, i) => sum + (one * values[i]!) / total, 0),
        12,
      );
    }
  });

  it("I4: unmet demand by class adds up, and defence loses last", () => {
    const sumOf = (id: string): number => live.stage("ree", "P", id).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    const total = sumOf("unmet_t");
    expect(total).toBeGreaterThan(0);
    expect(sumOf("unmet_defence_t") + sumOf("unmet_essential_t") + sumOf("unmet_other_t")).toBeCloseTo(total, 6);
    expect(sumOf("unmet_other_t")).toBeGreaterThan(sumOf("unmet_defence_t"));
  });

  it("I8: percentiles of the lead time enclose the mean", () => {
    for (const y of years) {
      const [p10, mean, p90] = ["lead_time_p10_months", "lead_time_months", "lead_time_p90_months"].map((id) => live.stage("ree", "P", id)[y]!);
      expect(p10!).toBeLessThan(mean!);
      expect(mean!).toBeLessThan(p90!);
    }
  });

  it("I18: the headline cost is the mean of 2027 to 2035", () => {
    const cost = live.total("public_cost_musd");
    const mean = cost.slice(1, 10).reduce<number>((sum, value) => sum + (value ?? 0), 0) / 9;
    expect(publicCostPerYear(live)).toBeCloseTo(mean, 9);
    expect(publicCostPerYear(readerOfResult(stored))).toBe(publicCostPerYear(live));
    const quiet = createRun(model);
    simulate(model, scenario([]), quiet);
    expect(publicCostPerYear(readerOfRun(model, quiet))).toBe(0);
  });

  it("I18: a run that has only some of these years counts those, one that has none has no headline cost", () => {
    expect(costYearsOf([2026, 2027, 2028])).toEqual({ from: 1, to: 3 });
    expect(costYearsOf([2033, 2034, 2035, 2036])).toEqual({ from: 0, to: 3 });
    for (const years of [[2020, 2021], [2040, 2041], []]) expect(costYearsOf(years)).toEqual({ from: 0, to: 0 });
    expect(meanPublicCost(readerOfNothing([2027, 2028]))).toBeNull();
  });
});
