import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluatePackages, localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import type { Measure } from "../../../../shared/analysis/measure.ts";
import { mostScanRuns, plausibleDistance, questionedParameters, switchingValues } from "../../../../shared/analysis/switching/switching-values.ts";
import type { Conclusion, QuestionedParameter } from "../../../../shared/analysis/switching/conclusion.ts";
import type { SwitchingRow, SwitchingValues } from "../../../../shared/analysis/switching/switching-values.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { engineKeys } from "../../../../shared/dataset/engine-keys.ts";
import { inRange } from "../../../../shared/dataset/row-reader.ts";
import { conclusionText, marginText, switchingView } from "../../../../shared/view/data/data-switching.ts";
import { broad, done, model, statusQuo } from "../shipped-model.ts";

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
    expect(found.runs).toBeLessThan(mostScanRuns(found.rows.length, "value") + switching.length * 20);
  });

  it("V224: a turn beyond a bound at which the value stands is measured in the width of the range, and sought no farther than that allows", () => {
    expect(plausibleDistance({ value: 0, low: 0, high: 0.03 }, -0.48)).toBe(0.03);
    expect(plausibleDistance({ value: 0, low: 0, high: 0.03 }, 0.01)).toBe(0.03);
    expect(plausibleDistance({ value: 0.8, low: 0.7, high: 0.95 }, 0.6)).toBeCloseTo(0.1, 12);
    expect(plausibleDistance({ value: 1, low: null, high: 2 }, 0.5)).toBeNull();
    expect(plausibleDistance({ value: 1, low: 1, high: 1 }, 0.5)).toBeNull();
    const zeros = questionedParameters(model, []).filter(({ value, low, high }) => value === 0 && low !== null && high !== null && high > low);
    expect(zeros.length).toBeGreaterThan(0);
    for (const { low, high, from, to } of zeros) expect(to - from).toBeLessThanOrEqual(6 * (high! - low!));
  });

  it("V222: what is near is known first, and what is shown on the way stays as it is", async () => {
    const value = (await outcomeOf(broad)) - 0.002;
    const shown: SwitchingValues[] = [];
    const found = done(
      await switchingValues(
        runner,
        { scenario: broad, measure, better: "down", about, against: { kind: "value", value } },
        { show: (some) => shown.push(some) },
      ),
    );
    const turning = (some: SwitchingValues): readonly SwitchingRow[] => some.rows.filter(({ at }) => at !== null);
    expect(shown.length).toBeGreaterThan(1);
    expect(turning(shown[0]!).length).toBeGreaterThan(0);
    expect(turning(found).length).toBeGreaterThan(turning(shown[0]!).length);
    for (const row of turning(shown[0]!)) expect(turning(found)).toContainEqual(row);
  });

  it("N30, N60: a number of one mineral is tried on that mineral alone, and the outcome of all moves by its share", async () => {
    const value = (await outcomeOf(broad)) - 0.0005;
    const only = ({ mineral, key }: QuestionedParameter): boolean => mineral === "lithium" && ["k_max", "t_perm", "kappa"].includes(key);
    const found = done(await switchingValues(runner, { scenario: broad, measure, better: "down", about: only, against: { kind: "value", value } }));
    const turning = found.rows.filter(({ at }) => at !== null);
    expect(turning.length).toBeGreaterThan(0);
    for (const row of turning) expect(await outcomeOf(with_(broad, row, row.at!))).toBeLessThanOrEqual(value + 1e-12);
    // A number of another mineral cannot turn what is said of one, and no run is spent on it.
    const graphite = { ...measure, outcome: { indicator: "dependence", mineral: "graphite", stage: null } } as const;
    const none = done(
      await switchingValues(runner, { scenario: broad, measure: graphite, better: "down", about: only, against: { kind: "value", value: 0.5 } }),
    );
    expect(none.runs).toBe(1);
    expect(none.rows.every(({ at }) => at === null)).toBe(true);
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
      const file = new URL(`../../../../resources/samples/${name}.lodestone`, import.meta.url);
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
    const view = switchingView(model.dataset, { kind: "ranking", outcome: HEADLINE, year: 2035, titles }, found);
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
    const conclusion = {
      kind: "ranking",
      outcome: { indicator: "dependence", mineral: "lithium", stage: null },
      year: 2035,
      titles: ["Balanced", "Reserve first"],
    } as const;
    expect(conclusionText(model.dataset, conclusion, true)).toBe("Import dependence of lithium is not higher in “Balanced” than in “Reserve first” in 2035");
    expect(conclusionText(model.dataset, conclusion, false)).toBe("Import dependence of lithium is higher in “Balanced” than in “Reserve first” in 2035");
  });
});

describe("before it is asked", () => {
  const at = { outcome: HEADLINE, year: 2035 } as const;
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

  it("V221: a target on another outcome is worded by that outcome, its unit and its better side", () => {
    const of = (indicator: string, mineral: string | null, stage: string | null, value: number) =>
      ({ kind: "target", outcome: { indicator, mineral, stage }, year: 2035, value }) as const;
    const recycling = of("eol_rr", "lithium", null, 0.125);
    expect(conclusionText(model.dataset, recycling, true)).toBe("End-of-life recycling rate of lithium is at least 12.5% in 2035");
    expect(conclusionText(model.dataset, recycling, false)).toBe("End-of-life recycling rate of lithium is below 12.5% in 2035");
    expect(marginText(model.dataset, recycling, 0.4, 0.3)).toBe("40% against a target of 30%: met with 10 points to spare");
    expect(conclusionText(model.dataset, of("cover_days", "ree", "P", 90), false)).toBe("Days of cover of rare earths at processing are below 90 days in 2035");
    expect(conclusionText(model.dataset, of("public_cost_musd", null, null, 2000), false)).toBe("Public cost is above $2.0 bn/yr in 2035");
    expect(marginText(model.dataset, of("public_cost_musd", null, null, 2000), 3400, 2000)).toBe(
      "$3.4 bn/yr against a target of $2.0 bn/yr: missed by $1.4 bn/yr",
    );
  });
});
