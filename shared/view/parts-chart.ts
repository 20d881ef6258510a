/** A chart with one line per mineral or per stage: the scenario in the part's colour, its status quo thin and dotted in the same colour. */
import { valueAxis, yearTicks } from "../chart/axis.ts";
import type { ChartSeries, ChartSpan, ChartSpec } from "../chart/chart-spec.ts";
import { belowZeroWord } from "../format/quantity.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { Series } from "../model/run-result.ts";
import type { ViewContext } from "./view-context.ts";

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly current: Series;
  readonly inWorld: Series;
  /** Beside the name at the line's end: "net exporter"; null = nothing. */
  readonly detail: string | null;
  /** The one that the chart is about: drawn broad, named bold. */
  readonly isBinding?: boolean;
  /** Too small for its percentages to matter. */
  readonly isTiny?: boolean;
}

export interface PartsChartInput {
  readonly key: string;
  readonly indicator: Indicator;
  readonly role: "mineral" | "stage";
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly Part[];
  readonly spans: readonly ChartSpan[];
  readonly note?: string | null;
}

export function partsChart(context: ViewContext, input: PartsChartInput): ChartSpec {
  const { parts, role, indicator } = input;
  const y = valueAxis(
    indicator,
    parts.map(({ inWorld }) => inWorld),
    parts.map(({ current }) => current),
    context.currency,
  );
  const dots = parts.flatMap(({ current, colour }) => {
    const value = current[context.yearIndex];
    return value === null || value === undefined ? [] : [{ year: context.year, value, colour, label: null }];
  });
  return {
    key: input.key,
    form: "lines",
    title: input.title,
    subtitle: input.subtitle,
    years: context.years,
    xTicks: yearTicks(context.years),
    y,
    series: parts.flatMap((part) => partLines(part, role)),
    target: null,
    marks: [],
    spans: input.spans,
    dots,
    belowScale: belowZeroWord(indicator.id),
    ...(input.note ? { note: input.note } : {}),
    empty: dots.length === 0 && parts.every(({ current, inWorld }) => [...current, ...inWorld].every((value) => value === null)) ? input.title : null,
  };
}

const BROAD = 5;
const LINE = 2.5;

function partLines({ id, name, colour, current, inWorld, detail, isBinding = false }: Part, role: "mineral" | "stage"): readonly ChartSeries[] {
  const line = { role, colour, layer: isBinding ? 2 : 1 };
  return [
    { ...line, id, name, values: current, width: isBinding ? BROAD : LINE, dash: [], label: { text: name, detail, bold: isBinding } },
    { ...line, id: `${id}:status-quo`, name: `${name}, status quo`, values: inWorld, width: 1.5, dash: [2, 4], layer: 0, label: null },
  ];
}
