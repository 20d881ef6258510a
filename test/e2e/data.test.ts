/** The Data screen in the built app: trace a number, replace it, question a conclusion in a worker, read the history. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp } from "../support/app.ts";
import { holdableStudies } from "../support/held-studies.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import type { RunningApp } from "../support/app.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app.stop());

const tab = (name: string): Promise<void> => app.page.getByRole("radiogroup", { name: "Part" }).getByText(name, { exact: true }).click();

describe("Data screen", () => {
  it("V151: opens by its key; a search over all tables finds a number with its source", async () => {
    const { page } = app;
    await page.getByRole("slider").first().waitFor();
    await page.keyboard.press("Control+9");
    await page.getByRole("searchbox", { name: "Search all numbers" }).fill("thacker");
    await page.getByRole("row", { name: /Thacker Pass phase 1, mine/ }).click();
    await page.getByText("Announced projects").waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });

  it("V153: a replaced number shows its effect, is counted beside the title, and one undo takes it back", async () => {
    const { page } = app;
    await page.getByRole("searchbox", { name: "Search all numbers" }).fill("nickel mining permitting time");
    await page.getByRole("row", { name: /^Permitting time/ }).click();
    const field = page.getByRole("textbox", { name: "Permitting time in this scenario" });
    await field.fill("6");
    await field.press("Enter");
    await page.getByText(/Import dependence in 2035, dataset/).waitFor();
    await page.getByRole("button", { name: "1 assumption changed" }).click();
    const own = page.getByRole("grid", { name: "Assumptions of this scenario" }).getByRole("textbox");
    await own.waitFor();
    await expect.poll(() => own.inputValue()).toBe("6");
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await page.keyboard.press("Control+z");
    await page.getByText("No assumption differs from the dataset").waitFor();
  });

  it("V45 V46 V156: method and history can be read, with the misses counted; the checks run in a worker", async () => {
    const { page } = app;
    await tab("Method");
    await page.getByRole("heading", { name: "Import dependence", exact: true }).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await page.getByRole("button", { name: /^Equations/ }).click();
    await page.getByRole("searchbox", { name: "Search the method" }).fill("pi_cap");
    await page.getByRole("button", { name: /numbers? of Highest price premium$/ }).click();
    await page.getByRole("button", { name: "Back to price premium in a disruption" }).click();
    await page.getByRole("heading", { name: "E6 · Price premium in a disruption" }).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await tab("History check");
    await page.getByText("107 of 109 published figures are met within rounding").waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await tab("Sanity checks");
    const studies = await holdableStudies(page);
    await studies.hold();
    await page.getByRole("button", { name: "Run all checks" }).click();
    await page.getByText(/^[1-9][0-9]* of [0-9]+ checks$/).waitFor();
    await page.getByRole("button", { name: /^Cancel/ }).click();
    await page.getByText(/^Stopped after [1-9][0-9]* of [0-9]+ checks/).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });

  it("V47 V63: the study runs in a worker, stops at once, and leaves the window usable", async () => {
    const { page } = app;
    await page.keyboard.press("Control+1");
    const field = page.getByRole("textbox", { name: /^Mining investment support/ });
    await field.fill("600");
    await field.press("Enter");
    await page.keyboard.press("Control+9");
    await tab("How wrong must it be?");
    await page.getByText("Better than status quo", { exact: true }).click();
    await page.getByRole("button", { name: "Ask every number" }).click();
    await page.getByText(/[1-9][0-9,]* of [0-9,]+ runs/).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await page.getByRole("button", { name: /^Cancel/ }).click();
    await page.getByText(/^Stopped after/).waitFor();
    await page.getByText("Ranking of two scenarios", { exact: true }).click();
    await page.getByText(/no other scenario to rank this one against/).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
});

describe("a dataset of another country", () => {
  it("D10: opens, names its country, currency and minerals, and offers no year beyond its span", async () => {
    const other = await launchApp({ datasetFolder: path.resolve(import.meta.dirname, "../../resources/datasets/norland-example") });
    const { page } = other;
    await page.getByText(/of Norland need is met from abroad in \d+, plain mean of 2 minerals/).waitFor();
    await page.getByText(/^Dataset Norland example 1 \(invented\)/).waitFor();
    const years = await page.getByRole("radiogroup", { name: "Outcome year" }).getByRole("radio").all();
    expect(years).toHaveLength(3);
    await page.keyboard.press("Control+9");
    await page.getByRole("button", { name: /^Tungsten/ }).click();
    await page.getByRole("searchbox", { name: "Search all numbers" }).fill("€ per t/yr");
    await page
      .getByRole("row", { name: /€ per t\/yr/ })
      .first()
      .waitFor();
    expect(await page.locator("body").innerText()).not.toContain("$");
    await other.stop();
  });
});
