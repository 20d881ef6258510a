/** The wall: one small chart per mineral on one scale, scenario against status quo, with value and target in words. */
import { yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpan, ChartSpec, ValueAxis } from "../../chart/chart-spec.ts";
import { STATUS_QUO, mineralColours } from "../../chart/palette.ts";
import type { Colour } from "../../chart/palette.ts";
import type { Dataset, Mineral } from "../../dataset/dataset.ts";
import { belowZeroWord, readingText, valueOrNone, valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { inSentence, shortName } from "../../format/words.ts";
import { findIndicator } from "../../indicator/catalogue.ts";
import type { Series } from "../../model/run-result.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import { bindingStage } from "./bottleneck.ts";
import { mineralLines, stageLines } from "./dependence-chart.ts";
import { balanceDifference, fromStatusQuo } from "../difference-view.ts";
import { eventSpans } from "../event-spans.ts";
import type { DifferenceView, ExploreInput } from "./explore-types.ts";
import { beforeText, beginningIn, firstPublishedYear, publishedPoints, publishedSeries, withPublished } from "./published-line.ts";
import { targetLabel } from "../target-view.ts";
import { isComputed, sameSeries, stageLabel, viewContext } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

/** Shares of a mineral that are read against the whole. */
export type WallMeasure = "dependence" | "nir_published_basis" | "chain_origin_dependence" | "stages";

export interface WallCell {
  readonly mineral: string;
  readonly name: string;
  readonly value: string;
  readonly difference: DifferenceView;
  /** "target 40%"; "" without one. */
  readonly target: string;
  /** "Rare earths, import dependence 38% in 2035, 2 points below status quo, target 40% by 2035" */
  readonly label: string;
  readonly spec: ChartSpec;
}

export interface WallView {
  readonly title: string;
  readonly subtitle: string;
  readonly cells: readonly WallCell[];
  /** The same lines in one chart: for the table, for copies, and as words. */
  readonly together: ChartSpec;
}

export const WALL_MEASURES: readonly { readonly id: WallMeasure; readonly label: string }[] = [
  { id: "dependence", label: "Import dependence" },
  { id: "nir_published_basis", label: "As published" },
  { id: "chain_origin_dependence", label: "Chain-origin" },
  { id: "stages", label: "Stages" },
];

/** `home` is the country's adjective. */
const DEFINITIONS: Readonly<Record<Exclude<WallMeasure, "stages">, (home: string) => string>> = {
  dependence: (home) => `Share of ${home} need met from abroad, all stages by value, %`,
  nir_published_basis: (home) => `Net import reliance as the published figures count it, share of ${home} consumption, %`,
  chain_origin_dependence: (home) => `Share of ${home} need met from abroad, followed back to the mine, %`,
};

/** How the published figures go with a measure; without them there is nothing to show for earlier years. */
const PUBLISHED: Readonly<Partial<Record<WallMeasure, "same" | "other">>> = { dependence: "other", nir_published_basis: "same" };

export function buildWall(input: ExploreInput, measure: WallMeasure): WallView {
  const context = viewContext(input);
  if (measure === "stages") return stageWall(context);
  const { dataset, years } = context;
  const colours = mineralColours(dataset);
  const begin = years[0] ?? 0;
  const minerals = dataset.minerals.map(({ id }) => id);
  const first = PUBLISHED[measure] ? firstPublishedYear(dataset, minerals, begin) : null;
  const isSame = PUBLISHED[measure] === "same";
  const points = minerals.flatMap((mineral) => publishedPoints(dataset, mineral, begin));
  const before = first === null ? "" : `; ${beforeText(begin, points, isSame)}`;
  const together = beginningIn(mineralLines(context, { level: "mineral", id: measure }), first);
  const scale = scaleFor(findIndicator("mineral", measure), 1, context.currency);
  return {
    title: together.title,
    subtitle: `${DEFINITIONS[measure](dataset.home.adjective)}, ${first ?? begin} to ${years.at(-1) ?? ""}; in ink: status quo${before}`,
    cells: dataset.minerals.map((mineral) => withEarlierYears(cell(context, measure, mineral, colours.get(mineral.id), scale), dataset, first, isSame)),
    together: first === null ? together : withAllPublished(context, together),
  };
}

/** The cell with its mineral's published figures; all cells begin in the same year. The subtitle of the wall names the figures. */
function withEarlierYears(shown: WallCell, dataset: Dataset, first: number | null, isSame: boolean): WallCell {
  if (first === null) return shown;
  const spec = beginningIn(withPublished(shown.spec, dataset, shown.mineral, isSame), first);
  const xTicks = [first, ...shown.spec.xTicks.slice(1)];
  // The subtitle names what stands before the projection, once for all charts.
  const history = spec.history && { ...spec.history, label: "" };
  return { ...shown, spec: { ...spec, subtitle: shown.spec.subtitle, xTicks, ...(history ? { history } : {}) } };
}

const withAllPublished = ({ dataset, years }: ViewContext, together: ChartSpec): ChartSpec => ({
  ...together,
  // A mineral's published figures stand beside its lines: behind all of them the first rows of the table would look empty.
  series: dataset.minerals.flatMap(({ id, name }) => [
    ...together.series.filter((series) => series.id === id || series.id.startsWith(`${id}:`)),
    publishedSeries(dataset, id, together, years[0] ?? 0, shortName(name)),
  ]),
});

/** Exposure at every stage of every mineral, the bottleneck broad and named. */
function stageWall(context: ViewContext): WallView {
  const { dataset, year } = context;
  const found = dataset.minerals.map((mineral) => ({ mineral, binding: bindingStage(context, mineral) }));
  const counts = Map.groupBy(found, ({ binding }) => binding);
  const [most, of] = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a));
  const all = `${dataset.minerals.length} minerals`;
  const title = !isComputed(context)
    ? `Exposure is not defined in ${year}`
    : most === null
      ? `No stage of ${of.length} of ${all} needs imports in ${year}`
      : `The bottleneck is ${stageName(context, most)} for ${of.length} of ${all} in ${year}`;
  const cells = found.map(({ mineral, binding }) => stageCell(context, mineral, binding));
  const subtitle = "Exposure, share of need that home supply cannot cover, %, by stage; dotted: status quo";
  const named = cells.flatMap(({ name, spec }) => spec.series.map((series) => namedAfter(name, series)));
  return { title, subtitle, cells, together: { ...mineralLines(context, { level: "stage", id: "nirx" }), key: "wall:stages", title, subtitle, series: named } };
}

