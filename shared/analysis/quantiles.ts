/**
 * Exact quantiles of many values by selection: a few passes instead of a full sort.
 * Definition: linear interpolation between order statistics at rank p·(n − 1), type 7 of Hyndman and Fan (1996); the default of R and NumPy.
 */

/** The five bands that the app draws. */
export const BANDS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Writes the quantiles of `values[0 … count)` at ascending `probabilities` to `out` from `offset`. Undefined values (NaN) do not count;
 * where none is defined the quantiles are NaN. `values` is left in another order. Answers how many values are defined.
 */
export function quantiles(values: Float64Array, count: number, probabilities: readonly number[], out: Float64Array, offset: number): number {
  const defined = moveUndefinedLast(values, count);
  if (defined === 0) {
    for (let q = 0; q < probabilities.length; q++) out[offset + q] = NaN;
    return 0;
  }
  placeRanks(values, 0, defined - 1, neededRanks(probabilities, defined));
  probabilities.forEach((p, q) => {
    const rank = p * (defined - 1);
    const below = Math.floor(rank);
    const low = values[below]!;
    const part = rank - below;
    out[offset + q] = part === 0 ? low : low + (values[below + 1]! - low) * part;
  });
  return defined;
}

/** Order statistics that the interpolations read, ascending and each once. */
function neededRanks(probabilities: readonly number[], defined: number): readonly number[] {
  const ranks: number[] = [];
  for (const p of probabilities) {
    const below = Math.floor(p * (defined - 1));
    for (const rank of [below, Math.min(below + 1, defined - 1)]) if (rank > (ranks.at(-1) ?? -1)) ranks.push(rank);
  }
  return ranks;
}

function moveUndefinedLast(values: Float64Array, count: number): number {
  let defined = count;
  for (let i = 0; i < defined;) {
    if (values[i]! === values[i]!) i++;
    else {
      defined--;
      values[i] = values[defined]!;
      values[defined] = NaN;
    }
  }
  return defined;
}

/** Quickselect for several ranks at once: the middle rank first, then its two sides on their own. */
function placeRanks(values: Float64Array, from: number, to: number, ranks: readonly number[]): void {
  if (ranks.length === 0 || from >= to) return;
  const middle = ranks.length >> 1;
  const rank = ranks[middle]!;
  placeRank(values, from, to, rank);
  placeRanks(values, from, rank - 1, ranks.slice(0, middle));
  placeRanks(values, rank + 1, to, ranks.slice(middle + 1));
}

/** Hoare's selection with the median of three as pivot; equal values split evenly, so constant series cost one pass per halving. */
function placeRank(values: Float64Array, from: number, to: number, rank: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i] = values[j]!;
      values[j] = swapped;
      i++;
      j--;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c);
  return a < c ? a : Math.max(b, c);
}
