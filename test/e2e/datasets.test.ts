/** Another country's dataset in the built app: chosen, worked with, left again, and a broken one refused with its places. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { launchApp } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import { filesOf, makeZip } from "../support/make-zip.ts";

const example = path.resolve(import.meta.dirname, "../../resources/datasets/norland-example");
const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-import-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("D11, D13, D16, D17, D20: each dataset keeps its own scenarios; a broken folder is named by file, row and column and changes nothing", async () => {
  const app = await launchApp();
  const { page } = app;
  const dialog = page.getByRole("dialog", { name: "Datasets" });
  const titles = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const query = { text: "", tag: null, trash: false, sort: "changed", descending: true } as const;
      const listed = await window.planner.invoke("scenario:list", { query, from: 0, count: 50 });
      return listed.ok ? listed.value.rows.map(({ title }) => title) : [];
    });
  const saveAs = async (title: string): Promise<void> => {
    await page.keyboard.press("Control+Shift+s");
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.keyboard.press("Enter");
    await page.getByText(/revision 1 · saved/).waitFor();
  };
  const use = async (label: string): Promise<void> => {
    await page.keyboard.press("Control+9");
    await page.getByRole("button", { name: "Datasets…" }).click();
    await dialog.getByRole("button", { name: `Use ${label}` }).click();
    await page.getByRole("contentinfo").getByText(`Dataset ${label}`).waitFor();
  };
  try {
    await page.locator(".headline-number").waitFor();
    await saveAs("At home");
    await page.evaluate(() => window.planner.invoke("settings:set", { theme: "dark" }));
    await use("Norland example 1 (invented)");
    await page.getByText(/of Norland need is met from abroad in \d+, plain mean of 2 minerals/).waitFor();
    await page
      .getByRole("button", { name: /Tungsten/ })
      .first()
      .waitFor();
    expect(await titles()).toEqual([]);
    // How the person likes the app goes along.
    const boot = await page.evaluate(() => window.planner.invoke("app:boot", null));
    expect(boot).toMatchObject({ value: { settings: { theme: "dark" }, refusedDataset: null, found: { kind: "created" } } });
    await saveAs("In Norland");
    await use("US 2026.1");
    await page.getByText(/revision 1 · saved/).waitFor();
    expect(await titles()).toEqual(["At home"]);

    const broken = path.join(scratch, "broken");
    cpSync(example, broken, { recursive: true });
    const file = path.join(broken, "suppliers/copper.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^smelt,/m, "melt,"));
    await app.answer("showOpenDialog", { canceled: false, filePaths: [broken] });
    app.menu("data.import");
    const problem = dialog.getByRole("row", { name: /suppliers\/copper\.csv \d+ stage/ });
    await problem.first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(readdirSync(app.dataFolder)).not.toContain("datasets");

    // The same folder, mended, with a name of its own and packed, is kept beside the others.
    writeFileSync(file, readFileSync(file, "utf8").replace(/^melt,/m, "smelt,"));
    const manifest = path.join(broken, "dataset.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace("Norland example 1 (invented)", "Norland 2"));
    const packed = path.join(scratch, "norland.zip");
    writeFileSync(packed, makeZip(filesOf(broken, "norland/")));
    await app.answer("showOpenDialog", { canceled: false, filePaths: [packed] });
    await dialog.getByRole("button", { name: "Import zip…" }).click();
    await dialog.getByRole("status").filter({ hasText: "Norland 2 was imported" }).waitFor();
    await dialog.getByRole("button", { name: "Use Norland 2" }).click();
    await page.getByRole("contentinfo").getByText("Dataset Norland 2").or(page.getByText("Stored result: data Norland example 1 (invented)")).first().waitFor();
    expect(await titles()).toEqual(["In Norland"]);

    // In use it stays; left and removed, its scenarios are still there.
    await use("Norland example 1 (invented)");
    await page.keyboard.press("Control+9");
    await page.getByRole("button", { name: "Datasets…" }).click();
    await dialog.getByRole("button", { name: "Remove Norland 2" }).click();
    const asked = page.getByRole("alertdialog", { name: "Remove Norland 2?" });
    await asked.getByText("Norland example 1 (invented) goes on showing them.").waitFor();
    await asked.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Norland 2 was removed").waitFor();
    expect(readdirSync(path.join(app.dataFolder, "removed-datasets"))).toHaveLength(1);
    expect(await titles()).toEqual(["In Norland"]);
  } finally {
    await app.stop();
  }
});
