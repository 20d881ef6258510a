/** What a plot draws at this moment; its Chart.js plugins read it. One object per plot, mutated by the plot only. */
import type { ChartSpec, ValueAxis } from "../../shared/chart/chart-spec.ts";
import type { ChartTheme } from "./chart-theme.ts";

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

export interface PlotState {
  spec: ChartSpec;
  theme: ChartTheme;
  /** Ticks and words of the axis on screen: the spec's, or an older one while a lever moves. */
  axis: ValueAxis;
  /** Ends of the axis now; between two axes while the scale animates. */
  min: number;
  max: number;
  rescaling: boolean;
  /** Year of the linked hairline; null = none. */
  pointedYear: number | null;
  /** Room at the right for end labels, pixels. */
  labelRoom: number;
}

/** Values of a series as they are drawn: own values for lines, running sums from the bottom for a stack, which has a gap where no series has a value. */
export function drawnValues(spec: ChartSpec): readonly (readonly (number | null)[])[] {
  if (spec.form === "lines") return spec.series.map(({ values }) => values);
  const sums: (number | null)[] = spec.years.map((_, index) => (spec.series.some(({ values }) => (values[index] ?? null) !== null) ? 0 : null));
  return spec.series.map(({ values }) => sums.map((sum, index) => (sums[index] = sum === null ? null : sum + (values[index] ?? 0))));
}

/** Sizes of text at the plain type size. */
export const TEXT_SIZE = 12;
export const LABEL_SIZE = 13;
