/** Charts in the built app: copies and files leave through the main process; wall, pins and breakdowns by keyboard and pointer. */
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";

const chart = (side: "left" | "right") => app.page.locator(`[data-region="${side}-chart"]`);

/** Width and height that a PNG states. */
const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({ screen: SMALL });
  await app.page
    .getByRole("group", { name: /Arrow keys read the years/ })
    .first()
    .waitFor();
});
afterAll(() => app.stop());

describe("a chart leaves the window", () => {
  const choose = async (item: string): Promise<void> => {
    await app.page.getByRole("button", { name: "Copy or save" }).first().click();
    await app.page.getByRole("menuitem", { name: item }).click();
  };

  it("V37: a picture reaches the system's clipboard though the page has no permission to write there", async () => {
    await choose("Copy as image");
    await app.page.getByText("Copied the chart as image").waitFor();
    const { method, target } = await app.heard("shell");
    expect(method).toBe("clipboard.write");
    const [head = "", body = ""] = target.split(",");
    expect(head).toBe("data:image/png;base64");
    expect(sizeOf(Buffer.from(body, "base64"))).toEqual([1920, 1080]);
  });

  const savedBy = async (item: string, file: string): Promise<Buffer> => {
    await app.answer("showSaveDialog", { canceled: false, filePath: file });
    await choose(item);
    await app.page.getByText(`Saved as ${file}`).waitFor();
    const written = readFileSync(file);
    rmSync(file);
    return written;
  };

  it("V37: picture and table are written where the person says", async () => {
    const file = path.join(tmpdir(), `lodestone-chart-${app.pid}`);
    expect(sizeOf(await savedBy("Save as image…", `${file}.png`))).toEqual([1920, 1080]);
    expect((await savedBy("Save as CSV…", `${file}.csv`)).toString("utf8")).toMatch(/\r\n2035,.*LS-/s);
  });
});

describe("charts side by side", () => {
  it("V43, V44: M opens the wall, arrows and Enter choose a mineral, and the focus returns to its tile", async () => {
    const { page } = app;
    await page.keyboard.press("m");
    const wall = page.getByRole("region", { name: /Import dependence is highest/ });
    await wall.waitFor();
    await expect.poll(() => wall.locator("canvas").count()).toBe(9);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await wall.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("label")?.textContent ?? "")).toMatch(/^Lithium/);
    await page.getByText(/of US need for lithium/).waitFor();
  });

  it("V38: a mineral shows where its supply comes from; T shows every supplier", async () => {
    const { page } = app;
    await chart("right")
      .getByText(/supplies \d+% of lithium/)
      .waitFor();
    await chart("right")
      .getByRole("group", { name: /Arrow keys read the years/ })
      .focus();
    await page.keyboard.press("t");
    await chart("right").getByRole("columnheader", { name: "US primary" }).waitFor();
    await page.keyboard.press("t");
  });

  it("V163, V164, W81, W82: why published figures break off is one press away, and leads to the line without a break", async () => {
    const { page } = app;
    await chart("left").getByRole("button", { name: "Why the break?" }).press("Enter");
    await page.getByRole("dialog").getByText("Published net import reliance, 2025").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Show the chart as published" }).press("Enter");
    await chart("left")
      .getByRole("heading", { name: /^Net import reliance \(as published\) for lithium/ })
      .waitFor();
    await chart("left").getByRole("button", { name: "Choose what the left chart shows" }).press("Enter");
    const shown = page.getByRole("option", { name: "All stages, by value" });
    await shown.press("Enter");
    await chart("left").getByRole("button", { name: "Why the break?" }).waitFor();
    await chart("left").getByRole("button", { name: "Choose what the left chart shows" }).press("Enter");
    await shown.press("Enter");
    await shown.waitFor({ state: "detached" });
  });

  it("V42, V74: a pinned line stays while a lever moves on, and stands in Compare", async () => {
    const { page } = app;
    await page.keyboard.press("p");
    await page.getByText(/^Pinned ".*" to the charts and Compare$/).waitFor();
    const table = chart("left").getByRole("table");
    const cell = (row: string, column: number): Promise<string> => table.getByRole("row", { name: row }).getByRole("cell").nth(column).innerText();
    await chart("left").getByRole("button", { name: "Show as table" }).click();
    const before = await cell("2045", 0);
    await expect.poll(() => cell("2045", 2)).toBe(before);
    await page.getByRole("slider", { name: "Processing investment support" }).press("End");
    await expect.poll(() => cell("2045", 0)).not.toBe(before);
    expect(await cell("2045", 2)).toBe(before);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press("Control+2");
    const pinned = page.getByRole("list", { name: "Scenarios" }).getByRole("listitem");
    await expect.poll(() => pinned.count()).toBe(2);
    await page.getByRole("region", { name: /^Import dependence in 2035 is/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
