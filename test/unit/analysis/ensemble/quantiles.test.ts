import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANDS, quantiles } from "../../../../shared/analysis/ensemble/quantiles.ts";

/** Type 7 by full sorting. */
function bySorting(values: readonly number[], probabilities: readonly number[]): readonly number[] {
  const sorted = values.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
  return probabilities.map((p) => {
    const rank = p * (sorted.length - 1);
    const below = Math.floor(rank);
    return rank === below ? sorted[below]! : sorted[below]! + (sorted[below + 1]! - sorted[below]!) * (rank - below);
  });
}

function bySelection(values: readonly number[], probabilities: readonly number[]): { readonly found: readonly number[]; readonly defined: number } {
  const out = new Float64Array(probabilities.length + 2);
  const defined = quantiles(Float64Array.from(values), values.length, probabilities, out, 1);
  expect([out[0], out.at(-1)]).toEqual([0, 0]);
  return { found: Array.from(out.subarray(1, -1)), defined };
}

describe("quantiles", () => {
  it("N4: equal those of the sorted values exactly, with ties, infinities and undefined values", () => {
    // Order does not tell -0 from 0: the sum makes it 0.
    const number = fc.double({ noNaN: true }).map((x) => x + 0);
    const value = fc.oneof(number, fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
    const probabilities = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }).map((list) => [...list].sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), fc.oneof(fc.constant([...BANDS]), probabilities), (values, asked) => {
        const { found, defined } = bySelection(values, asked);
        expect(defined).toBe(values.filter((x) => !Number.isNaN(x)).length);
        expect(found).toEqual(defined > 0 ? bySorting(values, asked) : asked.map(() => NaN));
      }),
      { numRuns: 500 },
    );
  });

  it("N4: ordered, reversed, constant and organ-pipe series of the largest study", () => {
    const n = 20_000;
    const shapes: readonly ((i: number) => number)[] = [
      (i) => i,
      (i) => n - i,
      () => 0.5,
      (i) => Math.min(i, n - i),
      (i) => (i * 7919) % n,
      // Nearly all at one value, as where dependence is complete in most runs; one far outlier; a range without end; none but the least numbers.
      (i) => (i % 50 === 0 ? 1 / (1 + i) : 1),
      (i) => (i === 17 ? 1e300 : Math.sin(i)),
      (i) => (i === 17 ? Infinity : i === 18 ? -Infinity : Math.sin(i)),
      (i) => (i === 17 ? NaN : -1e308 * Math.sin(i) * 1.5),
      (i) => Number.MIN_VALUE * (i % 7),
    ];
    for (const shape of shapes) {
      const values = Array.from({ length: n }, (_, i) => shape(i));
      expect(bySelection(values, BANDS).found).toEqual(bySorting(values, BANDS));
    }
  });

  it("N4: known answers: the five bands of 0 … 100, and one value alone", () => {
    expect(
      bySelection(
        Array.from({ length: 101 }, (_, i) => i),
        BANDS,
      ).found,
    ).toEqual([5, 25, 50, 75, 95]);
    expect(bySelection([3], BANDS).found).toEqual([3, 3, 3, 3, 3]);
    expect(bySelection([1, 2], [0.5]).found).toEqual([1.5]);
  });
});
