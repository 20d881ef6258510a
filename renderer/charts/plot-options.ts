/** Chart.js options of a plot: two linear scales whose ends and ticks are those of the spec, no animation, no events. */
import type { Chart, ChartOptions } from "chart.js";
import type { AxisTick } from "../../shared/chart/chart-spec.ts";
import { fittedYears } from "../../shared/chart/year-ticks.ts";
import { TEXT_SIZE } from "./plot-state.ts";
import type { PlotSize, PlotState } from "./plot-state.ts";

/** Space above the plot for the top tick and a label that overhangs. */
const TOP = 10;
/** Width of the value axis before it is known. */
const VALUE_AXIS = 44;

/** The years under the axis that have room. */
function yearsShown({ spec, theme }: PlotState, width: number): readonly AxisTick[] {
  const [first = 0, last = first] = [spec.years[0], spec.years.at(-1)];
  return fittedYears(spec.xTicks, width / theme.px(Math.max(1, last - first)));
}

/** The value axis keeps its width from layout to layout; the room for labels is known before it. */
function plotWidth({ labelRoom: room }: PlotState, { chartArea, width }: Chart): number {
  const left = (chartArea as Chart["chartArea"] | undefined)?.left ?? VALUE_AXIS;
  return width - room - left;
}

export function plotOptions(state: PlotState, size: PlotSize | null): ChartOptions<"line"> {
  let years: readonly AxisTick[] = [];
  const axisColor = (): string => state.theme.color("--c-axis");
  return {
    animation: false,
    responsive: size === null,
    ...(size ? { devicePixelRatio: size.pixelRatio } : {}),
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    events: [],
    font: { family: state.theme.family },
    layout: { padding: () => ({ top: TOP, left: 0, bottom: 0, right: state.labelRoom }) },
    elements: {
      point: { radius: 0 },
      line: { borderCapStyle: "round", borderJoinStyle: "round" },
    },
    scales: {
      x: {
        type: "still",
        bounds: "data",
        afterDataLimits: (scale) => {
          scale.min = state.spec.years[0] ?? 0;
          scale.max = state.spec.years.at(-1) ?? 1;
        },
        afterBuildTicks: (scale) => {
          years = yearsShown(state, plotWidth(state, scale.chart));
          scale.ticks = years.map(({ value, label }) => ({ value, label }));
        },
        grid: { display: false, drawTicks: true, tickLength: 5, tickColor: () => state.theme.color("--line-2") },
        border: { display: false },
        ticks: {
          color: axisColor,
          font: () => ({ size: state.theme.px(TEXT_SIZE) }),
          callback: (value) => years.find((tick) => tick.value === value)?.label ?? "",
          maxRotation: 0,
          padding: 4,
          autoSkip: false,
        },
      },
      y: {
        type: "still",
        bounds: "data",
        afterDataLimits: (scale) => {
          scale.min = state.min;
          scale.max = state.max;
        },
        afterBuildTicks: (scale) => {
          scale.ticks = state.axis.ticks.filter(({ value }) => value <= state.max * (1 + 1e-9)).map(({ value, label }) => ({ value, label }));
        },
        grid: { drawTicks: false, color: () => state.theme.color("--c-grid") },
        border: { display: false },
        ticks: {
          color: () => (state.rescaling ? state.theme.color("--accent") : axisColor()),
          font: () => ({ size: state.theme.px(TEXT_SIZE) }),
          padding: 8,
          autoSkip: false,
          callback: (value) => state.axis.ticks.find((tick) => tick.value === value)?.label ?? "",
        },
      },
    },
  };
}
