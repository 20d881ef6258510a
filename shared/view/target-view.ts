/** The scenario's target against a line: distance at the outcome year, and when it is met. */
import { roundToSteps } from "../format/number.ts";
import { stepsOnScale, valueText } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";
import type { Series } from "../model/run-result.ts";
import { targetsDependence } from "./dependence.ts";
import type { GaugeView, TargetView, Tone } from "./explore-types.ts";
import { subjectName } from "./view-context.ts";
import type { ViewContext } from "./view-context.ts";

type Direction = "down" | "up";

const isMet = (value: number | null | undefined, target: number, better: Direction): boolean =>
  typeof value === "number" && (better === "down" ? value <= target : value >= target);

/**
 * The year in which a line reaches its target: where it is met at `index`, the first year of the unbroken stretch that ends there;
 * otherwise the first later year in which it is met; null = never up to the last year.
 */
function yearMet(years: readonly number[], line: Series, target: number, better: Direction, index: number): number | null {
  if (isMet(line[index], target, better)) {
    let first = index;
    while (first > 0 && isMet(line[first - 1], target, better)) first -= 1;
    return years[first] ?? null;
  }
  const later = line.findIndex((value, at) => at > index && isMet(value, target, better));
  return later < 0 ? null : (years[later] ?? null);
}

/** The year the target was met, if that is not after the outcome year: what a finding may claim. */
export function metByOutcomeYear(context: ViewContext, line: Series, target: number, better: Direction): number | null {
  return isMet(line[context.yearIndex], target, better) ? yearMet(context.years, line, target, better, context.yearIndex) : null;
}

export const targetLabel = (value: number, year: number, scale: DisplayScale): string => `Target ${valueText(value, scale)} by ${year}`;

/** Target of the headline: shares, less is better. `value` and `statusQuo` are those of the outcome year. */
export function dependenceTarget(context: ViewContext, line: Series, statusQuo: number | null, scale: DisplayScale): TargetView {
  const target = context.document.target;
  const value = line[context.yearIndex] ?? null;
  const gauge = (at: number | null, label: string): GaugeView | null =>
    value === null || statusQuo === null
      ? null
      : { value, statusQuo, target: at, targetLabel: label, statusQuoLabel: `status quo ${valueText(statusQuo, scale)}` };
  if (!target) return { kind: "none", text: "No target set", met: "", tone: "neutral", gauge: gauge(null, "") };
  if (!targetsDependence(target, context.mineral?.id ?? null, context.weighting)) {
    return { kind: "elsewhere", text: `The target is set for ${whose(context)}`, met: "", tone: "neutral", gauge: gauge(null, "") };
  }
  const { text, tone } = distance(value, target.value, scale);
  const year = yearMet(context.years, line, target.value, "down", context.yearIndex);
  return { kind: "here", text, met: metText(context, year, target.year), tone, gauge: gauge(target.value, `target ${valueText(target.value, scale)}`) };
}

/** "12 points above target": the difference of the two shown numbers. */
function distance(value: number | null, target: number, scale: DisplayScale): { readonly text: string; readonly tone: Tone } {
  if (value === null) return { text: "n/a", tone: "neutral" };
  const shown = (raw: number): number => roundToSteps(raw / scale.divisor, scale.decimals);
  const steps = shown(value) - shown(target);
  const met = value <= target;
  if (steps === 0) return { text: met ? "target met" : "just above target", tone: met ? "better" : "worse" };
  const size = stepsOnScale(Math.abs(steps), scale.decimals, scale, scale.differenceSuffix);
  return { text: `${size} ${steps < 0 ? "below" : "above"} target`, tone: met ? "better" : "worse" };
}

/** "met in 2033"; "met in 2038, 3 years late"; "not met by 2050" */
function metText({ years }: ViewContext, year: number | null, due: number): string {
  if (year === null) return `not met by ${years.at(-1) ?? ""}`;
  if (year > due) return `met in ${year}, ${year - due === 1 ? "1 year" : `${year - due} years`} late`;
  return year === years[0] ? `met from ${year} on` : `met in ${year}`;
}

/** What the target is set for, when that is not what the headline shows. */
function whose({ dataset, document }: ViewContext): string {
  const target = document.target;
  const mineral = dataset.minerals.find(({ id }) => id === target?.mineral);
  return subjectName(mineral ?? null);
}
