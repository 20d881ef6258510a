/** Charts of an ensemble: bands by year, and the chance of the target by year. */
import { indicatorOf } from "../../analysis/outcome.ts";
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../../chart/chart-spec.ts";
import { CURRENT, STATUS_QUO } from "../../chart/palette.ts";
import { valueText } from "../../format/quantity.ts";
import { capitalised, inSentence } from "../../format/words.ts";
import { targetLabel } from "../target-view.ts";
import { chanceText, P25, P5, P50, P75, P95, rangeText, type UncertaintyContext } from "./uncertainty-context.ts";

export function fanChart(context: UncertaintyContext): ChartSpec {
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
              label: label(capitalised(against.name)),
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

export function chanceChart(context: UncertaintyContext): ChartSpec | null {
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
      series("scenario", capitalised(scenario.name), own, {}),
      ...(against === null
        ? []
        : [
            series("against", capitalised(against.name), lineOf(against.at), {
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
