/**
 * When a change shows: the first year in which two lines visibly differ, the years of half and of full effect. Dates come from runs and are whole
 * years, as the lines are annual; nothing is interpolated.
 */
import type { DisplayScale } from "../../format/scale.ts";
import type { Series } from "../../model/run-result.ts";

export interface EffectDates {
  /** First year with a difference of at least the smallest step that is ever shown. */
  readonly first: number;
  /** First year with half of the largest difference. */
  readonly half: number;
  /** First year within a tenth of the largest difference; null = it still grows visibly in the last year. */
  readonly full: number | null;
  readonly largest: { readonly year: number; readonly difference: number };
  /** Less than half of the largest difference is left in the last year. */
  readonly fades: boolean;
}

const HALF = 0.5;
const FULL = 0.9;
/** Binary dust of a difference of two decimals. */
const SLACK = 1 - 1e-9;

/** The smallest difference that is ever shown on a scale: 0.1 points of a share. */
export const visibleStep = (scale: DisplayScale): number => 10 ** -scale.fineDecimals * scale.divisor * SLACK;

/** Null where no year differs by `visible` or more. Years in which one of the two is not defined do not count. */
export function effectDates(years: readonly number[], current: Series, reference: Series, visible: number): EffectDates | null {
  const differences = years.map((_, index) => differenceAt(current, reference, index));
  const firstIndex = differences.findIndex((difference) => Math.abs(difference) >= visible);
  if (firstIndex < 0) return null;
  let peak = firstIndex;
  differences.forEach((difference, index) => {
    if (Math.abs(difference) > Math.abs(differences[peak]!)) peak = index;
  });
  const largest = differences[peak]!;
  const reached = (share: number): number => years[differences.findIndex((difference, index) => index >= firstIndex && difference / largest >= share * SLACK)]!;
  const last = differences.length - 1;
  const grows = peak === last && last > 0 && Math.abs(largest - differences[last - 1]!) >= visible;
  return {
    first: years[firstIndex]!,
    half: reached(HALF),
    full: grows ? null : reached(FULL),
    largest: { year: years[peak]!, difference: largest },
    fades: Math.abs(differences[last]!) < HALF * Math.abs(largest),
  };
}

function differenceAt(current: Series, reference: Series, index: number): number {
  const [value, other] = [current[index], reference[index]];
  return typeof value === "number" && typeof other === "number" ? value - other : 0;
}
