import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactNumberText, numberText, roundToSteps } from "../../../shared/format/number.ts";

describe("numbers", () => {
  it("V1: thousands carry a comma, the minus is U+2212, zero has no sign", () => {
    expect(numberText(1234567.8, 0)).toBe("1,234,568");
    expect(numberText(999, 0)).toBe("999");
    expect(numberText(-1234.56, 1)).toBe("−1,234.6");
    expect(numberText(-0.04, 1)).toBe("0.0");
    expect(numberText(-0, 0)).toBe("0");
  });

  it("V1: halves are rounded away from zero on both sides", () => {
    expect(numberText(2.5, 0)).toBe("3");
    expect(numberText(-2.5, 0)).toBe("−3");
  });

  it("V1: settings keep every digit", () => {
    expect(exactNumberText(12.5)).toBe("12.5");
    expect(exactNumberText(1200)).toBe("1,200");
    expect(exactNumberText(0.0000001)).toBe("0.0000001");
    expect(exactNumberText(-3)).toBe("−3");
  });

  it("V2: rounding is within half a step and odd", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const steps = roundToSteps(value, decimals);
        expect(Math.abs(steps / 10 ** decimals - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-6);
        expect(Math.abs(roundToSteps(-value, decimals))).toBe(Math.abs(steps));
      }),
    );
  });
});
