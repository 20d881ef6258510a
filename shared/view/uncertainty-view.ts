/** An ensemble in words and charts: bands of the scenario, the chance of the target, who beats whom, how far the figures have settled. */
import type { UncertaintyFindings } from "../analysis/growing-ensemble.ts";
import { indicatorOf, type Outcome } from "../analysis/outcome.ts";
import { valueAxis, yearTicks } from "../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../chart/chart-spec.ts";
import { CURRENT, STATUS_QUO } from "../chart/palette.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { compareValues } from "../format/comparison.ts";
import { numberText } from "../format/number.ts";
import { digitsText, NOT_AVAILABLE, valueText } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";
import { countText, inSentence } from "../format/words.ts";
import { IMPORT_DEPENDENCE } from "./dependence.ts";
import { metricName } from "./finding.ts";
import { targetLabel } from "./target-view.ts";
import { stageLabel, subjectName } from "./view-context.ts";

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

const [P5, P25, P50, P75, P95] = [0, 1, 2, 3, 4] as const;
const MISSING = "n/a";

/** What every part of the view reads. */
interface Context extends UncertaintyInput {
  readonly scale: DisplayScale;
  /** "Import dependence", "Days of cover" */
  readonly metric: string;
  readonly subject: string;
  /** Band of the scenario in a year. */
  readonly band: (p: number, year: number) => number;
  readonly line: (scenario: number, p: number) => readonly (number | null)[];
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

function contextOf(input: UncertaintyInput): Context {
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

const text = (value: number, scale: DisplayScale): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));

/** "8%", "less than 1%", "more than 99%"; never 0% or 100% where a run says otherwise. */
export function chanceText(probability: number): string {
  if (Number.isNaN(probability)) return NOT_AVAILABLE;
  if (probability > 0 && probability < 0.005) return "less than 1%";
  if (probability < 1 && probability > 0.995) return "more than 99%";
  return `${Math.round(probability * 100)}%`;
}

/** "The 40% target is reached in 8% of runs by 2035"; without a target "A beats status quo in 97% of runs: median 52% against 71% in 2035". */
function finding(context: Context): string {
  const { findings, target, scenario, against, year, scale, metric, runs, band } = context;
  const sofar = findings.report.runs < runs ? " so far" : "";
  const { probabilities } = findings.report;
  if (target !== null && probabilities !== null) {
    const { probability } = probabilities[scenario.at]![context.years.indexOf(target.year)]!;
    return `The ${valueText(target.value, scale)} target is reached in ${chanceText(probability)} of runs${sofar} by ${target.year}`;
  }
  if (against !== null) {
    const better = findings.report.duels[0]!.better;
    const medians = `median ${text(band(P50, year), scale)} against ${text(context.line(against.at, P50)[context.years.indexOf(year)] ?? NaN, scale)} in ${year}`;
    return `${scenario.name} beats ${against.name} in ${chanceText(better)} of runs${sofar}: ${medians}`;
  }
  return `${metric} in ${year} is ${text(band(P50, year), scale)} in the middle run${sofar}`;
}

/** The scale with as many decimals as it takes to tell the ends of a range apart. */
function rangeText(low: number, high: number, scale: DisplayScale): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return MISSING;
  const { fine } = compareValues(high, low, scale);
  const decimals = fine ? scale.fineDecimals : scale.decimals;
  return `${valueText(low, scale, decimals)} to ${valueText(high, scale, decimals)}`;
}

function fanChart(context: Context): ChartSpec {
  const { outcome, years, year, scenario, against, target, dataset, line, band, scale, metric, subject } = context;
  const indicator = indicatorOf(outcome);
  const bands = [P5, P25, P50, P75, P95].map((p) => line(scenario.at, p));
  const other = against === null ? null : line(against.at, P50);
  const series = (id: string, name: string, values: readonly (number | null)[], look: Partial<ChartSeries>): ChartSeries => ({
    id,
    role: "scenario",
    name,
    values,
    colour: CURRENT,
    width: 0.5,
    dash: [],
    layer: 1,
    label: null,
    ...look,
  });
  const label = (words: string, bold = false): ChartSeries["label"] => ({ text: words, detail: null, bold });
  const isEmpty = bands[P50]!.every((value) => value === null);
  const median = band(P50, year);
  return {
    key: `fan:${outcome.indicator}:${outcome.mineral ?? ""}:${outcome.stage ?? ""}`,
    form: "lines",
    title: isEmpty
      ? `${metric} is not defined in any run`
      : `Half of all runs end ${year} between ${rangeText(band(P25, year), band(P75, year), scale).replace(" to ", " and ")}`,
    subtitle: `${metric}, ${scale.suffix.trim() || scale.prefix}, ${subject}. Bands: 5–95% and 25–75% of runs`,
    years,
    xTicks: yearTicks(years),
    y: valueAxis(indicator, other === null ? [] : [other], bands, dataset.currency.symbol),
    series: [
      series("p5", "5% of runs are below", bands[P5]!, { area: { to: "p95", colour: "--c-fan-1" }, label: label("5% of runs") }),
      series("p95", "95% of runs are below", bands[P95]!, { label: label("95% of runs") }),
      series("p25", "25% of runs are below", bands[P25]!, { area: { to: "p75", colour: "--c-fan-2" }, width: 0 }),
      series("p75", "75% of runs are below", bands[P75]!, { width: 0 }),
      series("median", `Median of ${scenario.name}`, bands[P50]!, { width: 3.5, layer: 3, label: label("Median", true) }),
      ...(other === null || against === null
        ? []
        : [
            series("against", `Median of ${against.name}`, other, {
              role: "status-quo",
              colour: STATUS_QUO,
              width: 1.75,
              layer: 4,
              label: label(against.name.charAt(0).toUpperCase() + against.name.slice(1)),
            }),
          ]),
    ],
    target: target === null ? null : { value: target.value, label: targetLabel(target.value, target.year, scale) },
    marks: [],
    spans: [],
    dots: Number.isNaN(median) ? [] : [{ year, value: median, colour: CURRENT, label: valueText(median, scale) }],
    belowScale: null,
    empty: isEmpty ? `${metric} is not defined in any run` : null,
  };
}

