/** The main job as a person does it: move levers, see the number move, save, quit, start again and find everything. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL, WIDE } from "../support/app.ts";
import { accessibilityProblems, overflowing } from "../support/page-checks.ts";
import { drawn, save } from "../support/steps.ts";

const lever = (app: RunningApp, name: string | RegExp) => app.page.getByRole("slider", { name });
const headline = (app: RunningApp) => app.page.locator(".headline-number");

/** Presses the handle of a lever, moves it right in steps, and lets go. */
async function drag(app: RunningApp, name: string, pixels: number, whileDown?: () => Promise<void>): Promise<void> {
  const slider = lever(app, name);
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`${name} is not visible`);
  const { page } = app;
  await page.mouse.move(box.x + 3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + pixels, box.y + box.height / 2, { steps: 12 });
  await whileDown?.();
  await page.mouse.up();
}

const composite = async (app: RunningApp): Promise<string> => (await headline(app).innerText()).replaceAll(/\s/g, "");
const titleBar = (app: RunningApp) => app.page.getByRole("banner");

describe("explore", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await headline(app).waitFor();
  });
  afterAll(() => app.stop());

  it("L24, H1: dragging a lever changes the headline while the pointer is down; undo brings back exactly the status quo", async () => {
    const before = await composite(app);
    let during = "";
    await drag(app, "Processing investment support", 180, async () => {
      await expect.poll(() => composite(app)).not.toBe(before);
      await drawn(app.page);
      during = await composite(app);
    });
    await drawn(app.page);
    expect(await composite(app)).toBe(during);
    expect(Number.parseInt(during)).toBeLessThan(Number.parseInt(before));
    await app.page.keyboard.press("Control+z");
    await expect.poll(() => composite(app)).toBe(before);
    await app.page.getByText("no change", { exact: false }).first().waitFor();
  });

  it("L25: the keyboard moves a lever by one step, by ten with Shift, to its bounds and back to the status quo", async () => {
    const slider = lever(app, "Expedited permitting");
    const now = (): Promise<string | null> => slider.getAttribute("aria-valuenow");
    await slider.focus();
    await app.page.keyboard.press("ArrowRight");
    await expect.poll(now).toBe("5");
    await app.page.keyboard.press("Shift+ArrowRight");
    await expect.poll(now).toBe("55");
    await app.page.keyboard.press("End");
    await expect.poll(now).toBe("100");
    expect(await slider.getAttribute("aria-valuetext")).toBe("full, 100%, from 2027");
    await app.page.keyboard.press("s");
    await expect.poll(now).toBe("0");
  });

  it("L26: a number out of bounds is refused in a sentence and changes nothing", async () => {
    const field = app.page.getByRole("textbox", { name: /Strategic reserve/ }).or(app.page.getByRole("spinbutton", { name: /Strategic reserve/ }));
    await field.fill("999");
    await app.page.keyboard.press("Enter");
    await app.page.getByText("Enter 0 to 365 days. Still 0 days.").waitFor();
    expect(await lever(app, "Strategic reserve").getAttribute("aria-valuenow")).toBe("0");
    await field.fill("90");
    await app.page.keyboard.press("Enter");
    await expect.poll(() => lever(app, "Strategic reserve").getAttribute("aria-valuenow")).toBe("90");
    await app.page.keyboard.press("Escape");
  });

  it("P11: nothing was asked of any other place than the app itself", () => {
    const foreign = app.requests().filter((url) => !url.startsWith("app://"));
    expect(foreign).toEqual([]);
  });
});

describe("scenarios", () => {
  it("S2, S3: a saved scenario is there after quitting and starting, with the same numbers and its stored result", async () => {
    const first = await launchApp();
    await headline(first).waitFor();
    await drag(first, "Strategic reserve", 120);
    await drag(first, "Processing investment support", 150);
    await save(first.page, 1);
    await drawn(first.page);
    const saved = { number: await composite(first), tiles: await first.page.locator("[data-region=tiles]").innerText() };
    await first.stop({ keepData: true });

    const second = await launchApp({ dataFolder: first.dataFolder });
    await headline(second).waitFor();
    await titleBar(second).getByText("revision 1").waitFor();
    await drawn(second.page);
    expect(await composite(second)).toBe(saved.number);
    expect(await second.page.locator("[data-region=tiles]").innerText()).toBe(saved.tiles);
    await second.page.keyboard.press("Control+8");
    await second.page.getByRole("heading", { name: "Library" }).waitFor();
    await second.page.getByRole("row").filter({ hasText: saved.number }).waitFor();
    await second.stop();
    rmSync(first.dataFolder, { recursive: true });
  });

  it("B17: a process killed right after it said saved has lost nothing", async () => {
    const first = await launchApp();
    await headline(first).waitFor();
    await drag(first, "Mining investment support", 140);
    const value = await lever(first, "Mining investment support").getAttribute("aria-valuenow");
    await save(first.page, 1);
    await first.kill();

    const second = await launchApp({ dataFolder: first.dataFolder });
    await titleBar(second).getByText("revision 1").waitFor();
    expect(await lever(second, "Mining investment support").getAttribute("aria-valuenow")).toBe(value);
    await second.stop();
    rmSync(first.dataFolder, { recursive: true });
  });

  it("S4, B17: an unsaved change is visible and survives a crash once its draft is confirmed", async () => {
    const first = await launchApp();
    await headline(first).waitFor();
    await drag(first, "Innovation hubs", 120);
    const value = await lever(first, "Innovation hubs").getAttribute("aria-valuenow");
    await titleBar(first)
      .getByText(/draft saved \d\d:\d\d/)
      .waitFor();
    await first.kill();

    const second = await launchApp({ dataFolder: first.dataFolder });
    await headline(second).waitFor();
    await expect.poll(() => lever(second, "Innovation hubs").getAttribute("aria-valuenow")).toBe(value);
    await second.stop();
    rmSync(first.dataFolder, { recursive: true });
  });
});

describe.each([
  { name: "1440x900 light", screen: { ...WIDE, colorScheme: "light" as const } },
  { name: "1280x720 dark", screen: { ...SMALL, colorScheme: "dark" as const } },
])("every screen at $name", ({ screen }) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ screen });
    await headline(app).waitFor();
  });
  afterAll(() => app.stop());

  it("W30: Explore fits the window and is clean for axe, at rest, changed, and with a lever's detail open", async () => {
    expect(await overflowing(app.page)).toEqual([]);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await drag(app, "Processing investment support", 150);
    await drawn(app.page);
    expect(await overflowing(app.page)).toEqual([]);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await lever(app, "Processing investment support").focus();
    await app.page.keyboard.press("Enter");
    await app.page.getByRole("heading", { name: "Processing investment support" }).waitFor();
    // Charts take their new size in a later frame.
    await expect.poll(() => overflowing(app.page)).toEqual([]);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press("Escape");
  });

  it("W30: World and Library fit the window and are clean for axe", async () => {
    await app.page
      .locator("label")
      .filter({ hasText: /^World$/ })
      .click();
    expect(await overflowing(app.page)).toEqual([]);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await save(app.page, 1);
    await app.page.keyboard.press("Control+8");
    await app.page.getByRole("heading", { name: "Library" }).waitFor();
    expect(await overflowing(app.page)).toEqual([]);
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
});
