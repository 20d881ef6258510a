import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../../../shared/format/comparison.ts";
import { scaleFor } from "../../../shared/format/scale.ts";
import type { IndicatorUnit } from "../../../shared/indicator/indicator.ts";

const share = scaleFor({ id: "dependence", unit: "share" }, 1, "$");
const money = scaleFor({ id: "public_cost_musd", unit: "musd" }, 3_400, "$");

/** Reads a number back from text such as "−$3.4 bn/yr". */
const digits = (text: string): number =>
  Number(
    text
      .replace("CO2e", "")
      .replace("−", "-")
      .replace(/[^\d.-]/g, ""),
  );

describe("differences", () => {
  it("V5: a difference is the difference of the two shown values", () => {
    expect(compareValues(0.524, 0.756, share)).toMatchObject({
      current: "52%",
      reference: "76%",
      difference: "−24 points",
      short: "−24",
      magnitude: "24 points",
    });
    expect(compareValues(3400, 700, money)).toMatchObject({ current: "$3.4 bn/yr", reference: "$0.7 bn/yr", difference: "+$2.7 bn/yr", direction: "up" });
    expect(compareValues(0.53, 0.52, share).difference).toBe("+1 point");
  });

  it("V5: a difference smaller than a shown step gets finer values on both sides", () => {
    expect(compareValues(0.5212, 0.5243, share)).toMatchObject({ current: "52.1%", reference: "52.4%", difference: "−0.3 points", fine: true });
  });

  it("V6: exactly equal is no change", () => {
    expect(compareValues(0.5, 0.5, share)).toMatchObject({ kind: "none", difference: "no change", short: "", direction: "none" });
  });

  it("V6: below the smallest step the text says less than, never 0.0", () => {
    expect(compareValues(0.50001, 0.5, share)).toMatchObject({ kind: "tiny", difference: "less than 0.1 points", short: "<0.1", direction: "up" });
    expect(compareValues(3400.001, 3400, money).difference).toBe("less than $0.01 bn/yr");
    expect(compareValues(0.521, 0.52, share).difference).toBe("+0.1 points");
  });

  it("V4: a missing side is n/a", () => {
    expect(compareValues(null, 0.5, share)).toMatchObject({ kind: "undefined", difference: "n/a", current: "n/a", reference: "50%" });
  });

  it("V5, V6: for any two values the shown difference fits the shown values and is never zero", () => {
    const units: readonly IndicatorUnit[] = ["share", "t", "t_per_yr", "t_co2e", "musd", "days", "months", "index", "hhi"];
    const value = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -1e8, max: 1e8, noNaN: true }));
    fc.assert(
      fc.property(fc.constantFrom(...units), value, value, (unit, a, b) => {
        const scale = scaleFor({ id: "x", unit }, Math.max(Math.abs(a), Math.abs(b)), "$");
        const comparison = compareValues(a, b, scale);
        fc.pre(comparison.kind === "change");
        expect(digits(comparison.difference)).not.toBe(0);
        expect(digits(comparison.current) - digits(comparison.reference)).toBeCloseTo(digits(comparison.difference), 6);
        expect(Math.sign(digits(comparison.difference))).toBe(Math.sign(a - b));
      }),
      { numRuns: 2000 },
    );
  });

  it("V6: no change only where equal, less than only below the smallest step", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -0.0009, max: 0.0009, noNaN: true }), (reference, step) => {
        const current = reference + step;
        expect(compareValues(current, reference, share).kind).toBe(current === reference ? "none" : "tiny");
      }),
    );
  });
});
