/** Spearman's rank correlation, with ties at their mean rank. */
import type { Sampler } from "./draws.ts";

/** What `correlationsWithDraws` is asked for: see `CorrelationJob`. */
interface Asked {
  readonly from: number;
  readonly values: Float64Array;
  readonly first: number;
  readonly end: number;
}

/** Correlation of an outcome with each drawn parameter; runs without a value (NaN) are left out. 0 where one of the two is constant. */
export function correlationsWithDraws(sampler: Sampler, { from, values, first, end }: Asked): Float64Array {
  const defined: number[] = [];
  values.forEach((value, r) => {
    if (!Number.isNaN(value)) defined.push(r);
  });
  const outcome = ranks(Float64Array.from(defined, (r) => values[r]!));
  const drawn = new Float64Array(defined.length);
  return Float64Array.from({ length: end - first }, (_, i) => {
    for (let d = 0; d < drawn.length; d++) drawn[d] = sampler.position(first + i, from + defined[d]!);
    return correlation(ranks(drawn), outcome);
  });
}

export const rankCorrelation = (a: Float64Array, b: Float64Array): number => correlation(ranks(a), ranks(b));

/** Rank of each value from 0; equal values share their mean rank. A sorted copy and bisection, because sorting plain doubles is native. */
function ranks(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  return values.map((value) => {
    const below = lowerBound(sorted, value);
    const isUnique = sorted[below + 1] !== value;
    return isUnique ? below : (below + upperBound(sorted, value, below) - 1) / 2;
  });
}

/** First place whose value is not below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First place whose value is above `value`. */
function upperBound(sorted: Float64Array, value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const middle = (a.length - 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! - middle;
    const y = b[i]! - middle;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
