import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluatePackages, localRunner } from "../../../shared/analysis/job-runner.ts";
import type { Package } from "../../../shared/analysis/job.ts";
import type { Measure } from "../../../shared/analysis/measure.ts";
import { questionedParameters, switchingValues } from "../../../shared/analysis/switching-values.ts";
import type { Conclusion, QuestionedParameter, SwitchingRow } from "../../../shared/analysis/switching-values.ts";
import { engineKeys } from "../../../shared/dataset/engine-keys.ts";
import { inRange } from "../../../shared/dataset/row-reader.ts";
import { conclusionText, marginText, switchingView } from "../../../shared/view/data-switching.ts";
import { broad, done, model, statusQuo } from "../analysis/shipped-model.ts";

const runner = localRunner(model);
const measure: Measure = { kind: "year", outcome: { indicator: "composite_equal", mineral: null, stage: null }, year: 2035 };
const outcomeOf = async (one: Package): Promise<number> => done(await evaluatePackages(runner, [one], [measure], {}))[0]!;
/** A few dozen parameters, so that the test asks hundreds of runs and not thousands. */
const KEYS = new Set(["capex", "eps_d", "k_max", "t_con", "t_perm", "u_ref", "growth_hist", "c_max"]);
const about = ({ mineral, key }: QuestionedParameter): boolean => ["ree", "lithium", "all"].includes(mineral) && KEYS.has(key);
const with_ = (one: Package, { parameter: { mineral, stage, key } }: SwitchingRow, value: number): Package => ({
  ...one,
  assumptions: [...one.assumptions, { mineral, stage, key, value }],
});

