/** The years before the projection: published net import reliance, as it was printed, in front of the lines of a chart. */
import { yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec, HistoryPoint } from "../../chart/chart-spec.ts";
import type { Dataset, PublishedReliance } from "../../dataset/dataset.ts";
import { valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { inSentence } from "../../format/words.ts";

/** What a source prints in place of a number. */
const WORDS: Readonly<Record<string, string>> = { E: "net exporter", W: "withheld", NA: "n/a" };

const NAME = "Published net import reliance";

/** The first year before the projection with a figure for one of the minerals; null = none. */
export function firstPublishedYear({ publishedReliance }: Published, minerals: readonly string[], begin: number): number | null {
  const years = publishedReliance.filter(({ mineral, year }) => year < begin && minerals.includes(mineral)).map(({ year }) => year);
  return years.length === 0 ? null : Math.min(...years);
}

type Published = Pick<Dataset, "publishedReliance">;

/** Why a line over all minerals has no published years in front of it; "" for a dataset that has none for any mineral. */
export const nothingPublished = ({ publishedReliance }: Published): string =>
  publishedReliance.length === 0 ? "" : "; no composite is published for earlier years";

/** The same chart from an earlier year on, with nothing in those years, so that charts side by side share their time axis. Null, or a later year: unchanged. */
export function beginningIn(spec: ChartSpec, year: number | null): ChartSpec {
  const begin = spec.years[0] ?? 0;
  if (year === null || year >= begin) return spec;
  const earlier = Array.from({ length: begin - year }, (_, index) => year + index);
  const gap = earlier.map(() => null);
  const years = [...earlier, ...spec.years];
  return {
    ...spec,
    years,
    xTicks: yearTicks(years),
    series: spec.series.map((series) => later(series, gap)),
    history: { label: "not published", from: year, to: begin - 0.5, points: [], follows: null },
  };
}

/**
 * The same chart with a mineral's published figures in front. `sameDefinition`: whether the chart's lines count what the publication counts; where they
 * do not, a rule parts the two, and label and subtitle name what was published. A chart of shares; unchanged where nothing was published.
 */
export function withPublished(spec: ChartSpec, dataset: Published, mineral: string, sameDefinition: boolean): ChartSpec {
  const begin = spec.years[0] ?? 0;
  const first = spec.empty === null ? firstPublishedYear(dataset, [mineral], begin) : null;
  const { history, ...shown } = beginningIn(spec, first);
  if (history === undefined) return spec;
  const points = publishedPoints(dataset, mineral, begin);
  return {
    ...shown,
    subtitle: `${shown.subtitle}; ${beforeText(begin, points, sameDefinition)}`,
    series: [...shown.series, publishedSeries(dataset, mineral, shown, begin)],
    history: { ...history, label: sameDefinition ? "published" : inSentence(NAME), points, follows: sameDefinition ? "joined" : "parted" },
  };
}

/** What stands before the projection, and what its arrows mean: "before 2026: published net import reliance, another definition (↑ above)". */
export function beforeText(begin: number, points: readonly HistoryPoint[], sameDefinition: boolean): string {
  const words = [
    ...(points.some(({ bound }) => bound === "above") ? ["↑\u00a0above"] : []),
    ...(points.some(({ bound }) => bound === "below") ? ["↓\u00a0below"] : []),
  ];
  return `before ${begin}: ${sameDefinition ? "published" : `${inSentence(NAME)}, another definition`}${words.length > 0 ? ` (${words.join(", ")})` : ""}`;
}

export const publishedPoints = ({ publishedReliance }: Published, mineral: string, begin: number): readonly HistoryPoint[] =>
  publishedReliance
    .filter((row) => row.mineral === mineral && row.year < begin)
    .toSorted((a, b) => a.year - b.year)
    .flatMap(({ year, valuePct, bound }) => (valuePct === null ? [] : [{ year, value: valuePct / 100, bound }]));

/** A mineral's published figures before `begin` as a line of a chart that has those years; `prefix` tells minerals apart. */
export function publishedSeries(
  { publishedReliance }: Published,
  mineral: string,
  { years, y }: Pick<ChartSpec, "years" | "y">,
  begin: number,
  prefix = "",
): ChartSeries {
  const rowOf = (year: number): PublishedReliance | undefined =>
    year < begin ? publishedReliance.find((row) => row.mineral === mineral && row.year === year) : undefined;
  return {
    id: `published${prefix === "" ? "" : `:${mineral}`}`,
    role: "published",
    name: prefix === "" ? NAME : `${prefix}, ${inSentence(NAME)}`,
    // A bound is no value: it stands as a mark of its own.
    values: years.map((year) => {
      const row = rowOf(year);
      return row?.bound === null && row.valuePct !== null ? row.valuePct / 100 : null;
    }),
    words: years.map((year) => wordOf(rowOf(year), y.scale)),
    colour: "--c-axis",
    width: 1.5,
    dash: [],
    layer: 0,
    label: null,
  };
}

/** The line with nothing in front of it. */
const later = (series: ChartSeries, gap: readonly null[]): ChartSeries => ({
  ...series,
  values: [...gap, ...series.values],
  ...(series.words ? { words: [...gap, ...series.words] } : {}),
});

/** The last published figure before `begin`, in words: "67%", "above 50%", "withheld"; null where nothing was published. */
export function lastPublished(
  { publishedReliance }: Published,
  mineral: string,
  begin: number,
  scale: DisplayScale,
): { readonly row: PublishedReliance; readonly text: string } | null {
  const row = publishedReliance.filter((each) => each.mineral === mineral && each.year < begin).toSorted((a, b) => b.year - a.year)[0];
  return row ? { row, text: wordOf(row, scale) ?? valueText((row.valuePct ?? 0) / 100, scale) } : null;
}

/** "above 95%", "withheld"; null for a plain number or none. */
function wordOf(row: PublishedReliance | undefined, scale: DisplayScale): string | null {
  if (row === undefined) return null;
  if (row.valuePct === null) return WORDS[row.published] ?? row.published;
  return row.bound === null ? null : `${row.bound} ${valueText(row.valuePct / 100, scale)}`;
}
