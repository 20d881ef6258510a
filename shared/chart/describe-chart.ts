/** The same chart in words and as a table: for screen readers, "show as table" and copies. */
import { roundToSteps } from "../format/number.ts";
import { briefText, digitsText, valueText } from "../format/quantity.ts";
import { commaSeparated, tabSeparated, type TextTable } from "../format/table-text.ts";
import { type ChartSeries, type ChartSpec, timeText } from "./chart-spec.ts";

/** "Year" and one name per series; year and one text per series with unit, "n/a" where not defined. */
export interface ChartTable extends TextTable {
  readonly caption: string;
}

const at = (series: ChartSeries, index: number): number | null => series.values[index] ?? null;

const wordAt = ({ words }: ChartSeries, index: number): string | null => words?.[index] ?? null;

/** A value in words where it stands alone: end labels, readouts, sentences. Tables give the number. */
function chartValueText(spec: ChartSpec, series: ChartSeries, index: number): string {
  const value = at(series, index);
  if (value === null) return wordAt(series, index) ?? "n/a";
  if (spec.belowScale !== null && value < 0) return spec.belowScale;
  const { scale } = spec.y;
  const decimals = value !== 0 && roundToSteps(value / scale.divisor, scale.decimals) === 0 ? tableDecimals(spec, series, value) : scale.decimals;
  return valueText(value, scale, decimals);
}

/** As `chartValueText` with the brief unit, for values on the plot. */
export function chartBriefText(spec: ChartSpec, series: ChartSeries, index: number): string {
  const value = at(series, index);
  if (value === null) return wordAt(series, index) ?? "n/a";
  return spec.belowScale !== null && value < 0 ? spec.belowScale : briefText(value, spec.y.scale);
}

/** Empty before the first and after the last year that a line has. */
function cell(spec: ChartSpec, series: ChartSeries, index: number): string {
  const value = at(series, index);
  if (value !== null) return valueText(value, spec.y.scale, tableDecimals(spec, series, value));
  return wordAt(series, index) ?? (spec.history && !covers(spec, series, index) ? "" : "n/a");
}

/** Whether a line is about that year: with published figures in front, lines have years of their own. */
export const covers = ({ history, years }: ChartSpec, { role }: ChartSeries, index: number): boolean =>
  history === undefined || (role === "published") === years[index]! < history.to;

/** Whether a year has anything in it; years before the projection that stand there for the axis alone have not. */
const isTold = (spec: ChartSpec, index: number): boolean => spec.history === undefined || spec.series.some((series) => covers(spec, series, index));

/** What a line beside much larger ones is shown to: its largest value keeps this many digits, within so many decimals more. */
const SMALL_LINE = { digits: 2, moreDecimals: 4 } as const;

/**
 * Tables show the finer decimals, so that small differences can be read there, and more of a line that would be nothing but zeros at the scale
 * of larger ones; a published figure has no more than were printed.
 */
function tableDecimals({ y: { scale } }: ChartSpec, { role, values }: ChartSeries, value: number): number {
  if (role !== "published") {
    const most = values.reduce<number>((largest, each) => Math.max(largest, Math.abs(each ?? 0)), 0) / scale.divisor;
    const needed = most > 0 ? SMALL_LINE.digits - 1 - Math.floor(Math.log10(most)) : 0;
    return needed <= scale.fineDecimals + SMALL_LINE.moreDecimals ? Math.max(scale.fineDecimals, needed) : scale.fineDecimals;
  }
  const shown = value / scale.divisor;
  let decimals = 0;
  while (decimals < scale.fineDecimals && Math.abs(shown - Math.round(shown * 10 ** decimals) / 10 ** decimals) > 1e-9) decimals++;
  return decimals;
}

/** Name of a chart: title and subtitle. */
export const chartLabel = (spec: ChartSpec): string => `${spec.title}. ${spec.subtitle}.`;

/** The picture in words: finding and subtitle, then first, marked and last values of each line, target and note. */
export function chartSentence(spec: ChartSpec): string {
  if (spec.empty !== null) return `${chartLabel(spec)} ${spec.empty}.`;
  const marked = spec.dots.map(({ year }) => year);
  const start = spec.history && spec.years.find((year) => year > spec.history!.to);
  const years = [...new Set([spec.years[0], start, ...marked, spec.years.at(-1)])].filter((year) => year !== undefined).toSorted((a, b) => a - b);
  const lines = spec.series.map((series) => {
    const values = years.flatMap((year) => {
      const index = spec.years.indexOf(year);
      return covers(spec, series, index) ? [`${chartValueText(spec, series, index)} in ${timeText(spec, year)}`] : [];
    });
    return `${series.name}: ${values.join(", ")}.`;
  });
  return [chartLabel(spec), ...lines, ...(spec.target ? [`${spec.target.label}.`] : []), ...(spec.note ? [`${spec.note}.`] : [])].join(" ");
}

const timeHead = ({ by }: ChartSpec): string => (by === "month" ? "Month" : "Year");

export function tableOf(spec: ChartSpec): ChartTable {
  return {
    caption: `${spec.title}. ${spec.subtitle}`,
    columns: [timeHead(spec), ...spec.series.map(({ name }) => name)],
    rows: spec.years.flatMap((year, index) => (isTold(spec, index) ? [[timeText(spec, year), ...spec.series.map((series) => cell(spec, series, index))]] : [])),
  };
}

/** Title, header, one row per year and the source lines: plain digits in the unit of the header, point as decimal sign, empty where not defined. */
function cellsOf(spec: ChartSpec, source: readonly string[]): readonly (readonly string[])[] {
  const scale = spec.y.scale;
  const unit = `${scale.prefix}${scale.suffix}`.trim();
  const header = [timeHead(spec), ...spec.series.map(({ name }) => (unit === "" ? name : `${name} (${unit})`))];
  const digits = (series: ChartSeries, value: number | null): string =>
    value === null
      ? ""
      : digitsText(value, scale, tableDecimals(spec, series, value))
          .replaceAll(",", "")
          .replace("−", "-");
  const rows = spec.years.flatMap((year, index) =>
    isTold(spec, index) ? [[timeText(spec, year), ...spec.series.map((series) => wordAt(series, index) ?? digits(series, at(series, index)))]] : [],
  );
  return [[chartLabel(spec)], header, ...rows, ...source.map((line) => [line])];
}

export const chartTsv = (spec: ChartSpec, source: readonly string[] = []): string => tabSeparated(cellsOf(spec, source));

export const chartCsv = (spec: ChartSpec, source: readonly string[] = []): string => commaSeparated(cellsOf(spec, source));

/** "2035: This scenario 52%, Status quo 76%" for the live region of the point reader. */
export function readoutSentence(spec: ChartSpec, year: number): string {
  const index = spec.years.indexOf(year);
  const said = spec.series.filter((series) => covers(spec, series, index)).map((series) => `${series.name} ${chartValueText(spec, series, index)}`);
  return `${timeText(spec, year)}: ${said.length === 0 ? "no values" : said.join(", ")}`;
}
