/** The main job as a person does it: move levers, see the number move, save, quit, start again and find everything. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL, WIDE } from "../support/app.ts";
import { accessibilityProblems, overflowing } from "../support/page-checks.ts";
import { drawn, save } from "../support/steps.ts";

const lever = (app: RunningApp, name: string | RegExp) => app.page.getByRole("slider", { name });
const valueOf = (app: RunningApp, name: string): Promise<string | null> => lever(app, name).getAttribute("aria-valuenow");
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

/** Two tests of a window that shows Explore. */
function everyScreenFits(app: () => RunningApp): void {
  it("W30: Explore fits the window and is clean for axe, at rest, changed, and with a lever's detail open", async () => {
    await app().page.keyboard.press("Control+n");
    await app().page.getByText("No lever differs from status quo").first().waitFor();
    expect(await overflowing(app().page)).toEqual([]);
    expect(await accessibilityProblems(app().page)).toEqual([]);
    await drag(app(), "Processing investment support", 150);
    await drawn(app().page);
    expect(await overflowing(app().page)).toEqual([]);
    expect(await accessibilityProblems(app().page)).toEqual([]);
    await lever(app(), "Processing investment support").focus();
    await app().page.keyboard.press("Enter");
    await app().page.getByRole("heading", { name: "Processing investment support" }).waitFor();
    // Charts take their new size in a later frame.
    await expect.poll(() => overflowing(app().page)).toEqual([]);
    expect(await accessibilityProblems(app().page)).toEqual([]);
    await app().page.keyboard.press("Escape");
  });

  it("W30: World and Library fit the window and are clean for axe", async () => {
    await app()
      .page.locator("label")
      .filter({ hasText: /^World$/ })
      .click();
    expect(await overflowing(app().page)).toEqual([]);
    expect(await accessibilityProblems(app().page)).toEqual([]);
    await save(app().page, 1);
    await app().page.keyboard.press("Control+8");
    await app().page.getByRole("heading", { name: "Library" }).waitFor();
    expect(await overflowing(app().page)).toEqual([]);
    expect(await accessibilityProblems(app().page)).toEqual([]);
  });
}

describe("Explore and every screen at 1440x900, light", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ screen: { ...WIDE, colorScheme: "light" } });
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
    expect(await valueOf(app, "Strategic reserve")).toBe("0");
    await field.fill("90");
    await app.page.keyboard.press("Enter");
    await expect.poll(() => valueOf(app, "Strategic reserve")).toBe("90");
    await app.page.keyboard.press("Escape");
  });

  it("P11: nothing was asked of any other place than the app itself", () => {
    const foreign = app.requests().filter((url) => !url.startsWith("app://"));
    expect(foreign).toEqual([]);
  });

  everyScreenFits(() => app);
});

describe("every screen at 1280x720, dark", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ screen: { ...SMALL, colorScheme: "dark" } });
    await headline(app).waitFor();
  });
  afterAll(() => app.stop());

  everyScreenFits(() => app);
});

describe("scenarios", () => {
  it("S2, S3, S4, B17: saved and left, killed right after it said saved, or killed once a draft was confirmed: all is there after the next start", async () => {
    const first = await launchApp();
    const { dataFolder } = first;
    await headline(first).waitFor();
    await drag(first, "Strategic reserve", 120);
    await drag(first, "Processing investment support", 150);
    await save(first.page, 1);
    await drawn(first.page);
    const saved = { number: await composite(first), tiles: await first.page.locator("[data-region=tiles]").innerText() };
    await first.stop({ keepData: true });

    const second = await launchApp({ dataFolder });
    await headline(second).waitFor();
    await titleBar(second).getByText("revision 1").waitFor();
    await drawn(second.page);
    expect(await composite(second)).toBe(saved.number);
    expect(await second.page.locator("[data-region=tiles]").innerText()).toBe(saved.tiles);
    await second.page.keyboard.press("Control+8");
    await second.page.getByRole("heading", { name: "Library" }).waitFor();
    await second.page.getByRole("row").filter({ hasText: saved.number }).waitFor();
    await second.page.keyboard.press("Control+1");
    await drag(second, "Mining investment support", 140);
    const mining = await valueOf(second, "Mining investment support");
    await save(second.page, 2);
    await second.kill();

    const third = await launchApp({ dataFolder });
    await titleBar(third).getByText("revision 2").waitFor();
    await expect.poll(() => valueOf(third, "Mining investment support")).toBe(mining);
    await drag(third, "Innovation hubs", 120);
    const hubs = await valueOf(third, "Innovation hubs");
    await titleBar(third)
      .getByText(/draft saved \d\d:\d\d/)
      .waitFor();
    await third.kill();

    const fourth = await launchApp({ dataFolder });
    await headline(fourth).waitFor();
    await expect.poll(() => valueOf(fourth, "Innovation hubs")).toBe(hubs);
    expect(hubs).not.toBe("0");
    await fourth.stop();
    rmSync(dataFolder, { recursive: true });
  });
});
