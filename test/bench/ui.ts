/**
 * The built app in a real Chromium window while a lever is dragged for five seconds by mouse input at 60 Hz, each input to another value of the lever: from
 * each input to the frame that shows its numbers, long tasks, and how soon the window can be used. `npm run -s bench:ui -- [--json] [--seconds 5]` (after `npm run build`).
 *
 * Latencies are Chromium's own (trace event EventLatency): from the time stamp of the input to the end of the main thread's frame ("painted"), and to the
 * frame's presentation ("presented"). The browser draws without a graphics card here, so presentation holds what software rasterising takes.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "playwright-core";
import { launchApp } from "../support/app.ts";
import type { RunningApp } from "../support/app.ts";
import { dragLatencies } from "./drag-latency.ts";
import type { TraceEvent } from "./drag-latency.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, seconds: { type: "string", default: "5" } } });
const SECONDS = Number(values.seconds);
const INPUT_MS = 1000 / 60;
const WARM_UP_MS = 2000;
/** After release the scale moves once, the draft is saved and levers are studied: their tasks count too. */
const SETTLE_MS = 2000;
const LONG_TASK_MS = 50;
const KEY_BURST_MS = 1000;
const LEVER = "Processing investment support";
/** A step of that lever is 3.8 px wide: with fewer pixels a fifth of the inputs would have nothing to show. */
const MOVE_PX = 4;
const SETTLED_LEVERS = ["Strategic reserve", "Recycling rate target", "Expedited permitting"];

interface Spread {
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly max_ms: number;
}
interface DragFigures {
  /** Large charts on canvases, and the shapes over the years that the cards draw. */
  readonly charts: number;
  readonly sparks: number;
  readonly inputs: number;
  readonly frames: number;
  /** Frames that drew a chart, of all that showed an input. */
  readonly drawn: string;
  readonly painted: Spread;
  readonly presented: Spread;
  readonly long_tasks: readonly number[];
  /** Main-thread milliseconds per presented frame. */
  readonly per_frame: { readonly script: number; readonly style_and_layout: number; readonly task: number };
}
interface StartFigures {
  /** From the main process' first line of log, to the window's navigation, to the first frame with numbers, to the end of the last long task around it. */
  readonly process_to_window_ms: number;
  readonly window_to_first_numbers_ms: number;
  readonly window_to_usable_ms: number;
  readonly process_to_usable_ms: number;
  /** From the window's navigation until every chart was drawn: they come after the numbers, one in each frame. */
  readonly window_to_charts_ms: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;
function spread(all: readonly number[]): Spread {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { median_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) };
}

/** Moves the pointer to and fro over the slider; the hand is already down. */
async function sweep(session: CDPSession, box: { readonly x: number; readonly y: number; readonly width: number }, ms: number): Promise<void> {
  const begin = performance.now();
  const reach = box.width * 0.8;
  for (let i = 0; performance.now() - begin < ms; i++) {
    const along = (i * MOVE_PX) % (2 * reach);
    const x = box.x + box.width * 0.1 + (along < reach ? along : 2 * reach - along);
    void session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y: box.y, button: "left", buttons: 1 });
    await delay(Math.max(0, begin + (i + 1) * INPUT_MS - performance.now()));
  }
}