const namedAfter = (name: string, series: ChartSeries): ChartSeries => ({ ...series, id: `${name}:${series.id}`, name: `${name}, ${inSentence(series.name)}` });
const stageName = ({ dataset }: ViewContext, stage: string): string => inSentence(stageLabel(dataset, stage));

function stageCell(context: ViewContext, mineral: Mineral, binding: string | null): WallCell {
  const { readers, year, yearIndex } = context;
  const indicator = findIndicator("stage", "nirx");
  const scale = scaleFor(indicator, 1, context.currency);
  const name = shortName(mineral.name);
  const at = (reader: ResultReader): number | null => (binding === null ? null : (reader.stage(mineral.id, binding, "nirx")[yearIndex] ?? null));
  const difference = balanceDifference(at(readers.current), at(readers.statusQuoInWorld), scale, indicator);
  const value = !isComputed(context)
    ? "n/a"
    : binding === null
      ? "no imports needed"
      : `${stageName(context, binding)} ${valueOrNone(at(readers.current), scale)}`;
  const spec = stageLines(context, { level: "stage", id: "nirx" }, mineral);
  const { note: _note, ...shown } = spec;
  return {
    mineral: mineral.id,
    name,
    value,
    difference,
    target: "",
    label:
      binding === null
        ? `${name}, ${isComputed(context) ? "no stage needs imports" : "exposure not defined"} in ${year}`
        : `${name}, bottleneck ${value} in ${year}, ${fromStatusQuo(difference)}`,
    spec: { ...shown, key: `wall:${spec.key}`, xTicks: smallTicks(context), y: wholeAxis(scale), dots: [], spans: unnamed(spec.spans) },
  };
}

function cell(context: ViewContext, measure: Exclude<WallMeasure, "stages">, mineral: Mineral, colour: Colour | undefined, scale: DisplayScale): WallCell {
  const { readers, document, year, yearIndex } = context;
  const indicator = findIndicator("mineral", measure);
  const current = readers.current.mineral(mineral.id, measure);
  const inWorld = readers.statusQuoInWorld.mineral(mineral.id, measure);
  const value = current[yearIndex] ?? null;
  const difference = balanceDifference(value, inWorld[yearIndex] ?? null, scale, indicator);
  const target = document.target?.indicator === measure && document.target.mineral === mineral.id ? document.target : null;
  const name = shortName(mineral.name);
  const text = readingText(measure, value, scale, false);
  const due = target ? `, ${inSentence(targetLabel(target.value, target.year, scale))}` : "";
  return {
    mineral: mineral.id,
    name,
    value: text,
    difference,
    target: target ? `target ${valueText(target.value, scale)}` : "",
    label: `${name}, ${inSentence(indicator.label)} ${text} in ${year}, ${fromStatusQuo(difference)}${due}`,
    spec: {
      key: `wall:${measure}:${mineral.id}`,
      form: "lines",
      title: `${name}: ${text} in ${year}`,
      subtitle: indicator.label,
      years: context.years,
      xTicks: smallTicks(context),
      y: wholeAxis(scale),
      series: lines(current, inWorld, colour?.fill ?? "--ink-2"),
      target: target ? { value: target.value, label: "target" } : null,
      marks: [],
      spans: unnamed(eventSpans(context.dataset, document.inputs.events, mineral.id)),
      dots: value === null ? [] : [{ year, value, colour: colour?.fill ?? "--ink-2", label: null }],
      belowScale: belowZeroWord(measure),
      empty: [...current, ...inWorld].every((each) => each === null) ? `Not defined for ${inSentence(name)}` : null,
    },
  };
}

/** A small chart has no room for the names of disruptions. */
const unnamed = (spans: readonly ChartSpan[]): readonly ChartSpan[] => spans.map(({ from, to }) => ({ from, to, label: "" }));

/** The two-tone rule: broad in the mineral's colour, on it a narrow line in ink. */
function lines(current: Series, inWorld: Series, colour: string): readonly ChartSeries[] {
  const line = { dash: [], label: null } as const;
  const same = sameSeries(current, inWorld);
  return [
    { ...line, id: "scenario", role: "mineral", name: "This scenario", values: current, colour, width: 4, layer: 1 },
    {
      ...line,
      id: "status-quo",
      role: "status-quo",
      name: same ? "Status quo = this scenario" : "Status quo",
      values: inWorld,
      colour: STATUS_QUO,
      width: 1.5,
      layer: 2,
    },
  ];
}

const wholeAxis = (scale: DisplayScale): ValueAxis => ({
  min: 0,
  max: 1,
  ticks: [
    { value: 0, label: "0" },
    { value: 0.5, label: "50" },
    { value: 1, label: "100%" },
  ],
  scale,
});

/** First, outcome and last year: there is room for three. */
function smallTicks({ years, year }: ViewContext): readonly number[] {
  const ticks = yearTicks(years);
  return [ticks[0]!, year, ticks.at(-1)!].filter((tick, index, all) => all.indexOf(tick) === index);
}
