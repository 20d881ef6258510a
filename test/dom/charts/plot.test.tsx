import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Chart } from "chart.js";
import fc from "fast-check";
import { rememberedWidths } from "../../../renderer/charts/chart-theme.ts";
import type { ChartTheme } from "../../../renderer/charts/chart-theme.ts";
import { createPlot } from "../../../renderer/charts/plot.ts";
import type { Plot } from "../../../renderer/charts/plot.ts";
import type { ChartSpec } from "../../../shared/chart/chart-spec.ts";
import { sampleSeries, sampleSpec } from "../../unit/chart/sample-spec.ts";
import { stubCanvas } from "./canvas-stub.ts";
import type { CanvasStub } from "./canvas-stub.ts";

const font: ChartTheme["font"] = (size, weight) => `${weight} ${size}px sans-serif`;
const theme: ChartTheme = { color: (token) => token, px: (length) => length, font, textWidth: rememberedWidths(font), family: "sans-serif", rescaleMs: 300 };
/** As Chart.js keeps it: cp1 comes before the point, cp2 after it. */
interface CurvePoint {
  readonly y: number;
  readonly cp1y: number;
  readonly cp2y: number;
}

const size = { width: 480, height: 320, pixelRatio: 1 };

let canvas: CanvasStub;
let frames: (() => void)[];
let clock: number;
let plots: Plot[];
let charts: Chart[];

beforeEach(() => {
  canvas = stubCanvas();
  frames = [];
  clock = 0;
  plots = [];
  charts = [];
});
afterEach(() => {
  plots.forEach((plot) => plot.destroy());
  vi.restoreAllMocks();
});

function plotOf(spec: ChartSpec): Plot {
  const ports = {
    now: () => clock,
    requestFrame: (run: () => void) => frames.push(run),
    cancelFrame: (handle: number) => {
      frames[handle - 1] = () => undefined;
    },
  };
  const element = document.createElement("canvas");
  const plot = createPlot(element, spec, theme, ports, size);
  plots.push(plot);
  charts.push(Chart.getChart(element)!);
  return plot;
}

const words = (): readonly string[] => canvas.texts().map(({ text }) => text);
const heightOf = (text: string): number => canvas.texts().find((drawn) => drawn.text === text)?.y ?? Number.NaN;

const axis = (max: number, label: string): ChartSpec["y"] => ({
  ...sampleSpec().y,
  max,
  ticks: [
    { value: 0, label: "0" },
    { value: max, label },
  ],
});

