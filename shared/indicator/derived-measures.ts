/** Measures that are worked out from annual indicators, whatever reader they come from. */
import type { ResultReader } from "./result-reader.ts";

/** Years of the headline cost. */
export const COST_YEARS = { first: 2027, last: 2035 } as const;

/** Headline cost: mean undiscounted public cost per year 2027–2035, million real base-year currency units; 0 where the run has none of these years. */
export function publicCostPerYear(reader: ResultReader): number {
  const series = reader.total("public_cost_musd");
  let sum = 0;
  let count = 0;
  reader.years.forEach((year, y) => {
    if (year < COST_YEARS.first || year > COST_YEARS.last) return;
    sum += series[y] ?? 0;
    count++;
  });
  return count > 0 ? sum / count : 0;
}
