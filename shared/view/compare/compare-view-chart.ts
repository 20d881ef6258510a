/** Charts of Compare: one line per scenario with its name at the end, the reference in ink on top of what equals it. */
import { MAX_OVERLAID } from "../../analysis/compare.ts";
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../../chart/chart-spec.ts";
import { STATUS_QUO } from "../../chart/palette.ts";
import { belowZeroWord, valueText } from "../../format/quantity.ts";
import { inSentence, listText } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { Series } from "../../model/run-result.ts";
import { type ComparedItem, type CompareInput, type CompareView, itemInSentence, itemMark, itemName, type SmallChart } from "./compare-view-types.ts";
import { IMPORT_DEPENDENCE, WEIGHTING_TEXT, dependenceChoice, targetsDependence } from "../dependence.ts";
import type { IndicatorChoice } from "../explore/explore-types.ts";
import { metricName } from "../finding.ts";
import { targetLabel } from "../target-view.ts";
import { indicatorFor, mineralCount, readSeries, sameSeries, stageFor, stageLabel, subjectName } from "../view-context.ts";

/** What one line chart of Compare is about. */
interface Subject {
  readonly choice: IndicatorChoice;
  readonly indicator: Indicator;
  readonly metric: string;
  readonly subtitle: string;
  readonly years: readonly number[];
  /** By item, on `years`. */
  readonly lines: readonly Series[];
  readonly target: CompareInput["target"];
}

export const dependenceChart = (input: CompareInput): ChartSpec => chartOf(input, dependenceSubject(input), input.items);

export const indicatorChart = (input: CompareInput): ChartSpec => chartOf(input, indicatorSubject(input), input.items);

/** One chart per item with the reference beside it, on one scale; none where one chart holds all lines. */
export function smallMultiples(input: CompareInput): CompareView["small"] {
  if (scenarioCount(input) <= MAX_OVERLAID) return null;
  return { left: smallOf(input, dependenceSubject(input)), right: smallOf(input, indicatorSubject(input)) };
}

function smallOf(input: CompareInput, subject: Subject): readonly SmallChart[] {
  const reference = input.items[input.reference]!;
  return input.items
    .filter((item) => item !== reference)
    .map((item) => {
      const spec = chartOf(input, subject, [reference, item]);
      const line = subject.lines[input.items.indexOf(item)]!;
      const value = line[yearIndex(input, subject)] ?? null;
      const text = value === null ? "n/a" : valueText(value, spec.y.scale);
      const unnamed = spec.series.map((series) => ({ ...series, label: null }));
      const y = { ...spec.y, ticks: spec.y.ticks.filter((_, i, all) => i === 0 || i === all.length - 1) };
      const xTicks = spec.xTicks.filter((_, i, all) => i === 0 || i === all.length - 1);
      return { key: item.key, spec: { ...spec, key: `${spec.key}:${item.key}`, title: `${itemName(item)}: ${text}`, series: unnamed, y, xTicks } };
    });
}

const scenarioCount = ({ items }: CompareInput): number => items.filter(({ letter }) => letter !== "").length;

const mineralOf = ({ dataset, mineral }: CompareInput) => dataset.minerals.find(({ id }) => id === mineral) ?? null;

function indicatorSubject(input: CompareInput): Subject {
  const { dataset, indicator: choice } = input;
  const indicator = indicatorFor(choice);
  const mineral = choice.level === "total" ? null : (mineralOf(input) ?? dataset.minerals[0]!);
  const stage = mineral && choice.level === "stage" ? stageFor(mineral, input.stage) : null;
  const years = yearsOf(input.items);
  const where = [mineral ? subjectName(mineral) : "all minerals", ...(stage === null ? [] : [inSentence(stageLabel(dataset, stage))])].join(", ");
  return {
    choice,
    indicator,
    metric: metricName(indicator.label),
    subtitle: `${indicator.label}, ${where}`,
    years,
    lines: input.items.map(({ result }) => onYears(result.years, readSeries(result, choice, { mineral, stage }), years)),
    target: null,
  };
}

function dependenceSubject(input: CompareInput): Subject {
  const { dataset, weighting } = input;
  const mineral = mineralOf(input);
  const choice = dependenceChoice(mineral?.id ?? null, weighting);
  const years = yearsOf(input.items);
  const need = `Share of ${dataset.home.adjective} need met from abroad, %`;
  return {
    choice,
    indicator: indicatorFor(choice),
    metric: IMPORT_DEPENDENCE,
    subtitle: mineral ? `${need}, ${subjectName(mineral)}` : `${need}, ${WEIGHTING_TEXT[weighting]} ${mineralCount(dataset)}`,
    years,
    lines: input.items.map(({ result }) => onYears(result.years, readSeries(result, choice, { mineral, stage: null }), years)),
    target: input.target && targetsDependence(input.target, mineral?.id ?? null, weighting) ? input.target : null,
  };
}

/** All years that any item has: stored results of another dataset may have others. */
const yearsOf = (items: readonly ComparedItem[]): readonly number[] => [...new Set(items.flatMap(({ result }) => result.years))].toSorted((a, b) => a - b);

function onYears(own: readonly number[], series: Series, years: readonly number[]): Series {
  if (own.length === years.length && own.every((year, y) => year === years[y])) return series;
  return years.map((year) => series[own.indexOf(year)] ?? null);
}

function yearIndex({ outcomeYear }: CompareInput, { years }: Subject): number {
  const found = years.indexOf(outcomeYear);
  return found < 0 ? years.length - 1 : found;
}

