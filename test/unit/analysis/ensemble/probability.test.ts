import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile, triangularQuantile } from "../../../../shared/analysis/ensemble/probability.ts";

describe("probability", () => {
  it("N2: the triangular quantile inverts the triangular distribution function", () => {
    const cdf = (x: number, low: number, mode: number, high: number): number =>
      x <= mode ? (x - low) ** 2 / ((high - low) * (mode - low)) : 1 - (high - x) ** 2 / ((high - low) * (high - mode));
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 1e-3, max: 50, noNaN: true }),
        fc.double({ min: 1e-3, max: 50, noNaN: true }),
        (u, low, rise, fall) => {
          const x = triangularQuantile(u, low, low + rise, low + rise + fall);
          expect(x).toBeGreaterThanOrEqual(low);
          expect(x).toBeLessThanOrEqual(low + rise + fall);
          expect(cdf(x, low, low + rise, low + rise + fall)).toBeCloseTo(u, 7);
        },
      ),
    );
  });

  it("N2: ends, modes at an end and empty ranges are exact", () => {
    expect(triangularQuantile(0, 1, 2, 4)).toBe(1);
    expect(triangularQuantile(1, 1, 2, 4)).toBe(4);
    expect(triangularQuantile(0.75, 0, 0, 1)).toBe(0.5);
    expect(triangularQuantile(0.25, 0, 1, 1)).toBe(0.5);
    expect(triangularQuantile(0.3, 5, 5, 5)).toBe(5);
  });

  it("N2: the normal quantile and distribution function agree with published values and with each other", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13);
    // AS241's own test values.
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 12);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 13);
    expect(normalCdf(-8) / 6.220960574271785e-16).toBeCloseTo(1, 6);
    expect(normalCdf(-40)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
      }),
    );
  });
});
