/**
 * Keeps a picture of what stands still under moving lines: axes, spans, marks, and the lines below the first one that moves.
 * It is taken off the canvas the second time the same layout is drawn, copied from then on, and forgotten with the next layout.
 */
import { LinearScale } from "chart.js";
import type { Chart, ChartArea, LinearScaleOptions, Plugin } from "chart.js";

declare module "chart.js" {
  interface CartesianScaleTypeRegistry {
    still: { options: LinearScaleOptions };
  }
}

/** Charts whose canvas shows the picture already, in the drawing that goes on. */
const laid = new WeakSet<Chart>();

/** Whether what lies under the lines is on the canvas and need not be drawn. */
export const groundIsLaid = (chart: Chart): boolean => laid.has(chart);

export class StillScale extends LinearScale {
  static override readonly id = "still";

  override draw(area: ChartArea): void {
    if (!groundIsLaid(this.chart)) super.draw(area);
  }
}

export interface StillGround {
  readonly plugin: Plugin<"line">;
  /** Spans, marks or published years are others than before. */
  readonly forget: () => void;
  /** These datasets have other values than before. */
  readonly leave: (chart: Chart, moved: readonly number[]) => void;
}

interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** How many lines it holds, from the lowest. */
  readonly lines: number;
}

export function createStillGround(): StillGround {
  let picture: Picture | null = null;
  let wasDrawn = false;
  /** How many lines, from the lowest, have not moved since the layout. */
  let still = 0;
  let drawn = 0;

  function forget(): void {
    picture = null;
    wasDrawn = false;
  }

  function takeWhenComplete(chart: Chart): void {
    if (picture || !wasDrawn || drawn !== still) return;
    const { canvas } = chart;
    const copy = canvas.ownerDocument.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const ctx = copy.getContext("2d");
    if (!ctx) return;
    ctx.drawImage(canvas, 0, 0);
    picture = { canvas: copy, lines: still };
  }

  return {
    forget,
    leave(chart, moved) {
      const order = drawingOrder(chart);
      still = Math.min(still, ...moved.map((index) => order.indexOf(index)));
      if (picture && picture.lines > still) forget();
    },
    plugin: {
      id: "stillGround",
      afterUpdate(chart) {
        forget();
        // An area reaches to another line, and may move with it.
        const order = drawingOrder(chart);
        const areas = order.findIndex((index) => (chart.data.datasets[index]?.fill ?? false) !== false);
        still = areas < 0 ? order.length : areas;
      },
      beforeDraw(chart) {
        drawn = 0;
        laid.delete(chart);
        if (!picture) return;
        laid.add(chart);
        chart.ctx.save();
        chart.ctx.resetTransform();
        chart.ctx.drawImage(picture.canvas, 0, 0);
        chart.ctx.restore();
      },
      beforeDatasetsDraw: takeWhenComplete,
      beforeDatasetDraw: () => {
        const isInPicture = picture !== null && drawn < picture.lines;
        if (isInPicture) drawn++;
        return !isInPicture;
      },
      afterDatasetDraw(chart) {
        drawn++;
        takeWhenComplete(chart);
      },
      afterDraw() {
        wasDrawn = true;
      },
    },
  };
}

/** Indices of the datasets, the lowest first. */
const drawingOrder = (chart: Chart): readonly number[] =>
  chart
    .getSortedVisibleDatasetMetas()
    .map(({ index }) => index)
    .reverse();
