/** Rounding parts of a sum so that the shown parts add up to the shown sum. */
import { roundToSteps } from "./number.ts";

/**
 * Whole steps of 10^−decimals for each part, adding up to `steps`: each is rounded to the nearest, then single steps go where they do the least harm.
 * A part that is exactly 0 stays 0 wherever another can take the step.
 */
export function roundTogether(parts: readonly number[], steps: number, decimals: number): readonly number[] {
  const exact = parts.map((part) => part * 10 ** decimals);
  const rounded = parts.map((part) => roundToSteps(part, decimals));
  let missing = steps - rounded.reduce((sum, part) => sum + part, 0);
  while (missing !== 0) {
    const way = Math.sign(missing);
    const error = (i: number): number => Math.abs(rounded[i]! + way - exact[i]!) + (parts[i] === 0 ? parts.length : 0);
    const next = parts.map((_, i) => i).reduce((best, i) => (error(i) < error(best) ? i : best), 0);
    rounded[next]! += way;
    missing -= way;
  }
  return rounded;
}
