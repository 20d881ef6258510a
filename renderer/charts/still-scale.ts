/**
 * A linear scale that keeps a picture of itself: while only lines move, its grid and words are copied and not set again, which is a third of a frame.
 * The picture is made the second time the same layout is drawn, and forgotten with the next layout.
 */
import { LinearScale } from "chart.js";
import type { ChartArea, LinearScaleOptions } from "chart.js";

declare module "chart.js" {
  interface CartesianScaleTypeRegistry {
    still: { options: LinearScaleOptions };
  }
}

export class StillScale extends LinearScale {
  static override readonly id = "still";
  private picture: HTMLCanvasElement | null = null;
  private drawn = false;

  override afterUpdate(): void {
    super.afterUpdate();
    this.picture = null;
    this.drawn = false;
  }

  override draw(area: ChartArea): void {
    if (this.drawn) this.picture ??= this.pictured(area);
    if (this.picture) this.copy(this.picture);
    else super.draw(area);
    this.drawn = true;
  }

  /** Null where the browser gives no canvas. */
  private pictured(area: ChartArea): HTMLCanvasElement | null {
    const { canvas, currentDevicePixelRatio: ratio } = this.chart;
    const picture = canvas.ownerDocument.createElement("canvas");
    picture.width = canvas.width;
    picture.height = canvas.height;
    const own = picture.getContext("2d");
    if (!own) return null;
    own.scale(ratio, ratio);
    // Chart.js declares the context read-only for its users; a scale draws to whatever stands here.
    const self = this as { ctx: CanvasRenderingContext2D };
    const shown = self.ctx;
    self.ctx = own;
    try {
      super.draw(area);
    } finally {
      self.ctx = shown;
    }
    return picture;
  }

  /** Pixel on pixel; of a horizontal scale only its strip below the plot, since it has no grid. */
  private copy(picture: HTMLCanvasElement): void {
    const { ctx, chart } = this;
    const top = this.isHorizontal() ? Math.floor(this.top * chart.currentDevicePixelRatio) : 0;
    const height = picture.height - top;
    ctx.save();
    ctx.resetTransform();
    ctx.drawImage(picture, 0, top, picture.width, height, 0, top, picture.width, height);
    ctx.restore();
  }
}
