/** The analysis screens in the built app, over a library of the sample scenarios. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { holdableStudies } from "../support/held-studies.ts";
import { accessibilityProblems, overflowing } from "../support/page-checks.ts";

const root = path.resolve(import.meta.dirname, "../..");
const dataFolder = mkdtempSync(path.join(tmpdir(), "lodestone-analysis-"));
let app: RunningApp;

/** The command line, as in a terminal. */
const planner = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, "electron/cli/planner.ts"), ...args], { encoding: "utf8" });

beforeAll(async () => {
  const samples = path.join(root, "resources/samples");
  planner("import", "--store", path.join(dataFolder, "scenarios.sqlite"), ...readdirSync(samples).map((file) => path.join(samples, file)));
  app = await launchApp({ dataFolder, screen: SMALL });
  await app.page.locator(".headline-number").waitFor();
});
afterAll(async () => {
  await app.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const region = (name: string) => app.page.locator(`[data-region="${name}"]`);

it("V50, V52, V53: Compare shows saved scenarios as lines and tables; another reference changes the differences", async () => {
  await app.page.keyboard.press("Control+2");
  const outcomes = region("outcomes-table");
  await outcomes.getByRole("row").nth(2).waitFor();
  await expect.poll(() => app.page.getByRole("list", { name: "Scenarios" }).getByRole("listitem").count()).toBe(4);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
  const before = await outcomes.innerText();
  await app.page.getByRole("button", { name: "Reference" }).click();
  await app.page.getByRole("option", { name: /^A / }).click();
  await expect.poll(() => outcomes.innerText()).not.toBe(before);
});

it("V50: Compare sets one scenario against status quo and says what to do without any, and every chart is a table too", async () => {
  await region("right-chart").getByRole("button", { name: "Show as table" }).click();
  await region("right-chart").getByRole("columnheader", { name: "Public cost" }).waitFor();
  const remove = app.page.getByRole("button", { name: /^Remove / });
  for (let left = await remove.count(); left > 1; left--) {
    await remove.last().click();
    await expect.poll(() => remove.count()).toBe(left - 1);
  }
  await region("levers-table").waitFor();
  await remove.click();
  await app.page.getByText("Add a scenario to compare it with status quo.").waitFor();
  await app.page.getByRole("button", { name: "Add a scenario" }).click();
  await app.page.getByRole("menuitem").first().click();
  await region("levers-table").waitFor();
  await app.page.getByRole("button", { name: "Add", exact: true }).click();
  await app.page.getByRole("menuitem").last().click();
});

it("V56, V57, V58, V111, N82, N83: Explain computes in a worker, can be cancelled, shows both readings, and levers by minerals", async () => {
  const studies = await holdableStudies(app.page);
  await studies.hold();
  await app.page.keyboard.press("Control+6");
  const cancel = app.page.getByRole("button", { name: /^Cancel/ });
  await cancel.waitFor();
  await cancel.click();
  await app.page.getByText(/^Stopped after [\d,]+ of 4,096 runs\.$/).waitFor();
  await studies.letGo();
  await app.page.getByRole("button", { name: "Scenario" }).click();
  await app.page.getByRole("option").last().click();
  const panel = region("explain-table");
  await panel.getByText(/^Mean over .* orders/).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
  await region("waterfall").getByRole("button", { name: "Copy or save" }).click();
  await app.page.getByRole("menuitem", { name: "Copy as image" }).click();
  await app.page.getByText("Copied the chart as image").waitFor();
  expect((await app.heard("shell")).target).toMatch(/^data:image\/png;base64,.{20000}/);
  const shares = await region("waterfall").getByRole("img").getAttribute("aria-label");
  await app.page
    .locator("label")
    .filter({ hasText: /^Alone$/ })
    .click();
  await expect.poll(() => region("waterfall").getByRole("img").getAttribute("aria-label")).not.toBe(shares);
  expect(await region("waterfall").getByRole("img").getAttribute("aria-label")).toContain("Interaction");
  await app.page
    .locator("label")
    .filter({ hasText: /^Both$/ })
    .click();
  await panel.getByRole("columnheader", { name: "All minerals" }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
  await panel.getByRole("button", { name: "Copy or save levers by mineral" }).click();
  await app.page.getByRole("menuitem", { name: "Copy table" }).click();
  await app.page.getByText("Copied the table").waitFor();
});
