/** The headline cost: mean undiscounted public cost per year over a fixed span of years, from any reader. */
import type { Series } from "../model/run-result.ts";
import type { ResultReader } from "./result-reader.ts";

/** First and last year of the headline cost. */
export const COST_YEARS = { first: 2027, last: 2035 } as const;

/** Positions of these years among the years of a run, from `from` up to `to` (exclusive); empty where it has none of them. */
export function costYearsOf(years: readonly number[]): { readonly from: number; readonly to: number } {
  const from = years.findIndex((year) => year >= COST_YEARS.first);
  const to = years.findLastIndex((year) => year <= COST_YEARS.last) + 1;
  return from < 0 || to <= from ? { from: 0, to: 0 } : { from, to };
}

/** Mean public cost per year 2027–2035, million real base-year currency units; null where the result has no figure for any of these years. */
export const meanPublicCost = (reader: ResultReader): number | null => meanOver(reader.total("public_cost_musd"), reader.years);

/** As `meanPublicCost`, of one lever. */
export const meanLeverCost = (reader: ResultReader, lever: string): number | null => meanOver(reader.costByLever(lever), reader.years);

/** As `meanPublicCost`, 0 where there is none: for sums, differences and axes. */
export const publicCostPerYear = (reader: ResultReader): number => meanPublicCost(reader) ?? 0;

function meanOver(series: Series, years: readonly number[]): number | null {
  const { from, to } = costYearsOf(years);
  const costs = series.slice(from, to).filter((cost) => cost !== null);
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}
