/** Monthly demand and price indices of a world (specification, section 3): log-linear between yearly anchors, 1 in the base year. */

/**
 * 3.10 and 3.11: one index for `months` months from `startYear` (January). Anchors sit in the middle of their years; after the last one the slope of the
 * last segment is kept.
 */
export function monthlyIndex(anchorYears: readonly number[], values: readonly number[], startYear: number, months: number): Float64Array {
  const index = new Float64Array(months);
  let i = 0;
  for (let t = 0; t < months; t++) {
    const tau = startYear + (t + 0.5) / 12;
    while (i < anchorYears.length - 2 && tau >= anchorYears[i + 1]! + 0.5) i++;
    const v = values[i]!;
    const next = values[i + 1]!;
    const year = anchorYears[i]! + 0.5;
    const nextYear = anchorYears[i + 1]! + 0.5;
    index[t] = v === next ? v : v * (next / v) ** ((tau - year) / (nextYear - year));
  }
  return index;
}
