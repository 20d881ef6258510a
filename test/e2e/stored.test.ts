/** Stored results in the built app: the same numbers from the store and from the command line; and on the next edition of the data, what changed and why. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunResult } from "../../shared/model/run-result.ts";
import { launchApp, SMALL } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import { save } from "../support/steps.ts";
import { writeSecondVintage } from "../support/second-vintage.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "lodestone-stored-"));
const dataFolder = path.join(folder, "data");
const sample = path.join(root, "resources/samples/balanced-package.lodestone");

const planner = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, "electron/cli/planner.ts"), ...args], { encoding: "utf8", maxBuffer: 64e6 });

beforeAll(() => planner("import", "--store", path.join(dataFolder, "scenarios.sqlite"), sample));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("S21: what was saved is what the command line computes from it again, every figure to the last bit", async () => {
  const app = await launchApp({ dataFolder });
  try {
    await app.page.locator(".headline-number").waitFor();
    await save(app.page, 1);
    const opened = await app.page.evaluate(async () => {
      const listed = await window.planner.invoke("scenario:ids", {
        query: { text: "", tag: null, trash: false, sort: "changed", descending: true },
      });
      return window.planner.invoke("scenario:open", { id: listed.ok ? listed.value[0]! : "" });
    });
    if (!opened.ok || opened.value.saved === null || opened.value.result === null) throw new Error(JSON.stringify(opened));
    const { result } = opened.value;

    const printed = JSON.parse(planner("run", sample, "--json")) as RunResult;
    expect(printed.minerals).toEqual(result.minerals);
    expect(printed.totals).toEqual(result.totals);
  } finally {
    await app.stop();
  }
});

it("S22, S23: on another edition of the data the stored numbers stay until recomputing is asked for, which says what changed and why", async () => {
  const datasetFolder = path.join(folder, "us-next");
  writeSecondVintage(datasetFolder);
  const app = await launchApp({ dataFolder, datasetFolder, screen: SMALL });
  try {
    const bar = app.page.getByRole("status").filter({ hasText: "Stored result of" });
    await bar.getByText(/model no change, data −[\d.]+ points?, levers no change/).waitFor();
    const number = app.page.locator(".headline-number");
    const stored = await number.innerText();
    await app.page.keyboard.press("Control+7");
    await app.page.keyboard.press("Control+1");
    expect(await number.innerText()).toBe(stored);
    await bar.getByRole("button", { name: "All figures" }).click();
    await app.page.getByRole("dialog", { name: "Then and now" }).getByRole("row").nth(12).waitFor();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press("Escape");
    await bar.getByRole("button", { name: "Recompute" }).click();
    await app.page.getByRole("status").filter({ hasText: "Recomputed on data US 2026.2" }).waitFor();
    await save(app.page, 2);
    await app.page.getByRole("status").filter({ hasText: "Recomputed on" }).waitFor({ state: "detached" });
  } finally {
    await app.stop();
  }
});
