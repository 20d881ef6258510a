import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rampFactor } from "../../../shared/model/schedule-levers.ts";
import type { ScheduledLever } from "../../../shared/model/scheduled-lever.ts";
import { addsUp, inYearlySteps, leverLines, leverYears, monthlyValues, setYears, variesByYear } from "../../../shared/scenario/lever-years.ts";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import { monthAt, monthIndex } from "../../../shared/time.ts";
import { dataset } from "../analysis/shipped-model.ts";

const span = { start: dataset.start, months: dataset.months };
const lever = (id: string) => dataset.levers.find((each) => each.id === id)!;
const [reserve, mining] = [lever("reserve_days"), lever("mining_invest")];
const plain: LeverSetting = { lever: "reserve_days", value: 60, start: "2027-01", ramp: 1, minerals: "all" };
const set = (line: readonly LeverSetting[], firstYear: number, values: readonly number[], toTheEnd = false) =>
  setYears(reserve, line, plain, { firstYear, values, toTheEnd }, span);
const valueOf = (made: ReturnType<typeof set>): readonly LeverSetting[] => {
  if (!made.ok) throw new Error(`ramp until ${made.error.until}`);
  return made.value;
};

interface Draft {
  readonly value: number;
  readonly from: number;
  readonly length: number;
  readonly ramp: number;
  readonly open: boolean;
}

function drafted({ value, from, length, ramp, open }: Draft): LeverSetting {
  const setting = { ...plain, value, start: monthAt(from, span.start), ramp };
  return open ? setting : { ...setting, end: monthAt(from + length, span.start) };
}

const settings = fc
  .record({
    value: fc.integer({ min: 0, max: 365 }),
    from: fc.integer({ min: 0, max: 280 }),
    length: fc.integer({ min: 1, max: 320 }),
    ramp: fc.integer({ min: 0, max: 40 }),
    open: fc.boolean(),
  })
  .map(drafted);
const edits = fc.record({
  line: fc.array(settings, { maxLength: 4 }),
  firstYear: fc.integer({ min: 2026, max: 2050 }),
  values: fc.array(fc.double({ min: 0, max: 365, noNaN: true }), { minLength: 1, maxLength: 6 }),
  toTheEnd: fc.boolean(),
  adds: fc.boolean(),
});

describe("a lever year by year", () => {
  it("L47: months have the value that the model gives them", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const scheduled = {
          start: monthIndex(setting.start, span.start),
          end: setting.end === undefined ? Infinity : monthIndex(setting.end, span.start),
          ramp: setting.ramp,
        };
        const values = monthlyValues(mining, [setting], span);
        values.forEach((value, t) => {
          expect(value).toBe(setting.value * rampFactor(scheduled as ScheduledLever, t));
        });
      }),
      { numRuns: 50 },
    );
  });

  it("L47: an edit of years sets exactly these, and no other month moves by a bit", () => {
    let edited = 0;
    fc.assert(
      fc.property(edits, ({ line, firstYear, values, toTheEnd, adds }) => {
        const of = adds ? mining : reserve;
        const fits = firstYear + values.length <= 2051;
        const made = setYears(of, line, { ...plain, lever: of.id }, { firstYear, values, toTheEnd }, span);
        if (!made.ok) return;
        const before = monthlyValues(of, line, span);
        const after = monthlyValues(of, made.value, span);
        const [first, end] = [(firstYear - 2026) * 12, toTheEnd ? span.months : (firstYear - 2026 + values.length) * 12];
        after.forEach((value, t) => {
          const isSet = fits && t >= first && t < end;
          expect(value).toBe(isSet ? values[Math.min(values.length - 1, Math.floor((t - first) / 12))] : before[t]);
        });
        edited++;
      }),
      { numRuns: 300 },
    );
    expect(edited).toBeGreaterThan(100);
  });

  it("L47: equal neighbours are one setting; status quo needs none; later years follow when asked", () => {
    const rising = valueOf(set([], 2027, [30, 60, 60, 90], true));
    expect(rising.map(({ value, start, end }) => [value, start, end])).toEqual([
      [30, "2027-01", "2028-01"],
      [60, "2028-01", "2030-01"],
      [90, "2030-01", undefined],
    ]);
    expect(valueOf(set(rising, 2028, [0, 0]))).toHaveLength(2);
    expect(valueOf(set(valueOf(set(rising, 2027, [60])), 2030, [60], true))).toEqual([{ ...plain }]);
    expect(valueOf(set(rising, 2026, Array<number>(25).fill(0), true))).toEqual([]);
  });

  it("L47: a ramp that has not ended stands in the way of its later years only, and yearly steps take it away", () => {
    const slow: readonly LeverSetting[] = [{ ...plain, ramp: 60 }];
    expect(set(slow, 2028, [100])).toEqual({ ok: false, error: { until: "2031-12" } });
    expect(valueOf(set(slow, 2026, [100]))).toHaveLength(2);
    expect(valueOf(set(slow, 2033, [100]))).toHaveLength(3);
    expect(valueOf(set(slow, 2028, [100], true))).toHaveLength(2);
    const steps = inYearlySteps(reserve, slow, plain, span);
    expect(leverYears(reserve, steps, span).every(({ isEven }) => isEven)).toBe(true);
    expect(
      leverYears(reserve, steps, span)
        .slice(0, 7)
        .map(({ value }) => value),
    ).toEqual([0, 6.5, 18.5, 30.5, 42.5, 54.5, 60]);
    expect(set(steps, 2028, [100]).ok).toBe(true);
  });

  it("L47: a year that rises within itself is not even and shows where it ends", () => {
    const years = leverYears(reserve, [{ ...plain, ramp: 12 }], span);
    expect(years.slice(0, 3)).toEqual([
      { year: 2026, value: 0, isEven: true },
      { year: 2027, value: 60, isEven: false },
      { year: 2028, value: 60, isEven: true },
    ]);
  });

  it("L47: a value out of bounds or a year outside changes nothing", () => {
    expect(set([plain], 2030, [400])).toEqual({ ok: true, value: [plain] });
    expect(set([plain], 2050, [10, 20])).toEqual({ ok: true, value: [plain] });
    expect(set([plain], 2025, [10])).toEqual({ ok: true, value: [plain] });
  });

  it("L47: settings for other minerals or partners are lines of their own", () => {
    const cobalt: LeverSetting = { ...plain, minerals: ["cobalt"] };
    expect(leverLines([plain, cobalt, { ...plain, value: 90, start: "2030-01" }, { ...cobalt, ramp: 24 }])).toEqual([
      [plain, { ...plain, value: 90, start: "2030-01" }],
      [cobalt, { ...cobalt, ramp: 24 }],
    ]);
    expect(leverLines([])).toEqual([]);
  });

  it("L47: amounts add up for money only; the public share cannot vary by year", () => {
    expect(dataset.levers.filter(addsUp).map(({ unit }) => unit)).toEqual(dataset.levers.filter(({ unit }) => unit === "$M/yr").map(({ unit }) => unit));
    expect(dataset.levers.filter((each) => !variesByYear(each)).map(({ id }) => id)).toEqual(["ppp_public_share"]);
  });
});
