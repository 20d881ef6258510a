/** What the scenario's public money is spent on: one band per lever that costs anything, the dearest at the bottom. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec, EndLabel } from "../../chart/chart-spec.ts";
import { PART_SHADES } from "../../chart/palette.ts";
import type { Lever } from "../../dataset/dataset.ts";
import { valueText } from "../../format/quantity.ts";
import { unitText } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { inSentence } from "../../format/words.ts";
import { findIndicator } from "../../indicator/catalogue.ts";
import type { Series } from "../../model/run-result.ts";
import { emptyChart } from "./empty-chart.ts";
import { extentOf, isComputed } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

interface CostLine {
  readonly lever: Lever;
  /** Million a year. */
  readonly values: Series;
}

const LINE_WIDTH = 2.5;
/** A band thinner than this share of all cost, in the outcome year and in the last one, has no label. */
const LABELLED_SHARE = 0.02;

export function costChart(context: ViewContext): ChartSpec {
  const { dataset, readers, years, currency } = context;
  const indicator = findIndicator("total", "public_cost_musd");
  const total = readers.current.total("public_cost_musd");
  const lines = dataset.levers
    .map((lever): CostLine => ({ lever, values: readers.current.costByLever(lever.id) }))
    .filter(({ values }) => values.some((value) => value !== null && value !== 0));
  const name = "Public cost by lever";
  if (lines.length === 0)
    return emptyChart(
      context,
      "cost-by-lever",
      indicator,
      name,
      isComputed(context) ? "No lever costs public money in any year" : "Public cost is not defined",
    );
  const ordered = lines.toSorted((a, b) => sum(b.values) - sum(a.values));
  // Selling a reserve earns money: bands cannot stand on negative ones.
  const form = lines.some(({ values }) => values.some((value) => value !== null && value < 0)) ? "lines" : "stack";
  const y =
    form === "stack"
      ? valueAxis(indicator, [], [total], currency)
      : valueAxis(
          indicator,
          [],
          lines.map(({ values }) => values),
          currency,
        );
  return {
    key: `cost-by-lever:${form}:${ordered.map(({ lever }) => lever.id).join(",")}`,
    form,
    title: finding(context, ordered, total, y.scale),
    subtitle: `${name}, ${unitText(y.scale)}, all minerals`,
    years,
    xTicks: yearTicks(years),
    y,
    series: ordered.map((line, index) => series(context, line, index, total)),
    target: null,
    marks: [],
    spans: [],
    dots: [],
    belowScale: null,
    empty: null,
  };
}

function series({ yearIndex, years }: ViewContext, { lever, values }: CostLine, index: number, total: Series): ChartSeries {
  const isThick = [yearIndex, years.length - 1].some((at) => Math.abs(values[at] ?? 0) > LABELLED_SHARE * Math.abs(total[at] ?? 0));
  return {
    id: lever.id,
    role: "lever",
    name: lever.name,
    values,
    colour: PART_SHADES[index % PART_SHADES.length]!,
    width: LINE_WIDTH,
    dash: [],
    layer: 0,
    label: isThick ? { ...onTwoLines(lever.name), bold: false } : null,
  };
}

/** Beyond so many characters a name takes a second line at the end of its band. */
const LONG_NAME = 22;

function onTwoLines(name: string): Pick<EndLabel, "text" | "detail"> {
  const space = name.indexOf(" ");
  return name.length <= LONG_NAME || space < 0 ? { text: name, detail: null } : { text: name.slice(0, space), detail: name.slice(space + 1) };
}

const sum = (values: Series): number => values.reduce<number>((sofar, value) => sofar + (value ?? 0), 0);

/** "Public cost is $2.5 bn/yr in 2035, $1.9 bn/yr of it for processing investment support" */
function finding({ yearIndex, year }: ViewContext, lines: readonly CostLine[], total: Series, scale: DisplayScale): string {
  const all = total[yearIndex] ?? 0;
  const dearest = lines.toSorted((a, b) => (b.values[yearIndex] ?? 0) - (a.values[yearIndex] ?? 0))[0]!;
  if (extentOf([all]) === 0) return `Public cost is ${valueText(0, scale)} in ${year}`;
  if (lines.length === 1) return `${dearest.lever.name} costs ${valueText(all, scale)} in ${year}`;
  const most = valueText(dearest.values[yearIndex] ?? 0, scale);
  const part = most === valueText(all, scale) ? "almost all" : most;
  return `Public cost is ${valueText(all, scale)} in ${year}, ${part} of it for ${inSentence(dearest.lever.name)}`;
}