/** Counts, in the page, frames that drew a canvas; collects long tasks. A chart may be drawn ahead of its frame: what counts is drawing since the frame before. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { drawn: 0, longTasks: [] as number[] };
    let drew = false;
    const clear = Reflect.get(CanvasRenderingContext2D.prototype, "clearRect") as (this: CanvasRenderingContext2D, ...box: readonly number[]) => void;
    CanvasRenderingContext2D.prototype.clearRect = function draw(...box) {
      drew = true;
      clear.apply(this, box);
    };
    const nextFrame = (): void => {
      if (drew) seen.drawn++;
      drew = false;
      requestAnimationFrame(nextFrame);
    };
    requestAnimationFrame(nextFrame);
    new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    Object.assign(globalThis, { seen });
  });

const seenIn = (page: Page): Promise<{ drawn: number; longTasks: number[] }> =>
  page.evaluate(() => structuredClone((globalThis as unknown as { seen: { drawn: number; longTasks: number[] } }).seen));

const metrics = async (session: CDPSession): Promise<ReadonlyMap<string, number>> =>
  new Map((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));

async function trace(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", { traceConfig: { includedCategories: ["input.scrolling"], excludedCategories: ["*"] }, transferMode: "ReportEvents" });
  await work();
  const complete = new Promise((resolve) => void session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  return events;
}

async function measureDrag({ page }: RunningApp): Promise<DragFigures> {
  const slider = page.getByRole("slider", { name: LEVER });
  await slider.scrollIntoViewIfNeeded();
  const place = await slider.boundingBox();
  if (!place) throw new Error(`${LEVER} is not on screen`);
  const box = { x: place.x, y: place.y + place.height / 2, width: place.width };
  const session = await page.context().newCDPSession(page);
  const browser = await page.context().browser()!.newBrowserCDPSession();
  await session.send("Performance.enable");
  await page.mouse.move(box.x + box.width / 2, box.y);
  await page.mouse.down();
  await sweep(session, box, WARM_UP_MS);
  const charts = await page.locator(".chart-canvas canvas").count();
  const sparks = await page.locator(".outcome-card-spark").count();
  const before = { ...(await seenIn(page)), metrics: await metrics(session) };
  const events = await trace(browser, () => sweep(session, box, SECONDS * 1000));
  const after = { ...(await seenIn(page)), metrics: await metrics(session) };
  await page.mouse.up();
  await delay(SETTLE_MS);
  const { longTasks } = await seenIn(page);
  const { inputs, frames } = dragLatencies(events);
  const spent = (name: string): number => round((((after.metrics.get(name) ?? 0) - (before.metrics.get(name) ?? 0)) * 1000) / frames);
  return {
    charts,
    sparks,
    inputs: inputs.length,
    frames,
    drawn: `${after.drawn - before.drawn} of ${frames}`,
    painted: spread(inputs.map(({ painted }) => painted)),
    presented: spread(inputs.map(({ presented }) => presented)),
    long_tasks: longTasks.slice(before.longTasks.length).filter((ms) => ms > LONG_TASK_MS),
    per_frame: {
      script: spent("ScriptDuration"),
      style_and_layout: round(spent("LayoutDuration") + spent("RecalcStyleDuration")),
      task: spent("TaskDuration"),
    },
  };
}

/** Reads what the page and the log recorded by themselves. */
async function measureStart({ page, dataFolder }: RunningApp): Promise<StartFigures> {
  await page.locator(".headline-number").waitFor();
  await delay(SETTLE_MS);
  const { origin, numbers, usable, charts } = await page.evaluate(async () => {
    const recorded = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries());
        }).observe({ type, buffered: true });
        setTimeout(resolve, 500, []);
      });
    const largest = (await recorded("largest-contentful-paint")).at(-1)?.startTime ?? Number.NaN;
    // What was already under way when the numbers came, or followed at once, keeps hands off; later work has waited for a quiet moment.
    const blocking = (await recorded("longtask")).filter(({ startTime }) => startTime < largest + 50);
    const charts = performance.getEntriesByName("charts drawn")[0]?.startTime ?? Number.NaN;
    return {
      origin: performance.timeOrigin,
      numbers: largest,
      charts,
      usable: Math.max(largest, ...blocking.map(({ startTime, duration }) => startTime + duration)),
    };
  });
  const up = Date.parse(readFileSync(path.join(dataFolder, "logs", "lodestone.log"), "utf8").slice(0, 24));
  return {
    process_to_window_ms: Math.round(origin - up),
    window_to_first_numbers_ms: Math.round(numbers),
    window_to_usable_ms: Math.round(usable),
    process_to_usable_ms: Math.round(origin - up + usable),
    window_to_charts_ms: Math.round(charts),
  };
}

const app = await launchApp();
const { page } = app;
const start = await measureStart(app);
// A drag among other levers that differ, as in real work.
for (const name of SETTLED_LEVERS) {
  await page.getByRole("slider", { name }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowRight");
}
// Key presses close together are one gesture, which must have ended before the drag begins.
await delay(KEY_BURST_MS);
await watch(page);
const explore = await measureDrag(app);
await page.keyboard.press("m");
await delay(SETTLE_MS);
const wall = await measureDrag(app);
app.takeProblems();
await app.stop();

if (values.json) console.log(JSON.stringify({ explore, wall, start }));
else {
  for (const [name, figures] of Object.entries({ Explore: explore, "Mineral wall": wall })) {
    const counted = `${figures.charts} charts${figures.sparks > 0 ? ` and ${figures.sparks} spark lines` : ""}`;
    console.log(`\n${name}: ${counted}; ${figures.inputs} inputs in ${SECONDS} s, ${figures.frames} frames, charts drawn in ${figures.drawn}`);
    const row = (label: string, { median_ms, p95_ms, max_ms }: Spread): string => `  ${label.padEnd(20)} median ${median_ms}  p95 ${p95_ms}  max ${max_ms} ms`;
    console.log(row("input to paint", figures.painted));
    console.log(row("input to presented", figures.presented));
    const { script, style_and_layout, task } = figures.per_frame;
    console.log(`  per frame            script ${script}  style and layout ${style_and_layout}  whole main thread ${task} ms`);
    console.log(`  long tasks           ${figures.long_tasks.length === 0 ? "none" : figures.long_tasks.map((ms) => `${ms} ms`).join(", ")}`);
  }
  console.log(
    `\nStart: numbers ${start.window_to_first_numbers_ms}, usable ${start.window_to_usable_ms}, all charts drawn ${start.window_to_charts_ms} ms after the window's navigation;`,
  );
  console.log(`usable ${start.process_to_usable_ms} ms after the main process was up, of which starting the browser took ${start.process_to_window_ms} ms`);
}
