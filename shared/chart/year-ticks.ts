/** Which years stand under an axis: all that are asked for as long as there is room, shortened before any is left out. */
import type { AxisTick } from "./chart-spec.ts";

/** Pixels between the middles of neighbouring labels, at 12 px: two whole years, a whole and a short one, two short ones. */
const WHOLE = 38;
const MIXED = 28;
const SHORT = 23;

/** "2026 2030 2035 … 2050"; narrower "2026 ’30 ’35 … 2050", then without those beside the ends, then one between them. `perYear` in pixels. */
export function fittedYears(years: readonly number[], perYear: number): readonly AxisTick[] {
  const whole = years.map((value): AxisTick => ({ value, label: String(value) }));
  if (years.length < 3 || gaps(years, perYear).every((gap) => gap >= WHOLE)) return whole;
  const between = years.slice(1, -1);
  const middle = between.slice(Math.floor(between.length / 2)).slice(0, 1);
  const shown =
    [between, between.slice(1), between.slice(1, -1), middle].find((inner) => inner.length > 0 && fits([years[0]!, ...inner, years.at(-1)!], perYear)) ?? [];
  return whole.filter(({ value }, index) => index === 0 || index === whole.length - 1 || shown.includes(value)).map(shortInside);
}

const gaps = (years: readonly number[], perYear: number): readonly number[] => years.slice(1).map((year, index) => (year - years[index]!) * perYear);

function fits(years: readonly number[], perYear: number): boolean {
  const all = gaps(years, perYear);
  return all.every((gap, index) => gap >= (index === 0 || index === all.length - 1 ? MIXED : SHORT));
}

const shortInside = (tick: AxisTick, index: number, ticks: readonly AxisTick[]): AxisTick =>
  index === 0 || index === ticks.length - 1 ? tick : { value: tick.value, label: `\u2019${String(tick.value % 100).padStart(2, "0")}` };
