/** A chart that has nothing to draw and says why, in its place. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSpec } from "../../chart/chart-spec.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { ViewContext } from "../view-context.ts";

export const emptyChart = ({ years, currency }: ViewContext, key: string, indicator: Indicator, subtitle: string, reason: string): ChartSpec => ({
  key: `${key}:empty`,
  form: "lines",
  title: reason,
  subtitle,
  years,
  xTicks: yearTicks(years),
  y: valueAxis(indicator, [], [], currency),
  series: [],
  target: null,
  marks: [],
  spans: [],
  dots: [],
  belowScale: null,
  empty: reason,
});
