import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChartTheme } from "../../../renderer/charts/chart-theme.ts";
import { createPlot } from "../../../renderer/charts/plot.ts";
import type { Plot } from "../../../renderer/charts/plot.ts";
import type { ChartSpec } from "../../../shared/chart/chart-spec.ts";
import { sampleSeries, sampleSpec } from "../../unit/chart/sample-spec.ts";
import { stubCanvas } from "./canvas-stub.ts";
import type { CanvasStub } from "./canvas-stub.ts";

const theme: ChartTheme = { color: (token) => token, font: (size, weight) => `${weight} ${size}px sans-serif`, family: "sans-serif", rescaleMs: 300 };
const size = { width: 480, height: 320, pixelRatio: 1 };

let canvas: CanvasStub;
let frames: (() => void)[];
let clock: number;
let plots: Plot[];

beforeEach(() => {
  canvas = stubCanvas();
  frames = [];
  clock = 0;
  plots = [];
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
  const plot = createPlot(document.createElement("canvas"), spec, theme, ports, size);
  plots.push(plot);
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

  it("V18: at the pointed year values replace the end labels, and go when the pointer goes", () => {
    const plot = plotOf(sampleSpec());
    plot.pointAt(2030);
    expect(words()).toEqual(expect.arrayContaining(["2030", "78%  Status quo"]));
    expect(words()).not.toContain("Status quo");
    plot.pointAt(null);
    expect(words()).toContain("Status quo");
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

  it("V16: lines may come and go without another chart", () => {
    const plot = plotOf(sampleSpec());
    plot.show(sampleSpec({ series: [] }), false);
    expect(words()).not.toContain("Status quo");
    plot.show(sampleSpec(), false);
    expect(words()).toContain("Status quo");
  });
});
