/** The columns a list shows of a stored result, so that listing never opens one. */
import { meanPublicCost } from "../../shared/indicator/headline-cost.ts";
import { readerOfResult } from "../../shared/indicator/result-of-run.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Target } from "../../shared/scenario/scenario.ts";

export interface ResultSummary {
  /** Composite import dependence (`composite_equal`, a fraction) in `headlineYear`; null where the run does not define it. */
  readonly headline: number | null;
  readonly headlineYear: number | null;
  /** Mean undiscounted public cost per year over 2027–2035, million. */
  readonly costMusdPerYr: number | null;
}

/** `outcomeYear` counts where the scenario has no target of its own. */
export function summariseResult(result: RunResult, target: Target | null, outcomeYear: number): ResultSummary {
  const reader = readerOfResult(result);
  const headlineYear = target?.year ?? outcomeYear;
  const headline = reader.total("composite_equal")[reader.years.indexOf(headlineYear)] ?? null;
  return { headline, headlineYear: headline === null ? null : headlineYear, costMusdPerYr: meanPublicCost(reader) };
}
