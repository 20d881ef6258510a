/** A small chart spec for tests. */
import type { ChartSeries, ChartSpec } from "../../../shared/chart/chart-spec.ts";
import { scaleFor } from "../../../shared/format/scale.ts";

export const sampleSeries = (id: string, values: ChartSeries["values"], over: Partial<ChartSeries> = {}): ChartSeries => ({
  id,
  role: "scenario",
  name: id,
  values,
  colour: "--c-current",
  width: 5,
  dash: [],
  layer: 1,
  label: { text: id, detail: null, bold: false },
  ...over,
});

export const sampleSpec = (over: Partial<ChartSpec> = {}): ChartSpec => ({
  key: "dependence",
  form: "lines",
  title: "Import dependence falls from 76% to 52% by 2035",
  subtitle: "Import dependence, %, rare earths",
  years: [2026, 2030, 2035],
  xTicks: [2026, 2035],
  y: {
    min: 0,
    max: 1,
    ticks: [
      { value: 0, label: "0" },
      { value: 1, label: "100%" },
    ],
    scale: scaleFor({ id: "dependence", unit: "share" }, 1, "$"),
  },
  series: [
    sampleSeries("This scenario", [0.8, null, 0.52]),
    sampleSeries("Status quo", [0.8, 0.78, 0.76], { role: "status-quo", colour: "--c-baseline", width: 1.75, layer: 2 }),
  ],
  target: { value: 0.4, label: "Target 40%" },
  marks: [],
  spans: [],
  dots: [{ year: 2035, value: 0.52, colour: "--c-current", label: "52%" }],
  belowScale: null,
  empty: null,
  ...over,
});
