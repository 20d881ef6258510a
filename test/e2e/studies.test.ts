/** The studies in the built app: stress test, uncertainty, find a package. Small counts of runs; what they compute is tested elsewhere. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { holdableStudies, type Studies } from "../support/held-studies.ts";
import { accessibilityProblems, overflowing } from "../support/page-checks.ts";

const root = path.resolve(import.meta.dirname, "../..");
const dataFolder = mkdtempSync(path.join(tmpdir(), "lodestone-studies-"));
let app: RunningApp;
let studies: Studies;

beforeAll(async () => {
  const samples = ["reserve-first", "recycle-and-substitute"].map((name) => path.join(root, `resources/samples/${name}.lodestone`));
  const store = path.join(dataFolder, "scenarios.sqlite");
  execFileSync(process.execPath, [path.join(root, "electron/cli/planner.ts"), "import", "--store", store, ...samples]);
  app = await launchApp({ dataFolder, screen: SMALL });
  studies = await holdableStudies(app.page);
  await app.page.locator(".headline-number").waitFor();
});
afterAll(async () => {
  await app.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const region = (name: string) => app.page.locator(`[data-region="${name}"]`);

it("V90, V91, W30: the stress matrix is walked with arrow keys, a cell opens and closes by keyboard", async () => {
  await app.page.keyboard.press("Control+3");
  await app.page.locator('[data-cell="0:0"]').focus();
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("Enter");
  const panel = region("stress-cell");
  await panel.getByText("of need lost", { exact: true }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
  await app.page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});

it("V92, W30: scenarios in every world, with a target set on the spot", async () => {
  await app.page
    .locator("label")
    .filter({ hasText: /^Worlds$/ })
    .click();
  await app.page.getByRole("button", { name: "Set target" }).click();
  await app.page.getByRole("dialog").getByRole("button", { name: "Set target" }).click();
  await region("worlds-table")
    .getByText(/^M(eets|isses) the target in/)
    .first()
    .waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
});

it("V93, V94, V95, W30: an ensemble refines while it runs, is stopped with what is there, and runs to its end", async () => {
  await studies.hold('[data-region="fan"]');
  await app.page.keyboard.press("Control+4");
  await region("fan").waitFor();
  await app.page.getByRole("button", { name: /^Cancel/ }).click();
  await app.page.getByText(/^Stopped after [\d,]+ of 2,000 runs\. Results so far are shown\.$/).waitFor();
  await studies.letGo();
  await app.page.getByRole("textbox", { name: "Runs" }).fill("200");
  await app.page.keyboard.press("Enter");
  await app.page.getByText(/^200 runs with \d+ parameters drawn/).waitFor();
  await app.page.getByRole("img", { name: /moves the outcome most/ }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
});

it("V96, V97, V98, V103, N11, W30: a package is searched, pinned, opened as a scenario, and its claim said to hold", async () => {
  const { page } = app;
  await page.keyboard.press("Control+5");
  const form = region("find-form");
  await form.waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  // Stopped, a search of all levers leaves no worker behind.
  const workers = page.workers().length;
  await studies.hold();
  await form.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: /^Cancel/ }).waitFor();
  await expect.poll(() => page.workers().length).toBeGreaterThan(workers);
  await page.keyboard.press("Escape");
  await page.getByText(/^Stopped after [\d,]+ of [\d,]+ rounds\./).waitFor();
  await studies.letGo();
  await expect.poll(() => page.workers().length).toBe(workers);
  await form.getByLabel("All levers").click();
  await form.getByLabel("All levers").click();
  await form.getByText("0 of 25").waitFor();
  await form.getByRole("checkbox", { name: "Research on substitutes" }).check();
  await form.getByRole("textbox", { name: /^Target, / }).fill("52");
  await page.keyboard.press("Enter");
  await form.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: "Open as scenario: package 1" }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
  const pin = page.getByRole("button", { name: "Pin package 1 to the charts and Compare" });
  await pin.click();
  await expect.poll(() => pin.getAttribute("aria-pressed")).toBe("true");
  await pin.click();
  await expect.poll(() => pin.getAttribute("aria-pressed")).toBe("false");
  await page.getByRole("button", { name: "Open as scenario: package 1" }).click();
  await page.getByText(/^Run again on opening: .* equal to the last digit\.$/).waitFor();
});
