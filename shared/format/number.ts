/** Numbers as text: thousands with a comma, U+2212 as minus, never a negative zero. Rounding happens here, once. */

export const MINUS = "−";

/** Whole steps of 10^−decimals nearest to `value`, halves away from zero. Everything shown is made from such steps, so shown values add up. */
export function roundToSteps(value: number, decimals: number): number {
  const steps = Math.floor(Math.abs(value) * 10 ** decimals + 0.5);
  return value < 0 && steps > 0 ? -steps : steps;
}

/** 142 steps of one decimal → "14.2". */
export function stepsText(steps: number, decimals: number): string {
  const digits = (Math.abs(steps) / 10 ** decimals).toFixed(decimals);
  return (steps < 0 ? MINUS : "") + groupThousands(digits);
}

export const numberText = (value: number, decimals: number): string => stepsText(roundToSteps(value, decimals), decimals);

/** All digits that `value` has, for settings that must be shown exactly: 12.5 → "12.5", 1200 → "1,200". */
export const exactNumberText = (value: number): string => (value < 0 ? MINUS : "") + groupThousands(plainDigits(Math.abs(value)));

function groupThousands(digits: string): string {
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits : digits.slice(0, point);
  if (whole.length <= 3) return digits;
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (point < 0 ? "" : digits.slice(point));
}

/** Decimal notation without exponent and without trailing zeros. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}
