/** A chart of one indicator for one place: the scenario's line with its references, target, marks and finding. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSpec, ChartSpan } from "../../chart/chart-spec.ts";
import { compareValues } from "../../format/comparison.ts";
import { belowZeroWord, isNetExporter, readingText, valueText } from "../../format/quantity.ts";
import { unitText } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { Series } from "../../model/run-result.ts";
import { findingText } from "../finding.ts";
import type { LeverFocus } from "./explore-types.ts";
import { withPublished } from "./published-line.ts";
import { pinnedLines } from "./pins.ts";
import { focusMarks, leverMarks, outcomeDot, referenceLines } from "./reference-lines.ts";
import type { Triple } from "./reference-lines.ts";
import { metByOutcomeYear, targetLabel } from "../target-view.ts";
import type { ViewContext } from "../view-context.ts";

export interface LineChartInput {
  readonly key: string;
  readonly indicator: Indicator;
  /** Begins the finding: "Import dependence for rare earths". */
  readonly metric: string;
  /** The same without its subject, inside a sentence: "import dependence". */
  readonly name: string;
  readonly plural: boolean;
  /** `unit` as on the axis: "%", "kt", "$bn/yr". */
  readonly subtitle: (unit: string) => string;
  /** The charted series of any result. */
  readonly read: (reader: ResultReader) => Series;
  /** Target value when the scenario's target speaks of this line. */
  readonly target: number | null;
  /** Whether the place has output of its own in the outcome year. */
  readonly produces: boolean;
  readonly spans: readonly ChartSpan[];
  /** Marks of one lever in place of the scenario's. */
  readonly focus?: LeverFocus;
  /** Published figures stand in front: of the same definition as the lines, or of another; absent = none. */
  readonly published?: "same" | "other";
  /** Whether its finding says that no lever differs. */
  readonly tellsZero: boolean;
}

export function lineChart(context: ViewContext, input: LineChartInput): ChartSpec {
  const { indicator, read } = input;
  const { readers, pins = [] } = context;
  const lines: Triple = { current: read(readers.current), inWorld: read(readers.statusQuoInWorld), inDefault: read(readers.statusQuo) };
  const references = [lines.inWorld, lines.inDefault];
  const pinned = pinnedLines(pins, lines, read);
  const y = valueAxis(indicator, references, [lines.current, ...pinned.map(({ values }) => values)], context.currency);
  const title = finding(context, input, lines, y.scale);
  const isEmpty = [lines.current, ...references].every((line) => line.every((value) => value === null));
  const spec: ChartSpec = {
    key: input.key,
    form: "lines",
    title,
    subtitle: input.subtitle(unitText(y.scale)),
    years: context.years,
    xTicks: yearTicks(context.years),
    y,
    series: [...referenceLines(lines), ...pinned],
    target: input.target === null ? null : { value: input.target, label: targetLabel(input.target, context.document.target?.year ?? context.year, y.scale) },
    marks: input.focus ? focusMarks(context, input.focus) : leverMarks(context, lines, y.scale),
    spans: input.spans,
    dots: outcomeDot(context, lines.current, y.scale),
    belowScale: belowZeroWord(indicator.id),
    empty: isEmpty ? title : null,
  };
  return input.published && context.mineral ? withPublished(spec, context.dataset, context.mineral.id, input.published === "same") : spec;
}

function finding(context: ViewContext, input: LineChartInput, lines: Triple, scale: DisplayScale): string {
  const { indicator, metric, plural } = input;
  const at = (line: Series): number | null => line[context.yearIndex] ?? null;
  const [current, reference] = [at(lines.current), at(lines.inWorld)];
  const exports = (value: number | null): boolean => isNetExporter(indicator.id, value, input.produces);
  if (exports(current) && exports(reference)) return `${metric}: net exporter in ${context.year}, as in status quo`;
  const comparison = compareValues(current, reference, scale);
  const worded = (text: string, value: number | null): string => (exports(value) ? readingText(indicator.id, value, scale, input.produces) : text);
  const better = indicator.better === "neither" ? null : indicator.better;
  const text = findingText({
    metric,
    name: input.name,
    plural,
    comparison: { ...comparison, current: worded(comparison.current, current), reference: worded(comparison.reference, reference) },
    year: context.year,
    changed: context.changed.map(({ name }) => name),
    tellsZero: input.tellsZero,
    targetMetIn: input.target === null || better === null ? null : metByOutcomeYear(context, lines.current, input.target, better),
  });
  const peak = shortagePeak(context, indicator, lines.current, scale);
  return peak === "" ? text : `${text.replace(": no change from", " as at")}; peak ${peak}`;
}

/** What comes with disruptions and goes again: 0% in the outcome year would hide it. */
const SHORTAGE = /^(?:unmet_|price_destroyed_|total_loss_)/;

/** "16% in 2030" where a shortage has another worst year than the outcome year and none is left in that; "" otherwise. */
function shortagePeak({ years, yearIndex }: ViewContext, indicator: Indicator, line: Series, scale: DisplayScale): string {
  if (!SHORTAGE.test(indicator.id)) return "";
  const none = valueText(0, scale);
  const worst = line.reduce<number>((at, value, index) => ((value ?? 0) > (line[at] ?? 0) ? index : at), 0);
  const text = valueText(line[worst] ?? 0, scale);
  return text === none || valueText(line[yearIndex] ?? 0, scale) !== none ? "" : `${text} in ${years[worst] ?? ""}`;
}