describe("how wrong a number must be", () => {
  it("N30: looks at what equations read and can work with, no definition and no whole number", () => {
    const parameters = questionedParameters(model, []);
    expect(parameters.length).toBeGreaterThan(300);
    for (const { key, value, from, to } of parameters) {
      const range = engineKeys[key]!.range;
      expect(range.integer).not.toBe(true);
      expect(inRange(from, range) && inRange(to, range), `${key} ${from} ${to}`).toBe(true);
      expect(from <= value && value <= to).toBe(true);
    }
  });

  it("N30: at each switching value the conclusion turns round, just before it does not; most fragile first", async () => {
    const value = (await outcomeOf(broad)) - 0.002;
    const conclusion: Conclusion = { scenario: broad, measure, better: "down", about, against: { kind: "value", value } };
    const counted: number[] = [];
    const found = done(await switchingValues(runner, conclusion, { progress: (n) => counted.push(n) }));
    expect(found.holds).toBe(false);
    expect(found.margin).toBeCloseTo(-0.002, 12);
    const switching = found.rows.filter(({ at }) => at !== null);
    expect(switching.length).toBeGreaterThan(3);
    expect(found.rows.map(({ fragility }) => fragility)).toEqual(found.rows.map(({ fragility }) => fragility).toSorted((a, b) => a - b));
    for (const row of switching) {
      expect(await outcomeOf(with_(broad, row, row.at!))).toBeLessThanOrEqual(value);
      const before = row.at! + (row.parameter.value - row.at!) * 0.02;
      expect(await outcomeOf(with_(broad, row, before))).toBeGreaterThan(value);
    }
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    expect(counted.at(-1)).toBe(found.runs);
    expect(found.runs).toBe(1 + found.rows.length * 8 + switchingSides(found.runs, found.rows.length) * 10);
  });

  it("N31: a ranking is held against the other scenario under the same changed number", async () => {
    const conclusion: Conclusion = { scenario: broad, measure, better: "down", about, against: { kind: "scenario", other: statusQuo } };
    const found = done(await switchingValues(runner, conclusion));
    expect(found.holds).toBe(true);
    expect(found.margin).toBeCloseTo((await outcomeOf(statusQuo)) - (await outcomeOf(broad)), 12);
    for (const row of found.rows.filter(({ at }) => at !== null)) {
      expect(await outcomeOf(with_(broad, row, row.at!))).toBeGreaterThan(await outcomeOf(with_(statusQuo, row, row.at!)));
    }
  });

  it("N31, V63: two samples change places at each listed value and not just before it; the list says which number, where and how far", async () => {
    const sample = (name: string): Package => {
      const file = new URL(`../../../resources/samples/${name}.lodestone`, import.meta.url);
      return (JSON.parse(readFileSync(file, "utf8")) as { readonly scenarios: readonly Package[] }).scenarios[0]!;
    };
    const [balanced, atHome] = [sample("balanced-package"), sample("build-at-home")];
    const keys = new Set(["recycle_capex_mult", "ppp_phi", "ppp_phi0"]);
    const conclusion: Conclusion = {
      scenario: balanced,
      measure,
      better: "down",
      about: ({ key }) => keys.has(key),
      against: { kind: "scenario", other: atHome },
    };
    const found = done(await switchingValues(runner, conclusion));
    const gap = async (row: SwitchingRow, value: number): Promise<number> =>
      (await outcomeOf(with_(balanced, row, value))) - (await outcomeOf(with_(atHome, row, value)));
    expect(found.holds).toBe(false);
    const turning = found.rows.filter(({ at }) => at !== null);
    expect(turning.length).toBeGreaterThan(1);
    for (const row of turning) {
      expect(await gap(row, row.at!)).toBeLessThanOrEqual(0);
      expect(await gap(row, row.at! + (row.parameter.value - row.at!) * 0.02)).toBeGreaterThan(0);
    }
    const titles = ["Balanced package", "Build at home"] as const;
    const view = switchingView(model.dataset, { kind: "ranking", mineral: null, year: 2035, titles }, found);
    expect(view.finding).toBe("Import dependence of all minerals is higher in “Balanced package” than in “Build at home” in 2035");
    expect(view.lines[0]).toMatchObject({
      name: "Investment in recycling against processing",
      place: "All minerals",
      verdict: "inside its range",
      isInside: true,
    });
    expect(view.lines).toHaveLength(turning.length);
  });

  it("N32: stops when told to and answers the same with an assumption in the scenario as its value in use", async () => {
    const conclusion: Conclusion = { scenario: statusQuo, measure, better: "down", against: { kind: "value", value: 0.5 } };
    expect(await switchingValues(runner, conclusion, { isCancelled: () => true })).toBe("cancelled");
    const assumed = questionedParameters(model, [{ mineral: "ree", stage: "", key: "c_max", value: 0.7 }]);
    expect(assumed.find(({ mineral, key }) => mineral === "ree" && key === "c_max")?.value).toBe(0.7);
  });

  it("V63: the finding of a ranking names both scenarios and which way it goes", () => {
    const conclusion = { kind: "ranking", mineral: "lithium", year: 2035, titles: ["Balanced", "Reserve first"] } as const;
    expect(conclusionText(model.dataset, conclusion, true)).toBe("Import dependence of lithium is not higher in “Balanced” than in “Reserve first” in 2035");
    expect(conclusionText(model.dataset, conclusion, false)).toBe("Import dependence of lithium is higher in “Balanced” than in “Reserve first” in 2035");
  });
});

/** Sides of parameters on which the conclusion turned, from the number of runs: each cost ten more. */
const switchingSides = (runs: number, parameters: number): number => (runs - 1 - parameters * 8) / 10;

describe("before it is asked", () => {
  const at = { mineral: null, year: 2035 } as const;
  const target = { ...at, kind: "target", value: 0.4 } as const;

  it("V182: the margin is told with both numbers, and never as the other side", () => {
    expect(marginText(model.dataset, target, 0.58, 0.4)).toBe("58% against a target of 40%: missed by 18 points");
    expect(marginText(model.dataset, target, 0.37, 0.4)).toBe("37% against a target of 40%: met with 3 points to spare");
    expect(marginText(model.dataset, target, 0.4, 0.4)).toBe("40% against a target of 40%: met, with nothing to spare");
    expect(marginText(model.dataset, target, 0.4004, 0.4)).toBe("40% against a target of 40%: missed by less than 0.1 points");
    expect(marginText(model.dataset, { ...at, kind: "status-quo" }, 0.5, 0.58)).toBe("50% against 58% in the status quo: better by 8 points");
    expect(marginText(model.dataset, { ...at, kind: "ranking", titles: ["A", "B"] }, 0.58, 0.5)).toBe("58% against 50% in “B”: worse by 8 points");
    expect(marginText(model.dataset, target, null, 0.4)).toBe("");
  });
});
