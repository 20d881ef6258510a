/** Round ticks for figures that are no line charts: they span the values, with the unit on the last. */
import { briefText, digitsText } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";

export interface PlainTick {
  readonly value: number;
  readonly label: string;
}

const STEPS = [1, 2, 2.5, 5, 10];
const INTERVALS = 4;

/** At least `least` shown units apart from first to last; below zero only where a value is. */
export function plainTicks(low: number, high: number, scale: DisplayScale, least = 0): readonly PlainTick[] {
  const [from, to] = [low / scale.divisor, high / scale.divisor];
  const rough = Math.max(to - from, least, Number.MIN_VALUE) / INTERVALS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10);
  const decimals = decimalsOf(step);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(Math.ceil(to / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i): PlainTick => {
    const value = (first + i) * step * scale.divisor;
    return { value, label: first + i === last ? briefText(value, scale, decimals) : digitsText(value, scale, decimals) };
  });
}

/** Decimals that a step needs: 0.25 → 2. */
function decimalsOf(step: number): number {
  let decimals = 0;
  while (decimals < 6 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) decimals++;
  return decimals;
}
