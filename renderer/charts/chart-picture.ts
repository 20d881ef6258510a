/** A picture for other programs: title and subtitle over one chart or a grid of small ones, what the numbers rest on under them. */
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import type { Rect } from "../../shared/chart/free-spot.ts";
import { readChartTheme } from "./chart-theme.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { createPlot } from "./plot.ts";
import { plotPorts } from "./use-plot.ts";

export interface Panel {
  /** Stands over its plot; null where the picture's title says it. */
  readonly heading: string | null;
  readonly spec: ChartSpec;
}

export interface Words {
  readonly title: string;
  readonly subtitle: string;
}

export interface Pictured extends Words {
  readonly panels: readonly Panel[];
}

export const pictureOf = (spec: ChartSpec): Pictured => ({ title: spec.title, subtitle: spec.subtitle, panels: [{ heading: null, spec }] });

const PICTURE = { width: 960, height: 540, margin: 24, ratio: 2 } as const;
/** A grid of charts is higher, so that each keeps a shape in which lines can be read. */
const GRID_HEIGHT = 760;
/** Room for a title, however small the figure. */
const FIGURE_LEAST = 480;
const GAP = 20;
const HEADING_SIZE = 14;
const TITLE_SIZE = 22;
const SUBTITLE_SIZE = 14;
const SOURCE_SIZE = 12;
const SOURCE_LINE = 16;

/** A PNG at twice the pixels, so that it stays sharp on a slide. `near` is an element under the theme that the picture shall have. Rejects when the browser cannot make one. */
export const chartPicture = (pictured: Pictured, source: readonly string[], near: HTMLElement): Promise<Uint8Array> =>
  pngOf(
    drawPicture(pictured, source, near, { width: PICTURE.width, height: pictured.panels.length > 1 ? GRID_HEIGHT : PICTURE.height }, (ctx, room, theme) =>
      drawPanels(ctx, pictured.panels, theme, room),
    ),
  );

/** The same around something that is drawn in its own size, in CSS pixels. */
export function figurePicture(
  words: Words,
  source: readonly string[],
  near: HTMLElement,
  size: Pick<Rect, "width" | "height">,
  draw: (ctx: CanvasRenderingContext2D) => void,
): Promise<Uint8Array> {
  const width = Math.max(size.width, FIGURE_LEAST) + 2 * PICTURE.margin;
  const around = heightAround(words, source, near, width);
  return pngOf(
    drawPicture(words, source, near, { width, height: around + size.height }, (ctx, room) => {
      ctx.translate(room.left, room.top);
      draw(ctx);
    }),
  );
}

async function pngOf(picture: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    picture.toBlob(resolve, "image/png");
  });
  if (!blob) throw new Error("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}

function drawPicture(
  words: Words,
  source: readonly string[],
  near: HTMLElement,
  { width, height }: Pick<Rect, "width" | "height">,
  drawBody: (ctx: CanvasRenderingContext2D, room: Rect, theme: ChartTheme) => void,
): HTMLCanvasElement {
  const theme = readChartTheme(near, 1);
  const { margin, ratio } = PICTURE;
  const picture = document.createElement("canvas");
  picture.width = Math.round(width * ratio);
  picture.height = Math.round(height * ratio);
  const ctx = contextOf(picture);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.color("--surface");
  ctx.fillRect(0, 0, width, height);
  const top = drawHead(ctx, words, theme, findingFont(near), width);
  const bottom = drawFoot(ctx, source, theme, { width, height });
  drawBody(ctx, { left: margin, top, width: width - 2 * margin, height: bottom - top }, theme);
  return picture;
}

/** What head and foot take of a picture that wide. */
function heightAround(words: Words, source: readonly string[], near: HTMLElement, width: number): number {
  const theme = readChartTheme(near, 1);
  const ctx = contextOf(document.createElement("canvas"));
  return drawHead(ctx, words, theme, findingFont(near), width) - drawFoot(ctx, source, theme, { width, height: 0 });
}

const findingFont = (near: HTMLElement): string => getComputedStyle(near).getPropertyValue("--font-finding");

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("no canvas");
  return ctx;
}

function drawPanels(ctx: CanvasRenderingContext2D, panels: readonly Panel[], theme: ChartTheme, room: Rect): void {
  const columns = Math.ceil(Math.sqrt(panels.length));
  const rows = Math.ceil(panels.length / columns);
  const width = (room.width - (columns - 1) * GAP) / columns;
  const height = (room.height - (rows - 1) * GAP) / rows;
  panels.forEach(({ heading, spec }, index) => {
    const left = room.left + (index % columns) * (width + GAP);
    const top = room.top + Math.floor(index / columns) * (height + GAP);
    const head = heading === null ? 0 : HEADING_SIZE * 1.6;
    if (heading !== null) {
      ctx.fillStyle = theme.color("--ink");
      ctx.font = theme.font(HEADING_SIZE, 600);
      ctx.fillText(heading, left, top);
    }
    const canvas = document.createElement("canvas");
    const plot = createPlot(canvas, spec, theme, plotPorts, { width, height: height - head, pixelRatio: PICTURE.ratio });
    ctx.drawImage(canvas, left, top + head, width, height - head);
    plot.destroy();
  });
}

/** Returns the height that title and subtitle take. */
function drawHead(ctx: CanvasRenderingContext2D, { title, subtitle }: Words, theme: ChartTheme, serif: string, width: number): number {
  const { margin } = PICTURE;
  ctx.textBaseline = "top";
  ctx.fillStyle = theme.color("--ink");
  ctx.font = `600 ${String(TITLE_SIZE)}px ${serif.trim() || "serif"}`;
  let y: number = margin;
  for (const line of wrapped(ctx, title, width - 2 * margin)) {
    ctx.fillText(line, margin, y);
    y += TITLE_SIZE * 1.25;
  }
  ctx.fillStyle = theme.color("--ink-2");
  ctx.font = theme.font(SUBTITLE_SIZE, 400);
  for (const line of wrapped(ctx, subtitle, width - 2 * margin)) {
    ctx.fillText(line, margin, y + 2);
    y += SUBTITLE_SIZE * 1.3;
  }
  return y + SUBTITLE_SIZE * 0.6;
}

/** Returns where the plots have to end. */
function drawFoot(ctx: CanvasRenderingContext2D, source: readonly string[], theme: ChartTheme, { width, height }: Pick<Rect, "width" | "height">): number {
  const { margin } = PICTURE;
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
