/** Labels that may move: each takes the freest of its places on the plot, so that lines and other labels stay readable. */
import type { Chart } from "chart.js";
import { freestSpot } from "../../shared/chart/free-spot.ts";
import type { Point, Rect } from "../../shared/chart/free-spot.ts";
import type { PlotState } from "./plot-state.ts";

/** Height of a line of text on the plot, pixels. */
export const rowHeight = ({ theme }: PlotState): number => theme.px(16);

/** What a label that may move has to keep clear of, for one drawing. */
export interface MovableLabels {
  readonly chart: Chart;
  readonly state: PlotState;
  /** Where each label stood last, by its key, so that it stays there while it can. */
  readonly spots: Map<string, number>;
  readonly taken: Rect[];
  /** Drawn lines in pixels. */
  readonly lines: readonly (readonly Point[])[];
}

/** Puts a label at the freest of its places and takes the room. */
export function place(labels: MovableLabels, key: string, candidates: readonly Rect[]): Rect {
  const { chart, lines, spots, taken } = labels;
  const { left, top, right, bottom } = chart.chartArea;
  const bounds = { left, top: top - 8, width: right - left, height: bottom - top + 8 };
  const index = freestSpot(candidates, lines, taken, bounds, spots.get(key) ?? null);
  spots.set(key, index);
  const rect = candidates[index]!;
  taken.push(rect);
  return rect;
}

/** Text with a rim of the surface, so that a line behind it stays visible and the text readable. */
export function rimmedText({ ctx }: Chart, { theme }: PlotState, text: string, left: number, middle: number, colour: string): void {
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.color("--c-halo");
  ctx.strokeText(text, left, middle);
  ctx.fillStyle = theme.color(colour);
  ctx.fillText(text, left, middle);
}
