/**
 * Display scales: how a raw indicator value becomes digits on screen (divisor, decimals, unit text).
 * One scale is chosen for everything that is compared, so that shown differences are differences of shown values.
 */
import type { IndicatorUnit } from "../indicator/indicator.ts";

export interface DisplayScale {
  readonly unit: IndicatorUnit;
  /** Raw value ÷ divisor = shown number (0.01 for shares: 0.52 → 52). */
  readonly divisor: number;
  /** Decimals of values; `fineDecimals` when a difference is smaller than one shown step. Below 10^−fineDecimals a difference is "less than". */
  readonly decimals: number;
  readonly fineDecimals: number;
  /** "$" for money, else "". */
  readonly prefix: string;
  /** "%", " kt", " bn/yr" …, with its leading space where one belongs. */
  readonly suffix: string;
  /** Suffix of a difference: " points" for shares, otherwise as `suffix`. */
  readonly differenceSuffix: string;
}
