import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSeed, philox, randomSource, wordsOfName } from "../../../../shared/analysis/ensemble/random.ts";

describe("random numbers", () => {
  it("N1: Philox4x32-10 gives the published answers of its authors", () => {
    expect(philox([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect(philox([ones, ones, ones, ones], [ones, ones])).toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
    expect(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
  });

  it("N1: the same seed and stream give the same sequence, another seed or stream another one", () => {
    const sequence = (seed: number, stream: string): readonly number[] => {
      const random = randomSource(seed, stream);
      return Array.from({ length: 20 }, () => random.uniform());
    };
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), (seed, stream) => {
        expect(sequence(seed, stream)).toEqual(sequence(seed, stream));
        expect(sequence(seed, stream)).not.toEqual(sequence(seed, `${stream}'`));
        expect(sequence(seed, stream)).not.toEqual(sequence(seed === 0 ? 1 : seed - 1, stream));
      }),
      { numRuns: 50 },
    );
  });

  it("N1: uniform and normal numbers have the moments of their distributions", () => {
    const random = randomSource(1, "moments");
    const n = 50_000;
    const uniform = Array.from({ length: n }, random.uniform);
    const normal = Array.from({ length: n }, random.normal);
    const mean = (values: readonly number[], power: number): number => values.reduce((sum, x) => sum + x ** power, 0) / n;
    // Five standard errors of each moment.
    expect(Math.abs(mean(uniform, 1) - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs(mean(uniform, 2) - 1 / 3)).toBeLessThan((5 * Math.sqrt(4 / 45)) / Math.sqrt(n));
    expect(Math.abs(mean(normal, 1))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(mean(normal, 2) - 1)).toBeLessThan((5 * Math.sqrt(2)) / Math.sqrt(n));
    expect(Math.abs(mean(normal, 4) - 3)).toBeLessThan((5 * Math.sqrt(96)) / Math.sqrt(n));
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
  });

  it("N1: a shuffle keeps every item and puts each at every place equally often", () => {
    const random = randomSource(7, "shuffle");
    const counts = new Int32Array(25);
    const n = 20_000;
    for (let round = 0; round < n; round++) {
      const items = [0, 1, 2, 3, 4];
      random.shuffle(items);
      expect(items.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
      items.forEach((item, place) => counts[5 * place + item]!++);
    }
    const tolerance = 5 * Math.sqrt((n / 5) * (4 / 5));
    for (const count of counts) expect(Math.abs(count - n / 5)).toBeLessThan(tolerance);
  });

  it("N1: names get streams of their own", () => {
    const names = Array.from({ length: 3000 }, (_, i) => `mineral${i % 30}|stage${i % 7}|key${i}`);
    expect(new Set(names.map((name) => wordsOfName(name).join())).size).toBe(names.length);
  });

  it("N1: a seed is a whole number that a double holds exactly", () => {
    expect([0, 1, 2 ** 53 - 1].map(isSeed)).toEqual([true, true, true]);
    expect([-1, 0.5, 2 ** 53, NaN, Infinity].map(isSeed)).toEqual([false, false, false, false, false]);
    expect(() => randomSource(-1, "")).toThrow("not a seed");
  });
});