/** `shown` is a part of the input's items; the scale is that of all, so that small multiples share it. */
function chartOf(input: CompareInput, subject: Subject, shown: readonly ComparedItem[]): ChartSpec {
  const { items, reference, dataset } = input;
  const { indicator, lines, years, target } = subject;
  const y = valueAxis(indicator, [lines[reference]!], lines, dataset.currency.symbol);
  const at = yearIndex(input, subject);
  const lineOf = (item: ComparedItem): Series => lines[items.indexOf(item)]!;
  const base = items[reference]!;
  const title = target === null ? valueFinding(input, subject, y.scale) : targetFinding(input, subject, target.value, target.year, y.scale);
  const isEmpty = lines.every((line) => line.every((value) => value === null));
  return {
    key: `${subject.choice.level}:${subject.choice.id}:${input.mineral ?? ""}:${input.stage ?? ""}`,
    form: "lines",
    title: isEmpty ? `No data for ${inSentence(indicator.label)} here` : title,
    subtitle: subject.subtitle,
    years,
    xTicks: yearTicks(years),
    y,
    series: shown.map((item) => lineSeries(item, item === base, lineOf(item), lineOf(base))),
    target: target === null ? null : { value: target.value, label: targetLabel(target.value, target.year, y.scale) },
    marks: [],
    spans: [],
    // The first scenario's dot is the uppermost, as its line is.
    dots: shown.toReversed().flatMap((item) => {
      const value = lineOf(item)[at];
      return value === null || value === undefined ? [] : [{ year: years[at]!, value, colour: item.colour, label: null }];
    }),
    belowScale: belowZeroWord(indicator.id),
    empty: isEmpty ? `No data for ${inSentence(indicator.label)} here` : null,
  };
}

/** Two-tone rule: what equals the reference is drawn wide with the reference thin on top. */
function lineSeries(item: ComparedItem, isReference: boolean, values: Series, reference: Series): ChartSeries {
  const isStatusQuo = item.letter === "";
  const same = !isReference && sameSeries(values, reference);
  return {
    id: item.key,
    role: isStatusQuo ? "status-quo" : "compare",
    name: itemName(item),
    values,
    colour: isStatusQuo ? STATUS_QUO : item.colour,
    width: same ? 5 : isStatusQuo || isReference ? 1.75 : item.isOpen ? 3.5 : 2.5,
    dash: [],
    layer: isReference ? 3 : same ? 0 : item.isOpen ? 2 : 1,
    label: { text: itemName(item), detail: null, bold: item.isOpen },
  };
}

type Scale = ChartSpec["y"]["scale"];

/** "A and C meet the 40% target by 2035"; "Only A meets the 40% target, and not before 2038"; "No scenario meets the 40% target by 2050" */
function targetFinding(input: CompareInput, subject: Subject, target: number, due: number, scale: Scale): string {
  const name = `the ${valueText(target, scale)} target`;
  const met = input.items.flatMap((item, i) => {
    const first = firstYearMet(subject, i, target);
    return item.letter === "" || first === null ? [] : [{ item, first }];
  });
  const count = scenarioCount(input);
  const inTime = met.filter(({ first }) => first <= due);
  const marks = (found: typeof met): string => listText(found.map(({ item }) => itemMark(item)));
  if (met.length === 0) return `No scenario meets ${name} by ${subject.years.at(-1) ?? due}`;
  if (inTime.length === count) return `${count === 1 ? "The scenario meets" : `All ${count} scenarios meet`} ${name} by ${due}`;
  if (inTime.length > 0) return `${inTime.length === 1 ? `Only ${marks(inTime)} meets` : `${marks(inTime)} meet`} ${name} by ${due}`;
  const earliest = Math.min(...met.map(({ first }) => first));
  return met.length === 1 ? `Only ${marks(met)} meets ${name}, and not before ${earliest}` : `${marks(met)} meet ${name}, none before ${earliest}`;
}

/** First year from which the line meets the target up to that year's end of the line; dependence is better when lower. */
function firstYearMet({ lines, years }: Subject, item: number, target: number): number | null {
  const line = lines[item]!;
  let first: number | null = null;
  for (let y = years.length - 1; y >= 0; y--) {
    const value = line[y];
    if (value === null || value === undefined || value > target) break;
    first = years[y]!;
  }
  return first;
}

/** "A is lowest in 2035: 52%, status quo 76%" */
function valueFinding(input: CompareInput, subject: Subject, scale: Scale): string {
  const { items, reference } = input;
  const { indicator, lines, years, metric } = subject;
  const at = yearIndex(input, subject);
  const year = years[at] ?? input.outcomeYear;
  const values = items.flatMap((item, i) => {
    const value = lines[i]![at];
    return value === null || value === undefined || (item.letter === "" && i !== reference) ? [] : [{ item, value, text: valueText(value, scale) }];
  });
  if (values.length === 0) return `${metric}: not defined in ${year}`;
  const base = values.find(({ item }) => item === items[reference]);
  const texts = new Set(values.map(({ text }) => text));
  if (texts.size === 1) return `${metric} is ${values[0]!.text} in ${year} in all`;
  const sign = indicator.better === "up" ? -1 : 1;
  const best = values.reduce((a, b) => (sign * b.value < sign * a.value ? b : a));
  const equal = values.filter(({ text }) => text === best.text);
  const word = indicator.better === "up" ? "highest" : "lowest";
  const against = base === undefined || equal.includes(base) ? "" : `, ${itemInSentence(base.item)} ${base.text}`;
  return `${metric} in ${year} is ${word} in ${listText(equal.map(({ item }) => itemInSentence(item)))}: ${best.text}${against}`;
}
