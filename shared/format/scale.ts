/**
 * Display scales: how a raw indicator value becomes digits on screen (divisor, decimals, unit text).
 * One scale is chosen for everything that is compared, so that shown differences are differences of shown values.
 */
import type { Indicator, IndicatorUnit } from "../indicator/indicator.ts";

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
  /** Suffix of a difference: " points" for shares, " Mt" for emissions, otherwise as `suffix`. */
  readonly differenceSuffix: string;
  /** Where room is short and the whole unit stands nearby: " d", " mo", " bn", " Mt". */
  readonly briefSuffix: string;
}

/** The unit by itself: "%", "kt", "$ bn/yr"; "index" says that 1 is the reference; "" for pure numbers. */
export const unitText = ({ unit, prefix, suffix }: DisplayScale): string => (unit === "index" ? "index" : `${prefix}${suffix}`.trim());

/** Money indicators that are sums over all years so far, not amounts per year. */
const CUMULATIVE: ReadonlySet<string> = new Set(["public_cost_discounted_cum_musd"]);

/** Largest magnitude of a unit first: from `from` (raw) on, values are divided by `divisor`. */
interface Magnitude {
  readonly from: number;
  readonly divisor: number;
  readonly name: string;
}

const MASS: readonly Magnitude[] = [
  { from: 1e7, divisor: 1e6, name: "Mt" },
  { from: 1e4, divisor: 1e3, name: "kt" },
  { from: 0, divisor: 1, name: "t" },
];
const MASS_OF_GAS: readonly Magnitude[] = [
  { from: 1e6, divisor: 1e6, name: "Mt" },
  { from: 1e4, divisor: 1e3, name: "kt" },
  { from: 0, divisor: 1, name: "t" },
];
const MONEY: readonly Magnitude[] = [
  { from: 1e3, divisor: 1e3, name: "bn" },
  { from: 0, divisor: 1, name: "m" },
];

/**
 * The scale for values up to `extent` (largest absolute raw value shown together) of an indicator.
 * `currency` is the symbol of the dataset's currency.
 */
export function scaleFor(indicator: Pick<Indicator, "id" | "unit">, extent: number, currency: string): DisplayScale {
  const unit = indicator.unit;
  switch (unit) {
    case "share":
      return { ...plain(unit, 0, 1, "%"), divisor: 0.01, differenceSuffix: " points" };
    case "t":
      return sized(unit, MASS, extent, "", "");
    case "t_per_yr":
      return sized(unit, MASS, extent, "", "/yr");
    case "t_co2e":
      return withoutGas(sized(unit, MASS_OF_GAS, extent, "", ""));
    case "musd":
      return sized(unit, MONEY, extent, currency, CUMULATIVE.has(indicator.id) ? "" : "/yr");
    case "days":
      return { ...plain(unit, 0, 1, " days"), briefSuffix: " d" };
    case "months":
      return { ...plain(unit, 0, 1, " months"), briefSuffix: " mo" };
    case "index":
      return plain(unit, 2, 3, "");
    case "hhi":
      return plain(unit, 0, 0, "");
    case "text":
      return plain(unit, 0, 0, "");
  }
}

const plain = (unit: IndicatorUnit, decimals: number, fineDecimals: number, suffix: string): DisplayScale => ({
  unit,
  divisor: 1,
  decimals,
  fineDecimals,
  prefix: "",
  suffix,
  differenceSuffix: suffix,
  briefSuffix: suffix,
});

/** Values name the gas; differences and ticks beside them need not. */
const withoutGas = (scale: DisplayScale): DisplayScale => ({ ...scale, suffix: `${scale.suffix} CO2e` });

/** About three significant figures: 14.2 kt, 142 kt, 7.4 t. */
function sized(unit: IndicatorUnit, magnitudes: readonly Magnitude[], extent: number, prefix: string, per: string): DisplayScale {
  const size = Math.abs(extent);
  const { divisor, name } = magnitudes.find(({ from }) => size >= from) ?? magnitudes.at(-1)!;
  const shown = size / divisor;
  const decimals = shown >= 100 || (divisor === 1 && shown >= 10) || shown === 0 ? 0 : 1;
  const suffix = ` ${name}${per}`;
  const briefSuffix = unit === "musd" ? ` ${name}` : suffix;
  return { unit, divisor, decimals, fineDecimals: decimals + 1, prefix, suffix, differenceSuffix: suffix, briefSuffix };
}
