/** Numbers of analyses as text for a terminal: one scale for all values that stand together, one more decimal than on screen. */
import { indicatorOf, type Outcome } from "../../shared/analysis/outcome.ts";
import type { Dataset, Lever } from "../../shared/dataset/dataset.ts";
import { compareValues } from "../../shared/format/comparison.ts";
import { leverValueText } from "../../shared/format/lever-text.ts";
import { roundToSteps } from "../../shared/format/number.ts";
import { NOT_AVAILABLE, stepsOnScale, valueText } from "../../shared/format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../shared/format/scale.ts";
import type { Indicator } from "../../shared/indicator/indicator.ts";
import { MODEL_VERSION } from "../../shared/model/model-version.ts";
import type { LeverSetting } from "../../shared/scenario/scenario.ts";

const isValue = (value: number | null | undefined): value is number => typeof value === "number" && Number.isFinite(value);

/** The scale for an outcome's values, however they are nested. */
export function scaleOf(dataset: Dataset, outcome: Outcome, values: Iterable<number | null>): DisplayScale {
  let extent = 0;
  for (const value of values) if (isValue(value)) extent = Math.max(extent, Math.abs(value));
  return scaleFor(indicatorOf(outcome), extent, dataset.currency.symbol);
}

export const amountText = (value: number | null | undefined, scale: DisplayScale): string =>
  isValue(value) ? valueText(value, scale, scale.fineDecimals) : NOT_AVAILABLE;

/** The difference of two values as `amountText` shows them. */
export const differenceText = (value: number | null | undefined, reference: number | null | undefined, scale: DisplayScale): string =>
  compareValues(isValue(value) ? value : null, isValue(reference) ? reference : null, { ...scale, decimals: scale.fineDecimals }).difference;

/** A change that stands by itself: "−3.2 points", "+0.4 kt", "less than 0.1 points", "no change". */
export function changeText(value: number | null | undefined, scale: DisplayScale): string {
  if (!isValue(value)) return NOT_AVAILABLE;
  if (value === 0) return "no change";
  const steps = roundToSteps(value / scale.divisor, scale.fineDecimals);
  const text = stepsOnScale(steps === 0 ? 1 : steps, scale.fineDecimals, scale, scale.differenceSuffix);
  if (steps === 0) return `less than ${text}`;
  return value > 0 ? `+${text}` : text;
}

const COST: Pick<Indicator, "id" | "unit"> = { id: "public_cost_musd", unit: "musd" };

/** "$1.06 bn/yr". */
export const costText = (dataset: Dataset, millions: number): string => amountText(millions, scaleFor(COST, Math.abs(millions), dataset.currency.symbol));

/** "12.3%" of a share that is no indicator. */
export const percentText = (share: number, decimals = 1): string => (isValue(share) ? `${(100 * share).toFixed(decimals)}%` : NOT_AVAILABLE);

/** Settings of one lever: "90 days from 2027-01; 180 days for ree from 2030-01". */
export const settingsText = (lever: Lever, settings: readonly LeverSetting[]): string =>
  settings.length === 0
    ? "status quo"
    : settings
        .map((one) => `${leverValueText(lever, one.value)}${one.minerals === "all" ? "" : ` for ${one.minerals.join(", ")}`} from ${one.start}`)
        .join("; ");

/** What made the numbers: stands in every JSON answer. */
export const plannerInfo = (dataset: Dataset) => ({ model_version: MODEL_VERSION, data_vintage: dataset.vintage });
