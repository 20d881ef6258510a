/** Which drawn parameters move the outcome: swings one at a time, rank correlations over all runs, and how the figure settles with more runs. */
import type { Moments } from "../../analysis/ensemble/ensemble-statistics.ts";
import { indicatorOf, type Outcome } from "../../analysis/outcome.ts";
import type { Tornado, TornadoRow } from "../../analysis/ensemble/tornado.ts";
import { type PlainTick, plainTicks } from "../../chart/plain-ticks.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { exactNumberText, MINUS, numberText } from "../../format/number.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import type { TextTable } from "../../format/table-text.ts";
import { parameterUnit } from "../../format/unit-words.ts";
import { countText, inSentence } from "../../format/words.ts";
import { placeText } from "../data/data-effect.ts";
import { parameterName } from "../data/data-parameter-names.ts";
import { differenceView } from "../difference-view.ts";
import type { Tone } from "../explore/explore-types.ts";

export type TornadoReading = "swings" | "ranks";

export interface TornadoEnd {
  /** Change of the outcome from its middle (swings), or the rank correlation. */
  readonly value: number;
  readonly text: string;
  readonly tone: Tone;
}

export interface TornadoBar {
  readonly key: string;
  readonly name: string;
  readonly place: string;
  /** One end (ranks) or two (swings: at the low and at the high value). */
  readonly ends: readonly TornadoEnd[];
  /** "low 6 to high 14 years" */
  readonly range: string;
}

export interface TornadoView {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly TornadoBar[];
  readonly ticks: readonly PlainTick[];
  /** Words over the two sides. */
  readonly sides: readonly [left: string, right: string];
  readonly table: TextTable;
}

const MOST_BARS = 7;
const MOST_ROWS = 40;

export interface TornadoInput {
  readonly dataset: Dataset;
  readonly outcome: Outcome;
  readonly year: number;
  readonly tornado: Tornado;
  readonly reading: TornadoReading;
  /** Runs that the rank correlations rest on, of so many that were asked for. */
  readonly runs: { readonly made: number; readonly asked: number };
}

export function buildTornadoView({ dataset, outcome, year, tornado, reading, runs }: TornadoInput): TornadoView {
  const indicator = indicatorOf(outcome);
  const plain = scaleFor(indicator, Math.abs(tornado.middle), dataset.currency.symbol);
  const scale: DisplayScale = { ...plain, decimals: plain.fineDecimals };
  const sizeOf = (row: TornadoRow): number => (reading === "swings" ? rangeOf(row, tornado.middle) : Math.abs(row.rankCorrelation));
  const sorted = tornado.rows.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const bars = sorted
    .slice(0, MOST_BARS)
    .filter((row) => sizeOf(row) > 0)
    .map((row) => barOf(dataset, row, reading, tornado.middle, scale, indicator));
  const reach = Math.max(
    ...bars.flatMap(({ ends }) => ends.map(({ value }) => Math.abs(value))),
    reading === "ranks" ? 0.1 : 10 ** -scale.decimals * scale.divisor,
  );
  const tickScale: DisplayScale = reading === "ranks" ? RANK_SCALE : { ...plain, briefSuffix: "", prefix: "", suffix: "" };
  const half = plainTicks(0, reach, tickScale).filter((_, i, all) => i === 0 || i === all.length - 1 || all.length <= 4 || i % 2 === 0);
  const ticks = [
    ...half.slice(1).map(({ value, label }) => ({ value: -value, label: `${MINUS}${label}` })),
    ...half.map((tick, i) => ({ value: tick.value, label: i === 0 ? tick.label : `+${tick.label}` })),
  ];
  const first = bars[0];
  const unit = scale.differenceSuffix.trim() || "units";
  return {
    title:
      first === undefined
        ? "No drawn parameter moves this outcome"
        : `${first.name}${first.place === "" ? "" : ` (${inSentence(first.place)})`} moves the outcome most`,
    subtitle:
      reading === "swings"
        ? `Change in ${year} when one parameter alone is at its low or high value, ${unit}`
        : `Spearman rank correlation with the outcome in ${year} over ${countOf(runs)}; below ${numberText(2 / Math.sqrt(runs.made), 2)} it may be chance`,
    bars,
    ticks: ticks.toSorted((a, b) => a.value - b.value),
    sides: reading === "swings" ? ["lower", "higher"] : ["more means lower", "more means higher"],
    table: {
      columns: ["Parameter", "Low", "Used", "High", `At low`, `At high`, "Rank correlation"],
      rows: sorted.slice(0, MOST_ROWS).map((row) => tableRow(dataset, row, scale)),
    },
  };
}

const countOf = ({ made, asked }: TornadoInput["runs"]): string => (made < asked ? `the first ${countText(made, "run")}` : countText(made, "run"));

