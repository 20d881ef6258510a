/**
 * Two values and their difference, rounded once and together: the shown difference is the difference of the shown values.
 * Where whole steps would hide a difference, both values get the finer decimals; below that the text says "less than".
 */
import { MINUS, roundToSteps } from "./number.ts";
import { NOT_AVAILABLE, stepsOnScale, valueOrNone } from "./quantity.ts";
import type { DisplayScale } from "./scale.ts";

export interface Comparison {
  readonly kind: "none" | "tiny" | "change" | "undefined";
  /** The two values as they must stand beside the difference. */
  readonly current: string;
  readonly reference: string;
  /** "−24 points", "no change", "less than 0.1 points", "n/a" */
  readonly difference: string;
  /** Without sign: "24 points". */
  readonly magnitude: string;
  /** Where the unit is known from the place: "−24", "<0.1", "". */
  readonly short: string;
  readonly direction: "up" | "down" | "none";
  /** True where the values carry more decimals than usual. */
  readonly fine: boolean;
}

const NO_CHANGE = "no change";

/** Slack for binary fractions: 0.521 − 0.52 counts as 0.1 points. */
const SLACK = 1e-9;

export function compareValues(current: number | null | undefined, reference: number | null | undefined, scale: DisplayScale): Comparison {
  const texts = { current: valueOrNone(current, scale), reference: valueOrNone(reference, scale), fine: false };
  if (typeof current !== "number" || typeof reference !== "number") {
    return { ...texts, kind: "undefined", difference: NOT_AVAILABLE, magnitude: "", short: "", direction: "none" };
  }
  const difference = (current - reference) / scale.divisor;
  if (difference === 0) return { ...texts, kind: "none", difference: NO_CHANGE, magnitude: "", short: "", direction: "none" };
  const direction = difference > 0 ? "up" : "down";
  const size = Math.abs(difference) + SLACK;
  for (const decimals of [scale.decimals, scale.fineDecimals]) {
    const currentSteps = roundToSteps(current / scale.divisor, decimals);
    const referenceSteps = roundToSteps(reference / scale.divisor, decimals);
    const steps = currentSteps - referenceSteps;
    if (steps === 0 || size < 10 ** -decimals) continue;
    const magnitude = stepsOnScale(Math.abs(steps), decimals, scale, scale.differenceSuffix);
    const sign = steps < 0 ? MINUS : "+";
    return {
      kind: "change",
      current: stepsOnScale(currentSteps, decimals, scale, scale.suffix),
      reference: stepsOnScale(referenceSteps, decimals, scale, scale.suffix),
      difference: sign + magnitude,
      magnitude,
      short: sign + bare(Math.abs(steps), decimals),
      direction,
      fine: decimals !== scale.decimals,
    };
  }
  const magnitude = `less than ${stepsOnScale(1, scale.fineDecimals, scale, scale.differenceSuffix)}`;
  return { ...texts, kind: "tiny", difference: magnitude, magnitude, short: `<${bare(1, scale.fineDecimals)}`, direction };
}

const bare = (steps: number, decimals: number): string => (steps / 10 ** decimals).toFixed(decimals);
