/** The columns a list shows of a stored result, so that listing never opens one. */
import type { Series } from "../../shared/model/run-result.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Target } from "../../shared/scenario/scenario.ts";

export interface ResultSummary {
  /** Composite import dependence (`composite_equal`, a fraction) in `headlineYear`; null where the run does not define it. */
  readonly headline: number | null;
  readonly headlineYear: number | null;
  /** Mean undiscounted public cost per year over 2027–2035, million. */
  readonly costMusdPerYr: number | null;
}

const COST_FIRST_YEAR = 2027;
const COST_LAST_YEAR = 2035;

/** `outcomeYear` counts where the scenario has no target of its own. */
export function summariseResult(result: RunResult, target: Target | null, outcomeYear: number): ResultSummary {
  const headlineYear = target?.year ?? outcomeYear;
  const headline = totalSeries(result, "composite_equal")[result.years.indexOf(headlineYear)] ?? null;
  const cost = totalSeries(result, "public_cost_musd").filter((_, i) => {
    const year = result.years[i];
    return year !== undefined && year >= COST_FIRST_YEAR && year <= COST_LAST_YEAR;
  });
  return { headline, headlineYear: headline === null ? null : headlineYear, costMusdPerYr: mean(cost) };
}

function totalSeries(result: RunResult, indicator: string): Series {
  const series = result.totals[indicator];
  return Array.isArray(series) ? (series as Series) : [];
}

function mean(series: Series): number | null {
  const numbers = series.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
