import { describe, expect, it } from "vitest";
import { scaleFor } from "../../../../shared/format/scale.ts";
import { effectDates, visibleStep } from "../../../../shared/view/effect/effect-dates.ts";

const years = [2026, 2027, 2028, 2029, 2030, 2031];
const flat = years.map(() => 0.5);
const less = (...points: readonly number[]) => points.map((point) => 0.5 - point / 100);
const share = visibleStep(scaleFor({ id: "dependence", unit: "share" }, 1, "$"));
const dates = (current: readonly (number | null)[], reference: readonly (number | null)[] = flat) => effectDates(years, current, reference, share);

describe("effect dates", () => {
  it("L40: the first visible year has the smallest step that is ever shown, 0.1 points, and not a hair less", () => {
    expect(dates(less(0, 0.05, 0.0999, 0.1, 0.3, 0.3))).toMatchObject({ first: 2029 });
    expect(dates(less(0, 0.05, 0.0999, 0.0999, 0.09, 0.0999))).toBeNull();
    expect(dates(flat)).toBeNull();
  });

  it("L40: half and full effect are the first years from there on with 50 and 90 % of the largest difference", () => {
    expect(dates(less(0, 1, 4.9, 5, 8.9, 10))).toMatchObject({ first: 2027, half: 2029 });
    expect(dates(less(0, 1, 5, 9, 10, 10))).toEqual({
      first: 2027,
      half: 2028,
      full: 2029,
      largest: { year: 2030, difference: expect.closeTo(-0.1) },
      fades: false,
    });
    expect(dates(less(0, 0, 0.09, 0.11, 0.11, 0.11))).toMatchObject({ first: 2029, half: 2029, full: 2029 });
  });

  it("L40: an effect that still grows visibly in the last year has no full effect; one that hardly grows has", () => {
    expect(dates(less(0, 1, 2, 3, 4, 5))).toMatchObject({ full: null });
    expect(dates(less(0, 1, 4, 4.9, 4.95, 5))).toMatchObject({ full: 2029 });
  });

  it("L40: an effect of which less than half is left fades; a rise counts as an effect", () => {
    expect(dates(less(0, 4, 5, 3, 2, 1))).toMatchObject({ fades: true, full: 2028 });
    expect(dates(less(0, -4, -5, -5, -5, -5))).toMatchObject({ first: 2027, largest: { difference: expect.closeTo(0.05) }, fades: false });
  });

  it("L40: years without a value on either side are no effect", () => {
    expect(dates([null, null, 0.4, 0.4, 0.4, 0.4])).toMatchObject({ first: 2028 });
    expect(dates(less(0, 1, 1, 1, 1, 1), [0.5, null, null, 0.5, 0.5, 0.5])).toMatchObject({ first: 2029 });
  });
});
