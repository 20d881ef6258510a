/** What every part of the uncertainty view reads: the question, scales and names, the bands of the runs, and their words. */
import type { UncertaintyFindings } from "../../analysis/ensemble/growing-ensemble.ts";
import { indicatorOf, type Outcome } from "../../analysis/outcome.ts";
import { valueAxis } from "../../chart/axis.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { inSentence } from "../../format/words.ts";
import { IMPORT_DEPENDENCE } from "../dependence.ts";
import { metricName } from "../finding.ts";
import { stageLabel, subjectName } from "../view-context.ts";

export interface UncertaintyInput {
  readonly dataset: Dataset;
  readonly findings: UncertaintyFindings;
  /** Numbers of the two in the plan; `against` null = only one was run. */
  readonly scenario: { readonly at: number; readonly name: string };
  readonly against: { readonly at: number; readonly name: string } | null;
  readonly outcome: Outcome;
  readonly years: readonly number[];
  readonly year: number;
  readonly target: { readonly value: number; readonly year: number } | null;
  readonly seed: number;
  /** Runs that were asked for. */
  readonly runs: number;
}

/** Numbers of the bands in a report. */
export const [P5, P25, P50, P75, P95] = [0, 1, 2, 3, 4] as const;
export interface UncertaintyContext extends UncertaintyInput {
  readonly scale: DisplayScale;
  /** "Import dependence", "Days of cover" */
  readonly metric: string;
  readonly subject: string;
  /** Band of the scenario in a year. */
  readonly band: (p: number, year: number) => number;
  readonly line: (scenario: number, p: number) => readonly (number | null)[];
}

export function contextOf(input: UncertaintyInput): UncertaintyContext {
  const { dataset, findings, outcome, years, scenario, against } = input;
  const indicator = indicatorOf(outcome);
  const { quantiles } = findings.report;
  const line = (s: number, p: number): readonly (number | null)[] => quantiles[s]![0]!.map((bands) => (Number.isNaN(bands[p]!) ? null : bands[p]!));
  const shown = [P5, P25, P50, P75, P95].map((p) => line(scenario.at, p));
  const y = valueAxis(indicator, against === null ? [] : [line(against.at, P50)], shown, dataset.currency.symbol);
  const mineral = dataset.minerals.find(({ id }) => id === outcome.mineral) ?? null;
  const isDependence = outcome.indicator === "dependence" || outcome.indicator.startsWith("composite_");
  return {
    ...input,
    scale: y.scale,
    metric: isDependence ? IMPORT_DEPENDENCE : metricName(indicator.label),
    subject: `${subjectName(mineral)}${outcome.stage === null ? "" : `, ${inSentence(stageLabel(dataset, outcome.stage))}`}`,
    band: (p, year) => quantiles[scenario.at]![0]![years.indexOf(year)]![p]!,
    line,
  };
}

export const bandText = (value: number, scale: DisplayScale): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));

/** "8%", "less than 1%", "more than 99%"; never 0% or 100% where a run says otherwise. */
export function chanceText(probability: number): string {
  if (Number.isNaN(probability)) return NOT_AVAILABLE;
  if (probability > 0 && probability < 0.005) return "less than 1%";
  if (probability < 1 && probability > 0.995) return "more than 99%";
  return `${Math.round(probability * 100)}%`;
}

/** The scale with as many decimals as it takes to tell the ends of a range apart. */
export function rangeText(low: number, high: number, scale: DisplayScale): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return NOT_AVAILABLE;
  const { fine } = compareValues(high, low, scale);
  const decimals = fine ? scale.fineDecimals : scale.decimals;
  return `${valueText(low, scale, decimals)} to ${valueText(high, scale, decimals)}`;
}
