/** The years before the projection: published net import reliance, as it was printed, in front of the lines of a chart. */
import { yearTicks } from "../chart/axis.ts";
import type { ChartSeries, ChartSpec, HistoryPoint } from "../chart/chart-spec.ts";
import type { Dataset, PublishedReliance } from "../dataset/dataset.ts";
import { valueText } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";

/** What a source prints in place of a number. */
const WORDS: Readonly<Record<string, string>> = { E: "net exporter", W: "withheld", NA: "n/a" };

/**
 * The same chart with earlier years in front. `sameDefinition`: whether the chart's lines count what the publication counts; where they do not, the
 * label names what was published. A chart of shares; unchanged where nothing was published.
 */
export function withPublished(spec: ChartSpec, dataset: Pick<Dataset, "publishedReliance">, mineral: string, sameDefinition: boolean): ChartSpec {
  const begin = spec.years[0] ?? 0;
  const rows = dataset.publishedReliance.filter((row) => row.mineral === mineral && row.year < begin).toSorted((a, b) => a.year - b.year);
  const first = rows[0]?.year;
  if (first === undefined || spec.empty !== null) return spec;
  const earlier = Array.from({ length: begin - first }, (_, index) => first + index);
  const gap = earlier.map(() => null);
  const years = [...earlier, ...spec.years];
  const rowOf = (year: number): PublishedReliance | undefined => rows.find((row) => row.year === year);
  const scale = spec.y.scale;
  const published: ChartSeries = {
    id: "published",
    role: "published",
    name: "Published net import reliance",
    // A bound is no value: it stands as a mark of its own.
    values: years.map((year) => {
      const row = rowOf(year);
      return row?.bound === null && row.valuePct !== null ? row.valuePct / 100 : null;
    }),
    words: years.map((year) => wordOf(rowOf(year), scale)),
    colour: "--c-axis",
    width: 1.5,
    dash: [],
    layer: 0,
    label: null,
  };
  return {
    ...spec,
    years,
    xTicks: yearTicks(years),
    series: [...spec.series.map((series) => later(series, gap)), published],
    history: {
      label: sameDefinition ? "published" : "published net import reliance",
      from: first,
      to: begin - 0.5,
      points: rows.flatMap(({ year, valuePct, bound }): readonly HistoryPoint[] => (valuePct === null ? [] : [{ year, value: valuePct / 100, bound }])),
    },
  };
}

/** The line with nothing in front of it. */
const later = (series: ChartSeries, gap: readonly null[]): ChartSeries => ({ ...series, values: [...gap, ...series.values] });

/** "above 95%", "withheld"; null for a plain number or none. */
function wordOf(row: PublishedReliance | undefined, scale: DisplayScale): string | null {
  if (row === undefined) return null;
  if (row.valuePct === null) return WORDS[row.published] ?? row.published;
  return row.bound === null ? null : `${row.bound} ${valueText(row.valuePct / 100, scale)}`;
}
