import { describe, expect, it } from "vitest";
import { type Measure, measureReader } from "../../../shared/analysis/measure.ts";
import { isMonthly, monthlyIndicators } from "../../../shared/analysis/stress/monthly-outcome.ts";
import { checkOutcome, HEADLINE, type Outcome, outcomeOfTarget } from "../../../shared/analysis/outcome.ts";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import type { IndicatorLevel } from "../../../shared/indicator/indicator.ts";
import { publicCostPerYear } from "../../../shared/indicator/headline-cost.ts";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { broad, dataset, model, statusQuo } from "./shipped-model.ts";

const run = createRun(model);
const inputs = { ...broad.inputs, events: [{ event: "taiwan_strait", start: "2028-01" }] };
simulate(model, inputs, run);
const reader = readerOfRun(model, run);

function read(measure: Measure): readonly number[] {
  const { width, read: readInto } = measureReader(model, [measure]);
  const out = new Float64Array(width + 2).fill(-1);
  readInto(run, out, 1);
  expect([out[0], out.at(-1)]).toEqual([-1, -1]);
  return Array.from(out.subarray(1, -1));
}

const outcome = (indicator: string, mineral: string | null = null, stage: string | null = null): Outcome => ({ indicator, mineral, stage });
const defined = (values: readonly (number | null)[]): readonly number[] => values.map((value) => value ?? NaN);

