import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimension, MAX_RUNS, stratifiedUniform } from "../../../../shared/analysis/ensemble/stratified.ts";

const column = (seed: number, name: string, from: number, to: number): readonly number[] => {
  const d = dimension(seed, name);
  return Array.from({ length: to - from }, (_, i) => stratifiedUniform(d, from + i));
};

describe("stratified sampling", () => {
  it("N3: the first 2^k runs are a Latin hypercube: one value in each of 2^k equal strata", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), fc.integer({ min: 0, max: 12 }), (seed, name, k) => {
        const size = 2 ** k;
        const strata = column(seed, name, 0, size).map((u) => Math.floor(u * size));
        expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      }),
    );
  });

  it("N3: a run's number does not depend on which runs are drawn with it", () => {
    const all = column(3, "capex", 0, 1000);
    expect(column(3, "capex", 400, 700)).toEqual(all.slice(400, 700));
    expect(column(4, "capex", 0, 1000)).not.toEqual(all);
  });

  it("N3: values stay inside (0, 1), also for the last runs", () => {
    for (const run of [0, 1, 2 ** 30, MAX_RUNS - 1]) {
      const u = stratifiedUniform(dimension(1, "x"), run);
      expect(u).toBeGreaterThan(0);
      expect(u).toBeLessThan(1);
    }
  });

  it("N3: dimensions are uncorrelated: correlations of pairs spread like those of independent draws, no wider", () => {
    const n = 1000;
    const columns = Array.from({ length: 40 }, (_, d) => column(11, `dimension ${d}`, 0, n));
    const correlations: number[] = [];
    for (let a = 0; a < columns.length; a++) {
      for (let b = 0; b < a; b++) correlations.push(columns[a]!.reduce((sum, x, i) => sum + (x - 0.5) * (columns[b]![i]! - 0.5), 0) / (n / 12));
    }
    const spread = Math.sqrt(correlations.reduce((sum, r) => sum + r * r, 0) / correlations.length) * Math.sqrt(n);
    expect(spread).toBeGreaterThan(0.85);
    expect(spread).toBeLessThan(1.15);
    expect(Math.max(...correlations.map(Math.abs))).toBeLessThan(5 / Math.sqrt(n));
  });

  it("N3: the mean of a sum of dimensions converges faster than by independent draws", () => {
    const n = 256;
    const errors = Array.from({ length: 30 }, (_, seed) => column(seed, "x", 0, n).reduce((sum, u) => sum + u, 0) / n - 0.5);
    const rms = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    expect(rms).toBeLessThan(0.1 / Math.sqrt(12 * n));
  });
});
