/** One value as text on a display scale, with the words for values that are not plain numbers: exporters, undefined, none. */
import { MINUS, roundToSteps, stepsText } from "./number.ts";
import type { DisplayScale } from "./scale.ts";

export const NOT_AVAILABLE = "n/a";

/** "52%", "14.2 kt", "$3.4 bn/yr", "1 day", "−14%". `decimals` other than the scale's own only where a difference needs them. */
export const valueText = (value: number, scale: DisplayScale, decimals = scale.decimals): string =>
  stepsOnScale(roundToSteps(value / scale.divisor, decimals), decimals, scale, scale.suffix);

/** As `valueText` with the brief unit: "148 d", "$3.4 bn". */
export const briefText = (value: number, scale: DisplayScale, decimals = scale.decimals): string =>
  stepsOnScale(roundToSteps(value / scale.divisor, decimals), decimals, scale, scale.briefSuffix);

/** As `valueText`, "n/a" where there is no value. */
export const valueOrNone = (value: number | null | undefined, scale: DisplayScale): string =>
  value === null || value === undefined ? NOT_AVAILABLE : valueText(value, scale);

/** Digits only, for axis ticks and tables whose unit stands elsewhere: 0.52 → "52". */
export const digitsText = (value: number, scale: DisplayScale, decimals = scale.decimals): string =>
  stepsText(roundToSteps(value / scale.divisor, decimals), decimals);

/** Steps of a scale with sign, prefix and suffix: −34 steps of one decimal → "−$3.4 bn/yr". */
export function stepsOnScale(steps: number, decimals: number, scale: DisplayScale, suffix: string): string {
  const sign = steps < 0 ? MINUS : "";
  const digits = stepsText(Math.abs(steps), decimals);
  if (steps === 0 && scale.prefix !== "") return `${scale.prefix}0`;
  return sign + scale.prefix + digits + (digits === "1" ? singular(suffix) : suffix);
}

/** " days" → " day". Symbols of units have no plural. */
const singular = (suffix: string): string => (/^ (?:days|months|points)$/.test(suffix) ? suffix.slice(0, -1) : suffix);

/** Shares of need or consumption that turn negative where the country sells more than it uses. */
const TRADE_BALANCE: ReadonlySet<string> = new Set(["nir", "nirx", "nir_published_basis", "chain_origin_dependence"]);

const NET_EXPORTER = "net exporter";

/**
 * A value with the word a reader needs to take it rightly: "−14% (net exporter)", "below −100% (net exporter)" where the stage sells several times what
 * is used at home, "net exporter" where (almost) nothing is used at home but some is produced, "n/a".
 * `produces` tells whether the stage has output in that year; it decides what a missing exposure means.
 */
export function readingText(indicator: string, value: number | null | undefined, scale: DisplayScale, produces: boolean): string {
  const isBalance = TRADE_BALANCE.has(indicator);
  if (value === null || value === undefined) return isBalance && produces ? NET_EXPORTER : NOT_AVAILABLE;
  const text = valueText(value, scale);
  if (!isBalance || !text.startsWith(MINUS)) return text;
  return value < -1 ? `below ${valueText(-1, scale)} (${NET_EXPORTER})` : `${text} (${NET_EXPORTER})`;
}

/** Word for values below zero of an indicator; null where they are plain numbers. */
export const belowZeroWord = (indicator: string): string | null => (TRADE_BALANCE.has(indicator) ? NET_EXPORTER : null);

/** Whether the country sells more than it needs: a trade balance below zero, or without a value where there is output. */
export const isNetExporter = (indicator: string, value: number | null | undefined, produces: boolean): boolean =>
  TRADE_BALANCE.has(indicator) && (value === null || value === undefined ? produces : value < 0);