describe("plot", () => {
  it("V16: names stand at the line ends, the unit on the top tick, target and marked value on the plot", () => {
    plotOf(sampleSpec());
    expect(words()).toEqual(expect.arrayContaining(["This scenario", "Status quo", "100%", "0", "2026", "2035", "Target 40%", "52%"]));
    expect(heightOf("Status quo")).toBeLessThan(heightOf("This scenario"));
  });

  it("V16: a line that leaves the scale is named at the edge with an arrow and its value", () => {
    plotOf(sampleSpec({ series: [sampleSeries("High", [0.5, 1, 2])], dots: [] }));
    expect(words()).toContain("↑ 200%");
  });

  it("V16: below zero the word of the chart stands for the number", () => {
    plotOf(sampleSpec({ series: [sampleSeries("Mining", [0.5, 0.1, -3])], dots: [], belowScale: "net exporter" }));
    expect(words()).toContain("↓ net exporter");
  });

  it("V17: while frozen the scale stands; released it moves once, over 300 ms", () => {
    const plot = plotOf(sampleSpec());
    plot.show(sampleSpec({ y: axis(2, "200%") }), true);
    expect(words()).toContain("100%");
    expect(frames).toHaveLength(0);
    plot.show(sampleSpec({ y: axis(2, "200%") }), false);
    expect(frames).toHaveLength(1);
    clock = 150;
    frames.at(-1)?.();
    expect(frames).toHaveLength(2);
    clock = 300;
    frames.at(-1)?.();
    expect(words()).toContain("200%");
    expect(frames).toHaveLength(2);
  });

  it("V17: a lever that moves again during the animation stops it where it is", () => {
    const plot = plotOf(sampleSpec());
    plot.show(sampleSpec({ y: axis(2, "200%") }), false);
    plot.show(sampleSpec({ key: "other", y: axis(3, "300%") }), true);
    clock = 400;
    frames.forEach((run) => run());
    expect(words()).toContain("300%");
  });

  it("V17: another indicator has its own scale at once, also while a lever moves", () => {
    const plot = plotOf(sampleSpec());
    plot.show(sampleSpec({ key: "other", y: axis(2, "200%") }), true);
    expect(words()).toContain("200%");
    expect(frames).toHaveLength(0);
  });

  it("V134: where a line ends before the last year dots lead to its label, at the height of its end", () => {
    const dotted = (): readonly { readonly from: readonly number[]; readonly to: readonly number[] }[] =>
      canvas.dashedLines().filter(({ dash }) => dash.join() === "1,4");
    const whole = sampleSeries("Whole", [0.9, 0.9, 0.9]);
    plotOf(sampleSpec({ target: null, series: [whole] }));
    expect(dotted()).toEqual([]);
    plotOf(sampleSpec({ target: null, series: [whole, sampleSeries("Ends early", [0.2, 0.2, null])] }));
    const [leader, ...others] = dotted();
    expect(others).toEqual([]);
    expect(leader!.from[1]).toBe(leader!.to[1]);
    expect(leader!.to[0]! - leader!.from[0]!).toBeGreaterThan(50);
    const height = (text: string): number => canvas.texts().findLast((drawn) => drawn.text === text)!.y;
    expect(leader!.from[1]!).toBeGreaterThan(height("Whole"));
    expect(leader!.from[1]!).toBeCloseTo(height("Ends early"), 0);
  });

  it("V18: at the pointed year values replace the end labels, and go when the pointer goes", () => {
    const plot = plotOf(sampleSpec());
    plot.pointAt(2030);
    const beside = (): number => canvas.texts().find(({ text }) => text === "Status quo")!.x - canvas.texts().find(({ text }) => text === "78%")!.x;
    expect(words()).toEqual(expect.arrayContaining(["2030", "78%"]));
    expect(beside()).toBeGreaterThan(0);
    plot.pointAt(null);
    expect(words()).not.toContain("78%");
    expect(words()).toContain("Status quo");
  });

  it("V231: names that shortening would make alike keep their ends", () => {
    const [first, second] = ["A package for the hearing in spring", "A package for the hearing in autumn"];
    plotOf(sampleSpec({ series: [sampleSeries(first, [0.8, 0.7, 0.6]), sampleSeries(second, [0.8, 0.6, 0.4])] }));
    const shown = words().filter((text) => text.startsWith("A package"));
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatch(/^A package.*…pring$/);
    expect(shown[1]).toMatch(/^A package.*…utumn$/);
  });

  describe("published years in front of the lines", () => {
    const history = (points: NonNullable<ChartSpec["history"]>["points"]): NonNullable<ChartSpec["history"]> => ({
      label: "published net import reliance",
      from: 2023,
      to: 2025.5,
      points,
      follows: "parted",
    });
    const withHistory = (points: NonNullable<ChartSpec["history"]>["points"] = []): ChartSpec => {
      const gap = [null, null, null];
      const shown = sampleSpec();
      const [scenario, statusQuo] = [sampleSeries("This scenario", [...gap, 0.8, null, 0.52]), sampleSeries("Status quo", [...gap, 0.8, 0.78, 0.76])];
      const published = sampleSeries("Published", [...gap, ...gap], { role: "published", label: null, words: ["withheld", null, null, null, null, null] });
      return sampleSpec({
        years: [2023, 2024, 2025, ...shown.years],
        xTicks: [2023, ...shown.xTicks],
        series: [scenario, statusQuo, published],
        history: history(points),
      });
    };

    it("V163: their name stands among them, shorter where a figure is in the way, and not at all where several are", () => {
      plotOf(withHistory());
      expect(words()).toContain("published net import reliance");
      canvas = stubCanvas();
      plotOf(withHistory([{ year: 2024, value: 0.5, bound: null }]));
      expect(words()).toContain("published");
      canvas = stubCanvas();
      plotOf(withHistory([0.1, 0.3, 0.5, 0.7, 0.9].map((value) => ({ year: 2024, value, bound: "above" }))));
      expect(words().filter((text) => text.startsWith("published"))).toEqual([]);
    });

    it("V71: the reader says what was withheld though it has no place", () => {
      plotOf(withHistory()).pointAt(2023);
      expect(words().some((text) => text.startsWith("withheld"))).toBe(true);
    });
  });

  it("V166: a bracket carries its own words beside those of its mark", () => {
    plotOf(sampleSpec({ marks: [{ year: 2030, label: "first effect 2030", dashed: true, until: { year: 2035, label: "full effect 2035" } }] }));
    expect(words()).toEqual(expect.arrayContaining(["first effect 2030", "full effect 2035"]));
  });

  it("V18: a place on the canvas names the nearest year, outside the plot none", () => {
    const plot = plotOf(sampleSpec());
    const [first, last] = ["2026", "2035"].map((year) => canvas.texts().find(({ text }) => text === year)!.x);
    expect(plot.yearAt(first! + 1)).toBe(2026);
    expect(plot.yearAt((first! + last!) / 2 - 5)).toBe(2030);
    expect(plot.yearAt(last!)).toBe(2035);
    expect(plot.yearAt(0)).toBeNull();
    expect(plot.yearAt(479)).toBeNull();
  });

  it("V19: a stack stands on running sums, each label in the middle of its area", () => {
    const y = axis(1, "100%");
    const series = ["China", "Partners"].map((id) => sampleSeries(id, [0.2, 0.3, 0.4], { role: "supplier" }));
    plotOf(sampleSpec({ form: "stack", y, series, dots: [], target: null }));
    const [top, floor] = [heightOf("100%"), heightOf("0")];
    const shareOf = (text: string): number => (floor - heightOf(text)) / (floor - top);
    expect(shareOf("China")).toBeCloseTo(0.2, 1);
    expect(shareOf("Partners")).toBeCloseTo(0.6, 1);
  });

  it("V35: between two years a line stays between their values", () => {
    const plot = plotOf(sampleSpec());
    const share = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 25 }), (values) => {
        const years = values.map((_, index) => 2026 + index);
        plot.show(sampleSpec({ key: values.join(), years, xTicks: [2026], series: [sampleSeries("Line", values)], dots: [], target: null }), false);
        const points = charts.at(-1)!.getDatasetMeta(0).data as unknown as readonly CurvePoint[];
        let farthest = 0;
        for (let i = 1; i < points.length; i++) {
          const [a, b] = [points[i - 1]!, points[i]!];
          for (let t = 0; t <= 1; t += 0.05) {
            const y = (1 - t) ** 3 * a.y + 3 * (1 - t) ** 2 * t * a.cp2y + 3 * (1 - t) * t ** 2 * b.cp1y + t ** 3 * b.y;
            farthest = Math.max(farthest, Math.min(a.y, b.y) - y, y - Math.max(a.y, b.y));
          }
        }
        expect(farthest).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it("V36: lines whose values move stand where a chart made anew has them, gaps and stacks included", () => {
    const moved = [sampleSeries("This scenario", [0.7, 0.6, null]), sampleSeries("Status quo", [0.8, 0.78, 0.4])];
    for (const form of ["lines", "stack"] as const) {
      const base = sampleSpec({ form });
      const next = sampleSpec({ form, series: base.series.map((line, index) => ({ ...line, values: moved[index]!.values })) });
      const plot = plotOf(base);
      const update = vi.spyOn(charts.at(-1)!, "update");
      plot.show(next, true);
      expect(update).not.toHaveBeenCalled();
      const after = [charts.at(-1)!.getDatasetMeta(0), charts.at(-1)!.getDatasetMeta(1)].map(({ data }) => data.map(({ x, y }) => [x, y]));
      const textsAfter = canvas.texts().slice();
      plotOf(next);
      expect([charts.at(-1)!.getDatasetMeta(0), charts.at(-1)!.getDatasetMeta(1)].map(({ data }) => data.map(({ x, y }) => [x, y]))).toEqual(after);
      expect(canvas.texts()).toEqual(textsAfter);
    }
  });

  it("V36: the words of the axes are set once per layout, however often the lines move", () => {
    const plot = plotOf(sampleSpec());
    const move = (end: number): readonly string[] => {
      const [first, ...others] = sampleSpec().series;
      plot.show(sampleSpec({ series: [{ ...first!, values: [0.7, 0.6, end] }, ...others] }), true);
      return words();
    };
    move(0.5);
    expect(move(0.4)).not.toContain("2026");
    expect(words()).toContain("This scenario");
    plot.show(sampleSpec({ key: "other" }), true);
    expect(words()).toContain("2026");
  });

  it("V160: a line under the one that moves is drawn again only once it moves itself", () => {
    const below = sampleSeries("Below", [0.5, 0.5, 0.5], { layer: 0 });
    const above = sampleSeries("Above", [0.7, 0.6, 0.5], { layer: 1 });
    const at = (low: number, high: number): ChartSpec =>
      sampleSpec({
        series: [
          { ...above, values: [0.7, 0.6, high] },
          { ...below, values: [0.5, 0.5, low] },
        ],
      });
    const plot = plotOf(at(0.5, 0.5));
    const [drawAbove, drawBelow] = [0, 1].map((index) => vi.spyOn(charts.at(-1)!.getDatasetMeta(index).controller, "draw"));
    const drawnBy = (low: number, high: number): readonly number[] => {
      drawAbove!.mockClear();
      drawBelow!.mockClear();
      plot.show(at(low, high), true);
      return [drawAbove!.mock.calls.length, drawBelow!.mock.calls.length];
    };
    expect(drawnBy(0.5, 0.4)).toEqual([1, 1]);
    expect(drawnBy(0.5, 0.3)).toEqual([1, 0]);
    expect(drawnBy(0.4, 0.2)).toEqual([1, 1]);
    expect(drawnBy(0.4, 0.1)).toEqual([1, 1]);
    expect(words()).toContain("Below");
  });

  it("V160: where marks move, what lies under the lines is drawn anew", () => {
    const plot = plotOf(sampleSpec());
    const move = (end: number, year: number): void => {
      const [first, ...others] = sampleSpec().series;
      plot.show(sampleSpec({ series: [{ ...first!, values: [0.7, 0.6, end] }, ...others], marks: [{ year, label: "first effect", dashed: true }] }), true);
    };
    move(0.5, 2030);
    move(0.4, 2030);
    move(0.3, 2030);
    expect(words()).not.toContain("2026");
    move(0.2, 2031);
    expect(words()).toContain("2026");
  });

  it("V36: what would look the same is not drawn again, unless the scale has to move", () => {
    const plot = plotOf(sampleSpec());
    const draw = vi.spyOn(charts.at(-1)!, "draw");
    plot.show(sampleSpec({ title: "Other words" }), true);
    expect(draw).not.toHaveBeenCalled();
    plot.show(sampleSpec({ y: axis(2, "200%") }), true);
    expect(draw).not.toHaveBeenCalled();
    plot.show(sampleSpec({ y: axis(2, "200%") }), false);
    expect(frames).toHaveLength(1);
  });

  it("V16: lines may come and go without another chart", () => {
    const plot = plotOf(sampleSpec());
    plot.show(sampleSpec({ series: [] }), false);
    expect(words()).not.toContain("Status quo");
    plot.show(sampleSpec(), false);
    expect(words()).toContain("Status quo");
  });
});
