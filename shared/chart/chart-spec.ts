/**
 * A chart as data: what is drawn, in which words, on which scale. No library, no pixels, no colours beyond token names,
 * so that the window, a table, a copied picture and a printed page all say the same.
 */
import type { DisplayScale } from "../format/scale.ts";
import { MONTHS } from "../format/words.ts";
import type { Series } from "../model/run-result.ts";

export type SeriesRole =
  | "scenario"
  /** The one reference line while this world is the default world. */
  | "status-quo"
  /** Reference lines when the world differs: no lever in this world; no lever in the default world. */
  | "status-quo-world"
  | "status-quo-default"
  | "mineral"
  | "stage"
  | "supplier"
  | "lever"
  | "compare"
  /** What was published for the years before the projection. */
  | "published";

export interface EndLabel {
  readonly text: string;
  /** Second, lighter line: "in this world", "= this scenario". */
  readonly detail: string | null;
  readonly bold: boolean;
}

export interface ChartSeries {
  readonly id: string;
  readonly role: SeriesRole;
  /** Name in tables and read aloud: "Status quo in this world". */
  readonly name: string;
  /** One value per entry of `ChartSpec.years`, in the indicator's own unit; null = not defined. */
  readonly values: Series;
  /** By year: what stands in the place of the number ("above 95%", "withheld"); null = the number. Absent = numbers only. */
  readonly words?: readonly (string | null)[];
  /** Custom property of the theme: "--c-current". */
  readonly colour: string;
  /** Line width in CSS pixels. */
  readonly width: number;
  readonly dash: readonly number[];
  /** Higher is drawn later (on top). */
  readonly layer: number;
  readonly label: EndLabel | null;
  /** Fills what lies between this line and the series of that id. */
  readonly area?: { readonly to: string; readonly colour: string };
}

export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  /** From `min` to `max`; the top one carries the unit ("100%", "25 kt"). */
  readonly ticks: readonly AxisTick[];
  readonly scale: DisplayScale;
}

export interface TargetLine {
  readonly value: number;
  /** "Target 40%" */
  readonly label: string;
}

/** A vertical line at a year: "levers start" (solid), "first effect 2029" (dashed). Labels are stacked in the order given. */
export interface ChartMark {
  readonly year: number;
  readonly label: string;
  readonly dashed: boolean;
  /** A bracket on the axis runs from `year` to here, e.g. from first to full effect, with words of its own; absent = none. */
  readonly until?: { readonly year: number; readonly label: string };
}

/** A stretch of years behind the lines, for events; fractions of a year are allowed. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A published figure; `bound` where the source says only that it lies above or below. */
export interface HistoryPoint {
  readonly year: number;
  readonly value: number;
  readonly bound: "above" | "below" | null;
}

/** The years before the projection. */
export interface ChartHistory {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly points: readonly HistoryPoint[];
  /** How the lines follow: with the same definition joined, with another one parted by a rule; null = nothing was published. */
  readonly follows: "joined" | "parted" | null;
}

export interface ChartDot {
  readonly year: number;
  readonly value: number;
  readonly colour: string;
  readonly label: string | null;
}

export interface ChartSpec {
  /** What is measured for whom. While it stays the same the scale may be frozen and the chart only moves; a new one redraws at once. */
  readonly key: string;
  readonly form: "lines" | "stack";
  /** The finding: one sentence, number and year, no full stop. */
  readonly title: string;
  /** Metric, unit, subject. */
  readonly subtitle: string;
  readonly years: readonly number[];
  readonly xTicks: readonly number[];
  readonly y: ValueAxis;
  /** In a stack: bottom first. */
  readonly series: readonly ChartSeries[];
  readonly target: TargetLine | null;
  readonly marks: readonly ChartMark[];
  readonly spans: readonly ChartSpan[];
  /** Published figures in front of the projection; absent = none. */
  readonly history?: ChartHistory;
  readonly dots: readonly ChartDot[];
  /** What a value under the axis means ("net exporter"), where the axis stops at zero; null = its number is shown. */
  readonly belowScale: string | null;
  /** A warning under the subtitle; absent = none. */
  readonly note?: string;
  /** Sentence shown in place of lines when there is nothing to draw; the axes stay. */
  readonly empty: string | null;
  /** month: `years` are years and twelfths of them. Absent: whole years. */
  readonly by?: "month";
}

/** A place on the time axis in words: "2035", "July 2035". */
export function timeText({ by }: Pick<ChartSpec, "by">, year: number): string {
  if (by !== "month") return String(year);
  const whole = Math.floor(year + 1e-3);
  return `${MONTHS[Math.round((year - whole) * 12)] ?? ""} ${whole}`;
}
