/** The scenario's target against a line: distance at the outcome year, and when it is met. */
import { roundToSteps } from "../format/number.ts";
import { stepsOnScale, valueText } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";
import { countText } from "../format/words.ts";
import type { Series } from "../model/run-result.ts";
import type { Target } from "../scenario/scenario.ts";
import { targetsDependence } from "./dependence.ts";
import type { GaugeView, TargetView, Tone } from "./explore/explore-types.ts";
import { subjectName } from "./view-context.ts";
import type { ViewContext } from "./view-context.ts";

type Direction = "down" | "up";

const isMet = (value: number | null | undefined, target: number, better: Direction): boolean =>
  typeof value === "number" && (better === "down" ? value <= target : value >= target);

/** Index of the first year of the unbroken stretch of years in which the target is met that ends at `index`. */
function stretchBegins(line: Series, target: number, better: Direction, index: number): number {
  let first = index;
  while (first > 0 && isMet(line[first - 1], target, better)) first -= 1;
  return first;
}

/** The year the target was met, if that is not after the outcome year: what a finding may claim. */
export function metByOutcomeYear({ years, yearIndex }: ViewContext, line: Series, target: number, better: Direction): number | null {
  return isMet(line[yearIndex], target, better) ? (years[stretchBegins(line, target, better, yearIndex)] ?? null) : null;
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
  return { kind: "here", text, met: metText(context, line, target), tone, gauge: gauge(target.value, `target ${valueText(target.value, scale)}`) };
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

/** "met in 2033"; "met in 2038, 3 years late"; "met in 2029, lost again in 2034"; "lost in 2034, met again in 2045"; "not met by 2050" */
function metText({ years, yearIndex }: ViewContext, line: Series, { value, year: due }: Target): string {
  const met = line.map((each) => isMet(each, value, "down"));
  const after = (index: number, wanted: boolean): number | null => years[met.findIndex((each, at) => at > index && each === wanted)] ?? null;
  const held = met[yearIndex] ? yearIndex : met.lastIndexOf(true, yearIndex);
  const again = met[yearIndex] ? null : after(yearIndex, true);
  if (held < 0) return again === null ? `not met by ${years.at(-1) ?? ""}` : metIn(again, due);
  const first = stretchBegins(line, value, "down", held);
  const lost = after(held, false);
  if (lost === null) return first === 0 && years[0]! <= due ? `met from ${years[0]} on` : metIn(years[first]!, due);
  return again === null ? `met in ${years[first]}, lost again in ${lost}` : `lost in ${lost}, met again in ${again}`;
}

const metIn = (year: number, due: number): string => (year > due ? `met in ${year}, ${countText(year - due, "year")} late` : `met in ${year}`);

/** What the target is set for, when that is not what the headline shows: a mineral, or all by the other weighting. */
function whose({ dataset, document, mineral }: ViewContext): string {
  const target = document.target;
  const found = dataset.minerals.find(({ id }) => id === target?.mineral);
  if (found || mineral !== null) return subjectName(found ?? null);
  return `${subjectName(null)} ${target?.indicator === "composite_value" ? "weighted by value" : "in plain mean"}`;
}
