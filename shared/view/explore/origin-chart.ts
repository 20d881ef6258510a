/** Where the supply of one stage comes from, stacked from risk to home: countries without an alliance, the rest, partners, recycled at home, primary at home. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../../chart/chart-spec.ts";
import { ORIGIN_COLOURS } from "../../chart/palette.ts";
import type { Mineral, Supplier } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { scaleFor } from "../../format/scale.ts";
import { inSentence, isPlural } from "../../format/words.ts";
import { findIndicator } from "../../indicator/catalogue.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { Series } from "../../model/run-result.ts";
import { emptyChart } from "./empty-chart.ts";
import { eventSpans } from "../event-spans.ts";
import { isComputed, stageFor, stageLabel, subjectName } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

type Origin = keyof typeof ORIGIN_COLOURS;

interface Band {
  readonly id: string;
  readonly name: string;
  readonly origin: Origin;
  /** Tonnes a year. */
  readonly values: Series;
}

/** The dataset's id of all countries that it does not list. */
const REST = "OTH";
const ORDER: readonly Origin[] = ["nonAllied", "other", "partner", "recycled", "primary"];
/** Below this share of the supply, in the outcome year and in the last one, a band has no label; the table has it. */
const LABELLED_SHARE = 0.02;

export function originChart(context: ViewContext): ChartSpec {
  const { mineral, readers, selection, dataset, document, years } = context;
  const indicator = findIndicator("stage", "imports_t");
  if (!mineral) return emptyChart(context, "origin", indicator, "Supply by origin", "Choose one mineral: supply by origin is shown for one at a time");
  const stage = stageFor(mineral, selection.stage);
  const current = bandsOf(context, readers.current, mineral, stage);
  const reference = bandsOf(context, readers.statusQuoInWorld, mineral, stage);
  const where = `${inSentence(stageLabel(dataset, stage))}, ${subjectName(mineral)}`;
  const key = `origin:${mineral.id}:${stage}`;
  if (!current || !reference) {
    const reason = isComputed(context) ? "Imports by supplier are not stored with a revision. Recompute to see them" : "Supply by origin is not defined";
    return emptyChart(context, key, indicator, `Supply by origin, ${where}`, reason);
  }
  const total = sumOf(years, current);
  const y = valueAxis(indicator, [sumOf(years, reference)], [total], context.currency);
  const shown = inOrder(current, reference).filter(({ values }) => values.some((value) => value !== 0));
  return {
    key: `${key}:${shown.map(({ id }) => id).join(",")}`,
    form: "stack",
    title: finding(context, mineral, stage, current, reference),
    subtitle: `Supply by origin, ${y.scale.suffix.trim()} a year, ${where}, before exports`,
    years,
    xTicks: yearTicks(years),
    y,
    series: shown.map((band): ChartSeries => series(band, isLabelled(context, band, total))),
    target: null,
    marks: [],
    spans: eventSpans(dataset, document.inputs.events, mineral.id),
    dots: [],
    belowScale: null,
    empty: total.every((value) => value === 0) ? `No supply of ${where} in any year` : null,
  };
}

const series = ({ id, name, origin, values }: Band, labelled: boolean): ChartSeries => ({
  id,
  role: "supplier",
  name,
  values,
  colour: ORIGIN_COLOURS[origin],
  width: 0,
  dash: [],
  layer: 0,
  label: labelled ? { text: name, detail: null, bold: false } : null,
});

/** Null where the result does not hold imports by supplier. */
function bandsOf({ dataset }: ViewContext, reader: ResultReader, mineral: Mineral, stage: string): readonly Band[] | null {
  const imports = reader.imports(mineral.id, stage);
  if (!imports) return null;
  const suppliers = dataset.suppliers.filter((supplier) => supplier.mineral === mineral.id && supplier.stage === stage);
  const foreign = imports.map(({ iso3, values }): Band => {
    const supplier = suppliers.find((each) => each.iso3 === iso3);
    return { id: iso3, name: supplier?.country ?? iso3, origin: originOf(supplier), values };
  });
  const { adjective } = dataset.home;
  const own = (id: string): Series => reader.stage(mineral.id, stage, id);
  return [
    ...foreign,
    { id: "recycled", name: `${adjective} recycled`, origin: "recycled", values: own("secondary_t") },
    { id: "primary", name: `${adjective} primary`, origin: "primary", values: own("production_t") },
  ];
}

const originOf = (supplier: Supplier | undefined): Origin => (!supplier || supplier.iso3 === REST ? "other" : supplier.isAlly ? "partner" : "nonAllied");

/** By origin; within one the largest of the status quo first, so that bands keep their place while a lever moves. */
function inOrder(bands: readonly Band[], reference: readonly Band[]): readonly Band[] {
  const size = new Map(reference.map(({ id, values }) => [id, values.reduce<number>((sum, value) => sum + (value ?? 0), 0)]));
  return bands.toSorted((a, b) => ORDER.indexOf(a.origin) - ORDER.indexOf(b.origin) || (size.get(b.id) ?? 0) - (size.get(a.id) ?? 0));
}

const sumOf = (years: readonly number[], bands: readonly Band[]): readonly number[] =>
  years.map((_, index) => bands.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));

const isLabelled = ({ yearIndex, years }: ViewContext, { values }: Band, total: readonly number[]): boolean =>
  [yearIndex, years.length - 1].some((at) => (values[at] ?? 0) > LABELLED_SHARE * (total[at] ?? 0));

/** "China supplies 42% of rare earths in processing in 2035, status quo 68%" */
function finding(context: ViewContext, mineral: Mineral, stage: string, current: readonly Band[], reference: readonly Band[]): string {
  const { yearIndex: at, year, years, changed, dataset } = context;
  const what = `${subjectName(mineral)} in ${inSentence(stageLabel(dataset, stage))}`;
  const top = current.filter(isForeign).reduce<Band | null>((most, band) => ((band.values[at] ?? 0) > (most?.values[at] ?? 0) ? band : most), null);
  if (!top) return `No ${what} ${isPlural(subjectName(mineral)) ? "come" : "comes"} from abroad in ${year}`;
  const share = (bands: readonly Band[]): number | null => {
    const total = sumOf(years, bands)[at] ?? 0;
    return total > 0 ? (bands.find(({ id }) => id === top.id)?.values[at] ?? 0) / total : null;
  };
  const comparison = compareValues(share(current), share(reference), scaleFor(findIndicator("stage", "top_supplier_share"), 1, context.currency));
  const verb = top.id === REST ? "supply" : "supplies";
  const sentence = `${top.name} ${verb} ${comparison.current} of ${what} in ${year}`;
  if (comparison.kind === "change") return `${sentence}, status quo ${comparison.reference}`;
  return changed.length === 0 ? sentence : `${sentence}, ${comparison.difference} from status quo`;
}

const isForeign = ({ origin }: Band): boolean => origin !== "recycled" && origin !== "primary";
