/** A chart with one line per mineral or per stage: the scenario in the part's colour, its status quo thin and dotted in the same colour. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpan, ChartSpec } from "../../chart/chart-spec.ts";
import { belowZeroWord } from "../../format/quantity.ts";
import { unitText } from "../../format/scale.ts";
import { inSentence } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { Series } from "../../model/run-result.ts";
import { sameSeries } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

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
  /** `unit` as on the axis: "%", "kt", "$bn/yr"; "" = none. */
  readonly subtitle: (unit: string) => string;
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
  const first = parts.map(({ current }, index) => parts.findIndex((other, at) => at <= index && isPlain(other) && sameSeries(other.current, current)));
  const isTwin = (part: Part, index: number): boolean => isPlain(part) && first[index] !== index;
  const twinsOf = (index: number): readonly string[] => parts.filter((part, at) => isTwin(part, at) && first[at] === index).map(({ name }) => name);
  const dots = parts.flatMap((part, index) => {
    const { current, colour } = part;
    const value = current[context.yearIndex];
    if (isTwin(part, index)) return [];
    return value === null || value === undefined ? [] : [{ year: context.year, value, colour, label: null }];
  });
  return {
    key: input.key,
    form: "lines",
    title: input.title,
    subtitle: input.subtitle(unitText(y.scale)),
    years: context.years,
    xTicks: yearTicks(context.years),
    y,
    series: parts.flatMap((part, index) => partLines(part, role, isTwin(part, index) ? null : twinsOf(index))),
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

/** It has a line, of which nothing is said but its name. */
const isPlain = ({ detail, isBinding = false, current }: Part): boolean => detail === null && !isBinding && current.some((value) => value !== null);

/** Characters of the names beside one line's end. */
const NAMES_ROOM = 24;

/** "= cobalt, nickel", "= cobalt and 4 more" */
function sameAs(names: readonly string[]): string {
  const all = names.map(inSentence).join(", ");
  return all.length <= NAMES_ROOM || names.length < 2 ? `= ${all}` : `= ${inSentence(names[0]!)} and ${names.length - 1} more`;
}

/** `twins`: names of later parts on the same line, which one label names; null = this is such a one. */
function partLines(
  { id, name, colour, current, inWorld, detail, isBinding = false }: Part,
  role: "mineral" | "stage",
  twins: readonly string[] | null,
): readonly ChartSeries[] {
  const line = { role, colour, layer: isBinding ? 2 : 1 };
  return [
    {
      ...line,
      id,
      name,
      values: current,
      width: isBinding ? BROAD : LINE,
      dash: [],
      label: twins && { text: name, detail: twins.length > 0 ? sameAs(twins) : detail, bold: isBinding },
    },
    { ...line, id: `${id}:status-quo`, name: `${name}, status quo`, values: inWorld, width: 1.5, dash: [2, 4], layer: 0, label: null },
  ];
}