const RANK_SCALE: DisplayScale = {
  unit: "index",
  divisor: 1,
  decimals: 2,
  fineDecimals: 2,
  prefix: "",
  suffix: "",
  differenceSuffix: "",
  briefSuffix: "",
};

const rangeOf = ({ atLow, atHigh }: TornadoRow, middle: number): number => {
  const ends = [atLow, atHigh, middle].filter((value) => !Number.isNaN(value));
  return Math.max(...ends) - Math.min(...ends);
};

function barOf(
  dataset: Dataset,
  row: TornadoRow,
  reading: TornadoReading,
  middle: number,
  scale: DisplayScale,
  indicator: ReturnType<typeof indicatorOf>,
): TornadoBar {
  const { mineral, stage, key, low, high } = row.parameter;
  const parameter = dataset.parameters.find((one) => one.mineral === mineral && one.stage === stage && one.key === key);
  const unit = parameter === undefined ? "" : parameterUnit(parameter, dataset);
  const swing = (value: number): readonly TornadoEnd[] => {
    if (Number.isNaN(value)) return [];
    const comparison = compareValues(value, middle, scale);
    return [{ value: value - middle, text: comparison.kind === "none" ? "" : comparison.short, tone: differenceView(comparison, indicator).tone }];
  };
  const correlation = row.rankCorrelation;
  const isBetter = indicator.better === "up" ? correlation > 0 : correlation < 0;
  return {
    key: `${mineral}:${stage}:${key}`,
    name: parameterName(key),
    place: placeText(dataset, { mineral, stage }),
    range: `${exactNumberText(low)} to ${exactNumberText(high)}${unit === "" ? "" : ` ${unit}`}`,
    ends:
      reading === "swings"
        ? [...swing(row.atLow), ...swing(row.atHigh)]
        : [{ value: correlation, text: signed(correlation), tone: indicator.better === "neither" ? "neutral" : isBetter ? "better" : "worse" }],
  };
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${numberText(value, 2)}`;

function tableRow(dataset: Dataset, { parameter, rankCorrelation, atLow, atHigh }: TornadoRow, scale: DisplayScale): readonly string[] {
  const { mineral, stage, key, low, mode, high } = parameter;
  const text = (value: number): string => (Number.isNaN(value) ? NOT_AVAILABLE : valueText(value, scale));
  return [
    `${parameterName(key)}, ${placeText(dataset, { mineral, stage })}`,
    exactNumberText(low),
    exactNumberText(mode),
    exactNumberText(high),
    text(atLow),
    text(atHigh),
    signed(rankCorrelation),
  ];
}

export interface SettlingStep {
  readonly runs: number;
  readonly label: string;
  readonly mean: number;
  /** Twice the standard error to either side. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface SettlingView {
  readonly title: string;
  readonly subtitle: string;
  readonly steps: readonly SettlingStep[];
  readonly ticks: readonly PlainTick[];
  readonly table: TextTable;
}

/** How the mean of the outcome settles over the first 64, 128, 256 … runs. */
export function buildSettlingView(dataset: Dataset, outcome: Outcome, year: number, steps: readonly Moments[]): SettlingView {
  const indicator = indicatorOf(outcome);
  const last = steps.at(-1)!;
  const plain = scaleFor(indicator, Math.abs(last.mean), dataset.currency.symbol);
  const scale: DisplayScale = { ...plain, decimals: plain.fineDecimals };
  const shown = steps
    .filter(({ mean, standardError }) => !Number.isNaN(mean) && !Number.isNaN(standardError))
    .map(({ runs, mean, standardError }): SettlingStep => ({
      runs,
      label: numberText(runs, 0),
      mean,
      low: mean - 2 * standardError,
      high: mean + 2 * standardError,
      text: `${valueText(mean, scale)} ± ${numberText(standardError / scale.divisor, scale.decimals + 1)}`,
    }));
  const error = numberText(last.standardError / scale.divisor, scale.decimals + 1);
  const unit = scale.differenceSuffix;
  return {
    title: Number.isNaN(last.standardError)
      ? "Not defined in enough runs"
      : `After ${numberText(last.runs, 0)} runs the mean is known to ±\u00a0${error}${unit}`,
    subtitle: `Mean in ${year} of the first so many runs, with two standard errors to either side (an upper estimate: draws are stratified)`,
    steps: shown,
    ticks: plainTicks(Math.min(...shown.map(({ low }) => low)), Math.max(...shown.map(({ high }) => high)), scale),
    table: {
      columns: ["Runs", "Mean", "Standard error", "Median"],
      rows: steps.map(({ runs, mean, standardError, median }) => [
        numberText(runs, 0),
        valueText(mean, scale),
        numberText(standardError / scale.divisor, scale.decimals + 1),
        valueText(median, scale),
      ]),
    },
  };
}
