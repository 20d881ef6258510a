/** Value axes: nice maxima, four to six gridlines, the unit on the top tick, and the soft maximum that keeps the scale still while a lever moves. */
import { briefText, digitsText } from "../format/quantity.ts";
import { scaleFor } from "../format/scale.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { Series } from "../model/run-result.ts";
import type { AxisTick, ValueAxis } from "./chart-spec.ts";

/** Steps between gridlines, in units of a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];
const MOST_INTERVALS = 5;
/** Lines within this of zero, in the indicator's unit, lie on the floor: less is no quantity, and steps of it would vanish in the arithmetic. */
const NOTHING = 1e-12;
/** Headroom over the status quo before the scale must grow. */
const SOFT_MAX_FACTOR = 1.2;
/** Shares that are read against the whole: their axis is 0 to 100 % whatever the values. */
const WHOLE_SHARE: ReadonlySet<string> = new Set([
  "dependence",
  "composite_equal",
  "composite_value",
  "composite_chain_equal",
  "chain_origin_dependence",
  "nirx",
  "nir",
  "nir_published_basis",
  "nonallied_dependence",
  "top_supplier_share",
  "top_country_of_demand",
]);

/** The smallest nice step with at most five intervals up to `extent` (> 0). */
function niceStep(extent: number): number {
  const rough = extent / MOST_INTERVALS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** The smallest multiple of its nice step that is at least `extent`. */
export function niceMax(extent: number): number {
  if (!(extent > 0)) return 1;
  const step = niceStep(extent);
  return Math.ceil(extent / step - 1e-9) * step;
}

/**
 * Axis for `shown` lines whose status-quo lines are `reference`. Its maximum is 100 % for dependence shares, otherwise the nice maximum of
 * 1.2 × status quo, and larger only where a shown line needs it; so small moves of a lever leave the scale alone.
 * Shares never go below zero on the axis (exporters are clipped and named); other units may.
 */
export function valueAxis(indicator: Indicator, reference: readonly Series[], shown: readonly Series[], currency: string): ValueAxis {
  if (WHOLE_SHARE.has(indicator.id)) return buildAxis(indicator, 0, 1, currency);
  const soft = largest(reference) * SOFT_MAX_FACTOR;
  const needed = Math.max(largest(shown), largest(reference));
  const isShare = indicator.unit === "share";
  const lowest = isShare ? 0 : Math.min(0, smallest(shown), smallest(reference));
  const extent = Math.max(soft, needed, -lowest);
  const top = extent > NOTHING ? Math.max(soft, needed) : fallbackMax(indicator);
  return buildAxis(indicator, lowest, isShare ? Math.min(top, 1) : top, currency);
}

/** Axis of an empty or all-zero chart: a range in which "nothing" is visible as a line on the floor. */
const fallbackMax = (indicator: Indicator): number => (indicator.unit === "share" ? 1 : indicator.unit === "index" ? 2 : 100);

function buildAxis(indicator: Indicator, lowest: number, top: number, currency: string): ValueAxis {
  const scale = scaleFor(indicator, Math.max(top, -lowest), currency);
  const shownTop = top / scale.divisor;
  const shownLow = lowest / scale.divisor;
  const step = niceStep(shownTop - shownLow);
  const last = Math.max(Math.ceil(shownTop / step - 1e-9), shownLow < 0 ? 0 : 1);
  const first = Math.floor(shownLow / step + 1e-9);
  const decimals = decimalsOf(step);
  const ticks: AxisTick[] = [];
  for (let i = first; i <= last; i++) {
    const value = i * step * scale.divisor;
    ticks.push({ value, label: i === last ? briefText(value, scale, decimals) : digitsText(value, scale, decimals) });
  }
  return { min: ticks[0]!.value, max: ticks.at(-1)!.value, ticks, scale };
}

/** Decimals that a step needs: 0.25 → 2. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}

function largest(lines: readonly Series[]): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const line of lines) for (const value of line) if (value !== null && value > found) found = value;
  return found === Number.NEGATIVE_INFINITY ? 0 : found;
}

function smallest(lines: readonly Series[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (const line of lines) for (const value of line) if (value !== null && value < found) found = value;
  return found === Number.POSITIVE_INFINITY ? 0 : found;
}

/** Year ticks: the first year, every round step, the last. */
export function yearTicks(years: readonly number[]): readonly number[] {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  const step = last - first > 12 ? 5 : 1;
  const ticks = [first];
  for (let year = Math.ceil((first + 1) / step) * step; year < last; year += step) if (year - first >= step * 0.6) ticks.push(year);
  if (last > first) ticks.push(last);
  return ticks;
}
