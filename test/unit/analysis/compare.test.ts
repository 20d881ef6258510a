import { describe, expect, it } from "vitest";
import { type CompareItem, type CompareOptions, compareScenarios } from "../../../shared/analysis/compare.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { HEADLINE } from "../../../shared/analysis/outcome.ts";
import { readerOfResult, resultOfRun } from "../../../shared/indicator/result-of-run.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { broad, dataset, model, packageOf, setting, statusQuo } from "./shipped-model.ts";

function item(title: string, scenario: Package, more: Partial<CompareItem> = {}): CompareItem {
  const run = createRun(model);
  simulate(model, scenario.inputs, run);
  const result = resultOfRun(model, run, scenario.inputs, dataset.vintage);
  return { title, scenario, result: readerOfResult(result), modelVersion: result.planner.model_version, dataVintage: result.planner.data_vintage, ...more };
}

const quo = item("Status quo", statusQuo);
const one = item("Broad", broad);
const two = item("Reserve", packageOf({ reserve_days: 90, tariff: 50 }));
const options: CompareOptions = { reference: 0, outcomes: [HEADLINE, { indicator: "nirx", mineral: "ree", stage: "X" }], years: [2030, 2035] };

describe("compare", () => {
  it("N19: values are those of the readers, differences are against the chosen reference, whichever item it is", () => {
    for (const reference of [0, 1, 2]) {
      const { outcomes, cost } = compareScenarios(dataset, [quo, one, two], { ...options, reference });
      const [headline] = outcomes;
      expect(headline!.values[1]).toEqual([one.result.total("composite_equal")[4], one.result.total("composite_equal")[9]]);
      headline!.differences.forEach((row, i) => {
        expect(row).toEqual(headline!.values[i]!.map((value, y) => value! - headline!.values[reference]![y]!));
      });
      expect(cost.differences[reference]).toBe(0);
      expect(cost.differences[1]).toBe(cost.values[1]! - cost.values[reference]!);
    }
  });

  it("N19: the lever table lists the levers that differ between any two, in the dataset's order, with what differs from the reference", () => {
    const { levers } = compareScenarios(dataset, [quo, one, two], { ...options, reference: 1 });
    expect(levers.map(({ lever }) => lever.id)).toEqual(["reserve_days", "processing_invest", "permit_speed", "tariff", "recycling_rate", "recycling_plants"]);
    const reserve = levers[0]!;
    expect(reserve.settings.map((settings) => settings.map(({ value }) => value))).toEqual([[], [90], [90]]);
    expect(reserve.differs).toEqual([true, false, false]);
    expect(levers.find(({ lever }) => lever.id === "tariff")!.differs).toEqual([true, false, true]);
  });

  it("N19: a lever set to its status quo is no difference; another start or another instance is", () => {
    const zero = item("Zero", packageOf({ tariff: 0, ppp_public_share: 50 }));
    expect(compareScenarios(dataset, [quo, zero], options).levers).toEqual([]);
    const inputs = { ...statusQuo.inputs, levers: [setting("tariff", 25)] };
    const early = item("Early", { ...statusQuo, inputs });
    const late = item("Late", { ...statusQuo, inputs: { ...inputs, levers: [setting("tariff", 25, { start: "2030-01" })] } });
    const twice = item("Twice", { ...statusQuo, inputs: { ...inputs, levers: [setting("tariff", 25), setting("tariff", 50, { minerals: ["ree"] })] } });
    const { levers } = compareScenarios(dataset, [early, late, twice, early], options);
    expect(levers.map(({ lever, differs }) => [lever.id, differs])).toEqual([["tariff", [false, true, true, false]]]);
  });

  it("N19: different worlds, events, assumptions, data and models are marked, each by itself", () => {
    const nothing = { worlds: false, events: false, assumptions: false, dataVintages: false, modelVersions: false };
    const mixed = (other: CompareItem) => compareScenarios(dataset, [quo, other], options).mixed;
    expect(mixed(one)).toEqual(nothing);
    expect(mixed(item("High", packageOf({}, "high")))).toEqual({ ...nothing, worlds: true });
    const hit: Package = { ...statusQuo, inputs: { ...statusQuo.inputs, events: [{ event: "china_ree", start: "2030-01" }] } };
    expect(mixed(item("Hit", hit))).toEqual({ ...nothing, events: true });
    expect(mixed({ ...quo, scenario: { ...statusQuo, assumptions: [{ mineral: "all", stage: "", key: "u_max", value: 0.96 }] } })).toEqual({
      ...nothing,
      assumptions: true,
    });
    expect(mixed({ ...quo, dataVintage: "US 2025.1 · 12345678" })).toEqual({ ...nothing, dataVintages: true });
    expect(mixed({ ...quo, modelVersion: "0.9.0" })).toEqual({ ...nothing, modelVersions: true });
  });

  it("N19: where an item has no value there is no difference, not zero", () => {
    const short: CompareItem = { ...one, result: { ...one.result, years: [2026], total: () => [0.5] } };
    const [headline] = compareScenarios(dataset, [quo, short], options).outcomes;
    expect(headline!.values[1]).toEqual([null, null]);
    expect(headline!.differences[1]).toEqual([null, null]);
  });
});