function chanceChart(context: Context): ChartSpec | null {
  const { findings, target, scenario, against, years, scale, outcome, dataset, subject, metric } = context;
  const { probabilities } = findings.report;
  if (target === null || probabilities === null) return null;
  const lineOf = (s: number): readonly (number | null)[] => probabilities[s]!.map(({ probability }) => (Number.isNaN(probability) ? null : probability));
  const own = lineOf(scenario.at);
  const y = valueAxis({ ...indicatorOf(outcome), id: "dependence", unit: "share" }, [], [], dataset.currency.symbol);
  const series = (id: string, name: string, values: readonly (number | null)[], look: Partial<ChartSeries>): ChartSeries => ({
    id,
    role: "scenario",
    name,
    values,
    colour: CURRENT,
    width: 3.5,
    dash: [],
    layer: 1,
    label: { text: name, detail: null, bold: id === "scenario" },
    ...look,
  });
  const half = years.find((_, i) => (own[i] ?? 0) >= 0.5 && own.slice(i).every((value) => (value ?? 0) >= 0.5));
  const bound = indicatorOf(outcome).better === "up" ? "or more" : "or less";
  const at = own[years.indexOf(target.year)] ?? NaN;
  return {
    key: `chance:${outcome.indicator}:${outcome.mineral ?? ""}`,
    form: "lines",
    title:
      half === undefined
        ? `The chance of ${valueText(target.value, scale)} ${bound} never stays above one half`
        : `From ${half} on the target is more likely met than not`,
    subtitle: `Share of runs with ${inSentence(metric)} of ${valueText(target.value, scale)} ${bound}, %, ${subject}`,
    years,
    xTicks: yearTicks(years),
    y,
    series: [
      series("scenario", scenario.name.charAt(0).toUpperCase() + scenario.name.slice(1), own, {}),
      ...(against === null
        ? []
        : [
            series("against", against.name.charAt(0).toUpperCase() + against.name.slice(1), lineOf(against.at), {
              role: "status-quo",
              colour: STATUS_QUO,
              width: 1.75,
              layer: 2,
            }),
          ]),
    ],
    target: null,
    marks: [],
    spans: [],
    dots: Number.isNaN(at) ? [] : [{ year: target.year, value: at, colour: CURRENT, label: chanceText(at) }],
    belowScale: null,
    empty: null,
  };
}

/** Standard errors in points, with one decimal: "± 1.5 points". */
const pointsError = (error: number): string => `± ${numberText(error * 100, 1)} points`;

function cards(context: Context): readonly UncertaintyCard[] {
  const { findings, scenario, against, target, year, scale, band, years, outcome } = context;
  const { report } = findings;
  const median: UncertaintyCard = {
    label: `Median in ${year}`,
    value: text(band(P50, year), scale),
    detail: `5–95% of runs: ${rangeText(band(P5, year), band(P95, year), scale)}`,
  };
  const worse = indicatorOf(outcome).better === "up" ? "or less" : "or more";
  const worst: UncertaintyCard = {
    label: "Worst 5% of runs",
    value: `${text(band(worse === "or less" ? P5 : P95, year), scale)} ${worse}`,
    detail: `in ${year}`,
  };
  return [median, target === null ? worst : chanceCard(context, target), ...(against === null ? [] : [duelCard()]), settledCard()];

  function duelCard(): UncertaintyCard {
    const { better, equal, worse: loses, standardError } = report.duels[0]!;
    const equals = equal === 0 ? "" : `, equal in ${chanceText(equal)}`;
    return {
      label: `Chance that ${scenario.name} beats ${against!.name}`,
      value: chanceText(better),
      detail: `worse in ${chanceText(loses)}${equals}; ${pointsError(standardError)}`,
    };
  }

  function settledCard(): UncertaintyCard {
    const steps = report.convergence[scenario.at]!;
    const last = steps.at(-1)!;
    const first = steps[0]!;
    const unit = scale.differenceSuffix;
    const decimals = scale.fineDecimals + 1;
    const error = (value: number): string => (Number.isNaN(value) ? MISSING : digitsText(value, scale, decimals));
    const before = steps.length > 1 ? `${error(first.standardError)} after ${numberText(first.runs, 0)} runs` : "the more runs, the smaller";
    return {
      label: `Standard error of the mean in ${years.includes(year) ? year : years.at(-1)!}`,
      value: `${error(last.standardError)}${unit}`,
      detail: before,
    };
  }
}

function chanceCard({ findings, scenario, scale, years, outcome }: Context, target: { readonly value: number; readonly year: number }): UncertaintyCard {
  const found = findings.report.probabilities![scenario.at]!;
  const { probability, standardError, of } = found[years.indexOf(target.year)]!;
  const bound = indicatorOf(outcome).better === "up" ? "or more" : "or less";
  return {
    label: `Chance of ${valueText(target.value, scale)} ${bound} in ${target.year}`,
    value: chanceText(probability),
    detail: `${numberText(Math.round(probability * of), 0)} of ${countText(of, "run")}; ${pointsError(standardError)}`,
  };
}
