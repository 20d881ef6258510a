/**
 * Exact quantiles of many values by selection: values are counted into equal steps, and only the steps that hold a wanted rank are ordered.
 * A few passes instead of a full sort, an order of magnitude faster for the thousands of runs of a study.
 * Definition: linear interpolation between order statistics at rank p·(n − 1), type 7 of Hyndman and Fan (1996); the default of R and NumPy.
 */

/** The five bands that the app draws. */
export const BANDS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Writes the quantiles of `values[0 … count)` at ascending `probabilities` to `out` from `offset`. Undefined values (NaN) do not count;
 * where none is defined the quantiles are NaN. `values` serves as working space: what it holds afterwards has no meaning. Answers how many are defined.
 */
export function quantiles(values: Float64Array, count: number, probabilities: readonly number[], out: Float64Array, offset: number): number {
  const defined = moveUndefinedLast(values, count);
  if (defined === 0) {
    for (let q = 0; q < probabilities.length; q++) out[offset + q] = NaN;
    return 0;
  }
  placeRanks(values, defined, neededRanks(probabilities, defined));
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

/** Steps between the least and the greatest value. */
const STEPS = 1024;

/** Writes the order statistic of each of the ascending `ranks` to its place in `values`. */
function placeRanks(values: Float64Array, count: number, ranks: readonly number[]): void {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const perUnit = STEPS / (greatest - least);
  if (count <= STEPS || !(perUnit > 0 && perUnit < Infinity)) {
    placeAscending(values, 0, count - 1, ranks);
    return;
  }
  // Subtraction, product and truncation all keep order, so steps are in the order of their values; rounding may put the greatest one step further.
  const counts = new Int32Array(STEPS + 2);
  for (let i = 0; i < count; i++) counts[((values[i]! - least) * perUnit) | 0]!++;

  // Where the values of each wanted step are gathered, one step after the other; -1 = no rank of interest in it.
  const places = new Int32Array(STEPS + 2).fill(-1);
  const wanted: WantedStep[] = [];
  let before = 0;
  let gathered = 0;
  for (let step = 0, next = 0; next < ranks.length; step++) {
    const size = counts[step]!;
    const first = next;
    while (next < ranks.length && ranks[next]! < before + size) next++;
    if (next > first) {
      places[step] = gathered;
      wanted.push({ from: gathered, to: gathered + size - 1, before, ranks: ranks.slice(first, next) });
      gathered += size;
    }
    before += size;
  }
  const near = new Float64Array(gathered);
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    const step = ((value - least) * perUnit) | 0;
    const at = places[step]!;
    if (at < 0) continue;
    near[at] = value;
    places[step] = at + 1;
  }
  for (const step of wanted) {
    const shift = step.from - step.before;
    placeAscending(
      near,
      step.from,
      step.to,
      step.ranks.map((rank) => rank + shift),
    );
    for (const rank of step.ranks) values[rank] = near[rank + shift]!;
  }
}

/** A step that holds wanted ranks: where its values stand, and how many values are less. */
interface WantedStep {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly ranks: readonly number[];
}

/** Brings the order statistics of ascending `ranks` within `values[from … to]` to their places. */
function placeAscending(values: Float64Array, from: number, to: number, ranks: readonly number[]): void {
  if (areEqual(values, from, to)) return;
  let low = from;
  for (const rank of ranks) {
    placeRank(values, low, to, rank);
    low = rank + 1;
  }
}

/** Common: what no drawn parameter moves, and shares that stand at 0 or 1 in most runs. */
function areEqual(values: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (values[i] !== values[from]) return false;
  return true;
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
