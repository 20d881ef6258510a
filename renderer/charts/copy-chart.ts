/** Copies of a chart for other programs: its numbers as tab-separated text, or a picture with its title. */
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { chartTsv } from "../../shared/chart/describe-chart.ts";
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { plotPorts } from "./chart-canvas.tsx";
import { readChartTheme } from "./chart-theme.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { createPlot } from "./plot.ts";

/** Sentence for the person when a copy cannot be made. */
export type CopyFailure = string;

export const copyAsTable = (spec: ChartSpec): Promise<Result<null, CopyFailure>> => copyTable(chartTsv(spec));

/** `text` is tab-separated. */
export async function copyTable(text: string): Promise<Result<null, CopyFailure>> {
  try {
    await navigator.clipboard.writeText(text);
    return ok(null);
  } catch {
    return copyByEvent(text) ? ok(null) : err("The table was not copied: the clipboard is not available.");
  }
}

/** The older way, which needs the person's key press but no permission. */
function copyByEvent(text: string): boolean {
  let isTaken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  try {
    return document.execCommand("copy") && isTaken;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", onCopy, { capture: true });
  }
}

const PICTURE = { width: 960, height: 540, margin: 24, ratio: 2 } as const;
const TITLE_SIZE = 22;
const SUBTITLE_SIZE = 14;

/** `near` is an element under the theme that the picture shall have. */
export async function copyAsImage(spec: ChartSpec, near: HTMLElement): Promise<Result<null, CopyFailure>> {
  try {
    const picture = drawPicture(spec, near);
    const blob = new Promise<Blob>((resolve, reject) => {
      picture.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/png");
    });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return ok(null);
  } catch {
    return err("The picture was not copied: the clipboard is not available.");
  }
}

/** Title and subtitle over the chart, at twice the pixels, so that it stays sharp on a slide. */
function drawPicture(spec: ChartSpec, near: HTMLElement): HTMLCanvasElement {
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
  const size = { width: width - 2 * margin, height: height - top - margin, pixelRatio: ratio };
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
