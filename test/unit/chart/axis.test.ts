import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceMax, valueAxis, yearTicks } from "../../../shared/chart/axis.ts";
import type { Indicator, IndicatorUnit } from "../../../shared/indicator/indicator.ts";

const indicator = (id: string, unit: IndicatorUnit): Indicator => ({
  id,
  level: "stage",
  label: id,
  unit,
  better: "neither",
  definition: "",
  formula: "",
  rules: [],
});
const labels = (id: string, unit: IndicatorUnit, reference: readonly number[], shown: readonly number[]): readonly string[] =>
  valueAxis(indicator(id, unit), [reference], [shown], "$").ticks.map(({ label }) => label);

describe("value axis", () => {
  it("V10: dependence shares run from 0 to 100% whatever the values", () => {
    expect(labels("dependence", "share", [0.1], [0.05])).toEqual(["0", "20", "40", "60", "80", "100%"]);
    expect(labels("nirx", "share", [-28], [1.2])).toEqual(["0", "20", "40", "60", "80", "100%"]);
  });

  it("V10: the maximum is the nice maximum of 1.2 times the status quo, and grows only for a line that needs it", () => {
    expect(labels("production_t", "t", [20_000], [12_000])).toEqual(["0", "5", "10", "15", "20", "25 kt"]);
    expect(labels("production_t", "t", [20_000], [24_000])).toEqual(["0", "5", "10", "15", "20", "25 kt"]);
    expect(labels("production_t", "t", [20_000], [26_000])).toEqual(["0", "10", "20", "30 kt"]);
  });

  it("V10: only the top tick carries the unit", () => {
    expect(labels("cover_days", "days", [130], [60])).toEqual(["0", "50", "100", "150", "200 d"]);
    expect(labels("public_cost_musd", "musd", [0], [3400])).toEqual(["0", "1", "2", "3", "$4 bn"]);
    expect(labels("premium_avg", "index", [1], [1])).toEqual(["0.00", "0.25", "0.50", "0.75", "1.00", "1.25"]);
  });

  it("V10: shares stop at 100% and at 0; other units may be negative", () => {
    expect(labels("unmet_share", "share", [0.9], [0.2]).at(-1)).toBe("100%");
    expect(labels("public_cost_musd", "musd", [0], [-40, 80])).toEqual(["−50", "−25", "0", "25", "50", "75", "$100 m"]);
  });

  it("V10: an all-zero chart still has an axis", () => {
    expect(labels("unmet_share", "share", [0], [0]).at(-1)).toBe("100%");
    expect(labels("government_stock_t", "t", [0, 0], [0, 0]).at(-1)).toBe("100 t");
    expect(labels("government_stock_t", "t", [0, 0], [Number.MIN_VALUE, -Number.MIN_VALUE]).at(-1)).toBe("100 t");
  });

  it("V10: every shown value lies on the axis and there are at most eight gridlines", () => {
    const values = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(values, values, (reference, shown) => {
        const axis = valueAxis(indicator("production_t", "t"), [reference], [shown], "$");
        for (const value of [...reference, ...shown]) expect(value).toBeLessThanOrEqual(axis.max * (1 + 1e-9));
        expect(axis.ticks.length).toBeLessThanOrEqual(8);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("V10: nice maxima", () => {
    expect([0.9, 1, 1.1, 7, 11, 24, 26, 130, 0].map(niceMax)).toEqual([1, 1, 1.25, 8, 12.5, 25, 30, 150, 1]);
  });

  it("V10: year ticks are the first, the round and the last", () => {
    const years = Array.from({ length: 25 }, (_, i) => 2026 + i);
    expect(yearTicks(years)).toEqual([2026, 2030, 2035, 2040, 2045, 2050]);
    expect(yearTicks([2029, 2030, 2031])).toEqual([2029, 2030, 2031]);
    expect(yearTicks([])).toEqual([]);
  });
});
