/** An ensemble in words and charts: bands of the scenario, the chance of the target, who beats whom, how far the figures have settled. */
import { unanimityBound } from "../../analysis/ensemble/ensemble-statistics.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import type { ChartSpec } from "../../chart/chart-spec.ts";
import { numberText } from "../../format/number.ts";
import { digitsText, NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { countText } from "../../format/words.ts";
import { chanceChart, fanChart } from "./uncertainty-charts.ts";
import { bandText, chanceText, contextOf, P5, P50, P95, rangeText, type UncertaintyContext, type UncertaintyInput } from "./uncertainty-context.ts";

export interface UncertaintyCard {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

export interface UncertaintyView {
  readonly title: string;
  /** What was drawn, and that both scenarios saw the same draws. */
  readonly subtitle: string;
  readonly fan: ChartSpec;
  /** Chance of the target by year; null without a target. */
  readonly chance: ChartSpec | null;
  readonly cards: readonly UncertaintyCard[];
}

export function buildUncertaintyView(input: UncertaintyInput): UncertaintyView {
  const context = contextOf(input);
  const { findings, seed, runs, against } = input;
  const made = findings.report.runs;
  const count = made < runs ? `${numberText(made, 0)} of ${countText(runs, "run")}` : countText(made, "run");
  const same = against === null ? "" : `; both scenarios at the same draws, so differences are policy, not luck`;
  return {
    title: finding(context),
    subtitle: `${count} with ${countText(findings.parameters, "parameter")} drawn between low and high (seed ${seed})${same}`,
    fan: fanChart(context),
    chance: chanceChart(context),
    cards: cards(context),
  };
}

/** "The 40% target is reached in 8% of runs by 2035"; without a target "A beats status quo in 97% of runs: median 52% against 71% in 2035". */
function finding(context: UncertaintyContext): string {
  const { findings, target, scenario, against, year, scale, metric, runs, band } = context;
  const sofar = findings.report.runs < runs ? " so far" : "";
  const { probabilities } = findings.report;
  if (target !== null && probabilities !== null) {
    const { probability } = probabilities[scenario.at]![context.years.indexOf(target.year)]!;
    return `The ${valueText(target.value, scale)} target is reached in ${chanceText(probability)} of runs${sofar} by ${target.year}`;
  }
  if (against !== null) {
    const better = findings.report.duels[0]!.better;
    const medians = `median ${bandText(band(P50, year), scale)} against ${bandText(context.line(against.at, P50)[context.years.indexOf(year)] ?? NaN, scale)} in ${year}`;
    return `${scenario.name} beats ${against.name} in ${chanceText(better)} of runs${sofar}: ${medians}`;
  }
  return `${metric} in ${year} is ${bandText(band(P50, year), scale)} in the middle run${sofar}`;
}

/** Standard errors in points, with one decimal: "± 1.5 points". */
const pointsError = (error: number): string => `± ${numberText(error * 100, 1)} points`;

/** "in all 200 runs; could be as low as 98.5%"; null where some runs disagree. */
function boundText(share: number, of: number): string | null {
  const bound = unanimityBound(of);
  if (share === 1) return `in all ${countText(of, "run")}; could be as low as ${numberText((1 - bound) * 100, 1)}%`;
  return share === 0 ? `in none of ${countText(of, "run")}; could be as high as ${numberText(bound * 100, 1)}%` : null;
}

function cards(context: UncertaintyContext): readonly UncertaintyCard[] {
  const { findings, scenario, against, target, year, scale, band, years, outcome } = context;
  const { report } = findings;
  const median: UncertaintyCard = {
    label: `Median in ${year}`,
    value: bandText(band(P50, year), scale),
    detail: `5–95% of runs: ${rangeText(band(P5, year), band(P95, year), scale)}`,
  };
  const worse = indicatorOf(outcome).better === "up" ? "or less" : "or more";
  const worst: UncertaintyCard = {
    label: "Worst 5% of runs",
    value: `${bandText(band(worse === "or less" ? P5 : P95, year), scale)} ${worse}`,
    detail: `in ${year}`,
  };
  return [median, target === null ? worst : chanceCard(context, target), ...(against === null ? [] : [duelCard()]), settledCard()];

  function duelCard(): UncertaintyCard {
    const { better, equal, worse: loses, standardError, of } = report.duels[0]!;
    const equals = equal === 0 ? "" : `, equal in ${chanceText(equal)}`;
    return {
      label: `Chance that ${scenario.name} beats ${against!.name}`,
      value: chanceText(better),
      detail: boundText(better, of) ?? `worse in ${chanceText(loses)}${equals}; ${pointsError(standardError)}`,
    };
  }

  function settledCard(): UncertaintyCard {
    const steps = report.convergence[scenario.at]!;
    const last = steps.at(-1)!;
    const first = steps[0]!;
    const unit = scale.differenceSuffix;
    const decimals = scale.fineDecimals + 1;
    const error = (value: number): string => (Number.isNaN(value) ? NOT_AVAILABLE : digitsText(value, scale, decimals));
    const before = steps.length > 1 ? `${error(first.standardError)} after ${numberText(first.runs, 0)} runs` : "the more runs, the smaller";
    return {
      label: `Standard error of the mean in ${years.includes(year) ? year : years.at(-1)!}`,
      value: `${error(last.standardError)}${unit}`,
      detail: before,
    };
  }
}

function chanceCard(
  { findings, scenario, scale, years, outcome }: UncertaintyContext,
  target: { readonly value: number; readonly year: number },
): UncertaintyCard {
  const found = findings.report.probabilities![scenario.at]!;
  const { probability, standardError, of } = found[years.indexOf(target.year)]!;
  const bound = indicatorOf(outcome).better === "up" ? "or more" : "or less";
  return {
    label: `Chance of ${valueText(target.value, scale)} ${bound} in ${target.year}`,
    value: chanceText(probability),
    detail: boundText(probability, of) ?? `${numberText(Math.round(probability * of), 0)} of ${countText(of, "run")}; ${pointsError(standardError)}`,
  };
}