describe("measures", () => {
  it("N7: annual measures are what the reader of the run shows, for every number of the catalogue", () => {
    const numbers = (level: IndicatorLevel): readonly string[] => CATALOGUE.filter((row) => row.level === level && row.unit !== "text").map(({ id }) => id);
    for (const id of numbers("total")) expect(read({ kind: "annual", outcome: outcome(id) })).toEqual(defined(reader.total(id)));
    for (const id of numbers("mineral")) expect(read({ kind: "annual", outcome: outcome(id, "nickel") })).toEqual(defined(reader.mineral("nickel", id)));
    for (const id of numbers("stage")) expect(read({ kind: "annual", outcome: outcome(id, "ree", "X") })).toEqual(defined(reader.stage("ree", "X", id)));
  });

  it("N7: one year, the headline cost, and costs by lever", () => {
    expect(read({ kind: "year", outcome: outcome("dependence", "ree"), year: 2035 })).toEqual([reader.mineral("ree", "dependence")[9]]);
    expect(read({ kind: "cost", lever: null })[0]).toBeCloseTo(publicCostPerYear(reader), 9);
    expect(read({ kind: "annual-cost", lever: "reserve_days" })).toEqual(reader.costByLever("reserve_days"));
    const levers = dataset.levers.map(({ id }) => read({ kind: "cost", lever: id })[0]!);
    expect(levers.reduce((a, b) => a + b, 0)).toBeCloseTo(publicCostPerYear(reader), 6);
  });

  it("N7: measures stand one after another", () => {
    const both: readonly Measure[] = [
      { kind: "annual", outcome: HEADLINE },
      { kind: "cost", lever: null },
    ];
    const { width, read: readInto } = measureReader(model, both);
    const out = new Float64Array(width);
    readInto(run, out, 0);
    expect([...out]).toEqual(both.flatMap(read));
  });

  it("N8: measures of months alone need no more than monthly records, and a run that works out no more gives them the same bits", () => {
    const monthly: readonly Measure[] = [
      { kind: "monthly", outcome: HEADLINE },
      { kind: "loss", minerals: ["ree", "gallium"], from: 24, to: 60 },
    ];
    expect(measureReader(model, monthly).monthlyOnly).toBe(true);
    expect(measureReader(model, [...monthly, { kind: "cost", lever: null }]).monthlyOnly).toBe(false);
    const whole = monthly.flatMap(read);
    const records = Float64Array.from(run.stageMonths);
    const other = createRun(model);
    simulate(model, inputs, other, { monthlyOnly: true });
    expect(other.stageMonths).toEqual(records);
    const out = new Float64Array(whole.length);
    measureReader(model, monthly).read(other, out, 0);
    expect([...out]).toEqual(whole);
    expect(() => simulate(model, inputs, other, { monthlyOnly: true, checked: true })).toThrow("invariants");
  });

  it("N70: a run that ends with the last year that is read gives the same bits, whatever ran before in its place", () => {
    const years = 11;
    const short = createRun(model);
    simulate(model, statusQuo.inputs, short);
    simulate(model, inputs, short, { years });
    const shortReader = readerOfRun(model, short);
    const first = (values: readonly (number | null)[]) => values.slice(0, years);
    for (const { id, level, unit } of CATALOGUE) {
      if (unit === "text") continue;
      const of = (one: typeof reader) =>
        level === "total" ? one.total(id) : level === "mineral" ? one.mineral("graphite", id) : one.stage("graphite", "P", id);
      expect([id, first(of(shortReader))]).toEqual([id, first(of(reader))]);
    }
    simulate(model, inputs, short);
    expect(readerOfRun(model, short).total("composite_equal")).toEqual(reader.total("composite_equal"));
    expect(() => simulate(model, inputs, short, { years, checked: true })).toThrow("all years");
  });

  it("N60: a run of the minerals that are read gives the same bits, whatever ran before in its place", () => {
    const { index } = model.minerals.find(({ id }) => id === "graphite")!;
    const part = createRun(model);
    simulate(model, statusQuo.inputs, part);
    simulate(model, inputs, part, { minerals: [index] });
    const ofPart = readerOfRun(model, part);
    for (const { id, level, unit } of CATALOGUE) {
      if (unit === "text" || level === "total") continue;
      const of = (one: typeof reader) => (level === "mineral" ? one.mineral("graphite", id) : one.stage("graphite", "P", id));
      expect([id, of(ofPart)]).toEqual([id, of(reader)]);
    }
    // The others still stand as the status quo left them.
    expect(ofPart.mineral("ree", "dependence")).not.toEqual(reader.mineral("ree", "dependence"));
    simulate(model, inputs, part);
    expect(readerOfRun(model, part).total("composite_equal")).toEqual(reader.total("composite_equal"));
    expect(() => simulate(model, inputs, part, { minerals: [index], checked: true })).toThrow("all years and minerals");
  });

  it("N60: measures say which minerals they read", () => {
    const idsOf = (...measures: readonly Measure[]) => measureReader(model, measures).minerals?.map((index) => model.minerals[index]!.id) ?? "all";
    const ree: Measure = { kind: "year", outcome: outcome("nirx", "ree", "P"), year: 2035 };
    const gallium: Measure = { kind: "monthly", outcome: outcome("dependence", "gallium") };
    const loss: Measure = { kind: "loss", minerals: ["ree", "cobalt"], from: 24, to: 60 };
    expect(idsOf(ree)).toEqual(["ree"]);
    expect(new Set(idsOf(ree, gallium, loss))).toEqual(new Set(["ree", "gallium", "cobalt"]));
    expect(idsOf(ree, { kind: "annual", outcome: HEADLINE })).toBe("all");
    for (const kind of ["cost", "annual-cost"] as const) expect(idsOf(ree, { kind, lever: null })).toBe("all");
    expect(idsOf(...dataset.minerals.map(({ id }): Measure => ({ kind: "annual", outcome: outcome("dependence", id) })))).toBe("all");
    const part = createRun(model);
    for (const measure of [ree, gallium, loss]) {
      const { minerals, width, read: readInto } = measureReader(model, [measure]);
      simulate(model, inputs, part, { minerals });
      const out = new Float64Array(width);
      readInto(part, out, 0);
      expect([...out]).toEqual(read(measure));
    }
  });

  it("N70: every measure says how many years it reads", () => {
    const yearsOf = (...measures: readonly Measure[]): number => measureReader(model, measures).years;
    expect(yearsOf({ kind: "year", outcome: HEADLINE, year: 2031 })).toBe(6);
    expect(yearsOf({ kind: "cost", lever: null })).toBe(10);
    expect(yearsOf({ kind: "year", outcome: HEADLINE, year: 2031 }, { kind: "cost", lever: null })).toBe(10);
    expect(yearsOf({ kind: "loss", minerals: ["ree"], from: 24, to: 61 })).toBe(6);
    for (const kind of ["annual", "monthly"] as const) expect(yearsOf({ kind, outcome: HEADLINE })).toBe(model.years.length);
    expect(yearsOf({ kind: "annual-cost", lever: null })).toBe(model.years.length);
    for (const measure of [
      { kind: "year", outcome: HEADLINE, year: 2031 },
      { kind: "cost", lever: "reserve_days" },
      { kind: "loss", minerals: ["ree"], from: 24, to: 61 },
    ] as const) {
      const short = createRun(model);
      simulate(model, inputs, short, { years: yearsOf(measure) });
      const out = new Float64Array(1);
      measureReader(model, [measure]).read(short, out, 0);
      expect([...out]).toEqual(read(measure));
    }
  });

  it("N8: monthly values of stocks end at the annual ones, and twelve months of flows make the annual shares", () => {
    const december = (values: readonly number[]): readonly number[] => model.years.map((_, y) => values[12 * y + 11]!);
    for (const id of ["cover_days", "capacity_t_per_yr", "government_stock_t", "industry_stock_t"]) {
      expect(december(read({ kind: "monthly", outcome: outcome(id, "ree", "P") }))).toEqual(defined(reader.stage("ree", "P", id)));
    }
    const premium = read({ kind: "monthly", outcome: outcome("premium_avg", "ree", "P") });
    reader.stage("ree", "P", "premium_avg").forEach((annual, y) => {
      expect(premium.slice(12 * y, 12 * y + 12).reduce((a, b) => a + b, 0) / 12).toBeCloseTo(annual!, 12);
    });
    // A year's share lies between its months' extremes.
    for (const id of ["nirx", "unmet_share", "total_loss_share"]) {
      const months = read({ kind: "monthly", outcome: outcome(id, "ree", "P") });
      reader.stage("ree", "P", id).forEach((annual, y) => {
        const year = months.slice(12 * y, 12 * y + 12);
        expect(annual!).toBeGreaterThanOrEqual(Math.min(...year) - 1e-12);
        expect(annual!).toBeLessThanOrEqual(Math.max(...year) + 1e-12);
      });
    }
  });

  it("N8: monthly dependence is the value-weighted mean of the stages' exposure, and the composite its plain mean over minerals", () => {
    const months = Object.fromEntries(dataset.minerals.map(({ id }) => [id, read({ kind: "monthly", outcome: outcome("dependence", id) })]));
    const composite = read({ kind: "monthly", outcome: HEADLINE });
    for (const t of [0, 30, 150, 299]) {
      expect(composite[t]).toBeCloseTo(Object.values(months).reduce((sum, values) => sum + values[t]!, 0) / dataset.minerals.length, 12);
    }
    // Germanium has one stage.
    const exposure = read({ kind: "monthly", outcome: outcome("nirx", "germanium", "P") });
    exposure.forEach((value, t) => expect(months["germanium"]![t]).toBeCloseTo(Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value)), 12));
  });

  it("N8: the loss share of a window of whole years is that of the annual tonnes at reference prices", () => {
    const stages = ["M", "P", "X"];
    const price = (stage: string): number =>
      dataset.parameters.find(({ mineral, key, stage: at }) => mineral === "ree" && key === "p_ref" && at === stage)!.value;
    let lost = 0;
    let needed = 0;
    for (const stage of stages) {
      for (const y of [2, 3, 4]) {
        const tonnes = (id: string): number => reader.stage("ree", stage, id)[y]!;
        lost += price(stage) * (tonnes("unmet_t") + tonnes("price_destroyed_t"));
        needed += price(stage) * (tonnes("demand_ref_t") + tonnes("feed_t"));
      }
    }
    expect(lost).toBeGreaterThan(0);
    expect(read({ kind: "loss", minerals: ["ree"], from: 24, to: 60 })[0]).toBeCloseTo(lost / needed, 12);
    const alone = ["ree", "tin"].map((mineral) => read({ kind: "loss", minerals: [mineral], from: 24, to: 60 })[0]!);
    expect(read({ kind: "loss", minerals: ["ree", "tin"], from: 24, to: 60 })[0]).toBeCloseTo((alone[0]! + alone[1]!) / 2, 12);
  });

  it("N7: outcomes that do not exist are answered with those that do", () => {
    expect(checkOutcome(HEADLINE, dataset).ok).toBe(true);
    expect(checkOutcome(outcome("nirx", "ree", "P"), dataset).ok).toBe(true);
    expect(checkOutcome(outcomeOfTarget({ indicator: "dependence", mineral: null }), dataset)).toEqual({ ok: true, value: HEADLINE });
    const wrongs = [
      outcome("dependence", "unobtainium"),
      outcome("nirx", "ree", "Z"),
      outcome("nirx", "ree"),
      outcome("dependance"),
      outcome("top_supplier", "ree", "P"),
    ];
    expect(wrongs.map((one) => checkOutcome(one, dataset))).toMatchObject([
      { ok: false, error: { wrong: '"unobtainium" is not a mineral' } },
      { ok: false, error: { wrong: '"Z" is not a stage of ree', right: "write M, P or X" } },
      { ok: false, error: { wrong: "nirx is an indicator of a mineral and a stage" } },
      { ok: false, error: { wrong: '"dependance" is not an indicator' } },
      { ok: false, error: { wrong: '"top_supplier" is a name, not a number' } },
    ]);
    expect(isMonthly(outcome("hhi", "ree", "P"))).toBe(false);
    expect(monthlyIndicators.stage.every((id) => isMonthly(outcome(id, "ree", "P")))).toBe(true);
  });
});
