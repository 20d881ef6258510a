/** A chart as a picture: title and subtitle over the plot, what the numbers rest on under it. */
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { plotPorts } from "./chart-canvas.tsx";
import { readChartTheme } from "./chart-theme.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { createPlot } from "./plot.ts";

const PICTURE = { width: 960, height: 540, margin: 24, ratio: 2 } as const;
const TITLE_SIZE = 22;
const SUBTITLE_SIZE = 14;
const SOURCE_SIZE = 12;
const SOURCE_LINE = 16;

/** A PNG of the chart. `near` is an element under the theme that the picture shall have. Rejects when the browser cannot make one. */
export async function chartPicture(spec: ChartSpec, source: readonly string[], near: HTMLElement): Promise<Uint8Array> {
  const picture = drawPicture(spec, source, near);
  const blob = await new Promise<Blob | null>((resolve) => {
    picture.toBlob(resolve, "image/png");
  });
  if (!blob) throw new Error("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}

/** At twice the pixels, so that it stays sharp on a slide. */
function drawPicture(spec: ChartSpec, source: readonly string[], near: HTMLElement): HTMLCanvasElement {
  const theme = readChartTheme(near);
  const { width, height, margin, ratio } = PICTURE;
  const picture = document.createElement("canvas");
  picture.width = width * ratio;
  picture.height = height * ratio;
  const ctx = picture.getContext("2d");
  if (!ctx) throw new Error("no canvas");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.color("--surface");
  ctx.fillRect(0, 0, width, height);
  const top = drawHead(ctx, spec, theme, getComputedStyle(near).getPropertyValue("--font-finding"));
  const bottom = drawFoot(ctx, source, theme);
  const size = { width: width - 2 * margin, height: bottom - top, pixelRatio: ratio };
  const canvas = document.createElement("canvas");
  const plot = createPlot(canvas, spec, theme, plotPorts, size);
  ctx.drawImage(canvas, margin, top, size.width, size.height);
  plot.destroy();
  return picture;
}

/** Returns the height that title and subtitle take. */
function drawHead(ctx: CanvasRenderingContext2D, spec: ChartSpec, theme: ChartTheme, serif: string): number {
  const { width, margin } = PICTURE;
  ctx.textBaseline = "top";
  ctx.fillStyle = theme.color("--ink");
  ctx.font = `600 ${String(TITLE_SIZE)}px ${serif.trim() || "serif"}`;
  let y: number = margin;
  for (const line of wrapped(ctx, spec.title, width - 2 * margin)) {
    ctx.fillText(line, margin, y);
    y += TITLE_SIZE * 1.25;
  }
  ctx.fillStyle = theme.color("--ink-2");
  ctx.font = theme.font(SUBTITLE_SIZE, 400);
  ctx.fillText(spec.subtitle, margin, y + 2);
  return y + SUBTITLE_SIZE * 1.9;
}

/** Returns where the plot has to end. */
function drawFoot(ctx: CanvasRenderingContext2D, source: readonly string[], theme: ChartTheme): number {
  const { width, height, margin } = PICTURE;
  ctx.fillStyle = theme.color("--ink-3");
  ctx.font = theme.font(SOURCE_SIZE, 400);
  const lines = source.flatMap((line) => wrapped(ctx, line, width - 2 * margin));
  const top = height - margin / 2 - lines.length * SOURCE_LINE;
  lines.forEach((line, index) => ctx.fillText(line, margin, top + index * SOURCE_LINE));
  return top - (lines.length > 0 ? SOURCE_LINE / 2 : margin / 2);
}

function wrapped(ctx: CanvasRenderingContext2D, text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && ctx.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
