/** Scenarios to and from files as a person does it: save, revise, export, look at a file, import, take it back; every way a file can come. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import { closeDialogs, save } from "../support/steps.ts";

const root = path.resolve(import.meta.dirname, "../..");
const sample = path.join(root, "resources/samples/reserve-first.lodestone");

describe("scenario files", () => {
  let app: RunningApp;
  const inDataFolder = (name: string): string => path.join(app.dataFolder, name);
  beforeAll(async () => {
    app = await launchApp({ screen: SMALL, appArguments: [sample] });
    await app.page.locator(".headline-number").waitFor();
  });
  afterAll(() => app.stop());

  const field = () => app.page.getByRole("textbox", { name: /^Mining investment support/ });
  const dialog = () => app.page.getByRole("dialog");
  const setMining = async (value: string): Promise<void> => {
    await field().fill(value);
    await field().press("Enter");
  };
  const importFrom = async (...files: readonly string[]): Promise<void> => {
    await app.answer("showOpenDialog", { canceled: false, filePaths: files });
    await app.page.keyboard.press("Control+i");
  };
  const choose = async (what: string): Promise<void> => {
    await dialog()
      .getByRole("button", { name: /What becomes of/ })
      .click();
    await app.page.getByRole("option", { name: what }).click();
  };

  it("F16: a start with a file shows what is in it, and imports nothing by itself", async () => {
    await dialog().getByText("Import from reserve-first.lodestone").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await app.page.keyboard.press("Control+8");
    await app.page.getByText("No scenarios yet").waitFor();
  });

  describe("with the window at Explore", () => {
    beforeEach(async () => {
      await closeDialogs(app.page);
      await app.page.keyboard.press("Control+1");
      await field().waitFor();
    });

    it("F10, F13, H10: a revision goes to a file, which says that it is here already; it becomes the next revision, or a copy beside it, and undo takes back either", async () => {
      const exported = inDataFolder("exported.lodestone");
      const titleBar = app.page.getByRole("banner");
      const copy = app.page.getByRole("row", { name: /Untitled scenario \(copy\)/ });
      await setMining("600");
      await save(app.page, 1);
      await app.answer("showSaveDialog", { canceled: false, filePath: exported });
      await app.page.keyboard.press("Control+e");
      await app.page.getByText(`Exported 1 scenario to ${exported}`).waitFor();
      await setMining("900");
      await save(app.page, 2);
      await importFrom(exported);
      await dialog().getByText("Here already, revision 2, which says something else.").waitFor();
      await dialog().getByText("Its numbers are those that this model computes.").waitFor();
      expect(await accessibilityProblems(app.page)).toEqual([]);

      await choose("Make it revision 3");
      await dialog().getByRole("button", { name: "Import 1 scenario" }).click();
      await app.page.getByRole("heading", { name: "Library" }).waitFor();
      await titleBar.getByText(/revision 3 · saved/).waitFor();
      await app.page.keyboard.press("Control+1");
      await expect.poll(() => field().inputValue()).toContain("600");
      await app.page.keyboard.press("Control+z");
      await titleBar.getByText(/revision 4 · saved/).waitFor();
      await expect.poll(() => field().inputValue()).toContain("900");

      await importFrom(exported);
      await dialog().getByRole("button", { name: "Import 1 scenario" }).click();
      await copy.waitFor();
      await app.page.keyboard.press("Control+z");
      await copy.waitFor({ state: "detached" });
      await app.page.keyboard.press("Control+Shift+z");
      await copy.waitFor();
    });

    it("F8, F16: a dropped file ends at the same preview; one that is wrong is named by its field", async () => {
      const bad = inDataFolder("bad.lodestone");
      const content = JSON.parse(readFileSync(sample, "utf8")) as { checksum?: string; scenarios: { inputs: { world: string } }[] };
      delete content.checksum;
      content.scenarios[0]!.inputs.world = "nowhere";
      writeFileSync(bad, JSON.stringify(content));
      app.filePath("bad.lodestone", bad);
      app.filePath("sample.lodestone", sample);
      await expect.poll(() => app.page.evaluate(() => window.planner.pathOfFile(new File(["x"], "sample.lodestone")))).toBe(sample);
      const drop = (...names: readonly string[]): Promise<void> =>
        app.page.evaluate((all) => {
          const dataTransfer = new DataTransfer();
          for (const name of all) dataTransfer.items.add(new File(["x"], name));
          for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }, names);
      await drop("bad.lodestone", "sample.lodestone");
      await dialog().getByText("bad.lodestone cannot be imported.").waitFor();
      await dialog()
        .getByText(/scenarios\[0\]\.inputs\.world: "nowhere" is not a known world/)
        .waitFor();
      await dialog().getByRole("button", { name: "Import 1 scenario" }).click();
      await app.page.getByRole("row", { name: /Reserve first/ }).waitFor();
      await drop("bad.lodestone");
      await app.page
        .getByRole("alertdialog")
        .getByText(/nowhere/)
        .waitFor();
      await app.page.keyboard.press("Escape");
    });

    it("F16: a double click and a second start show their files in this window", async () => {
      const plan = inDataFolder("plan.lodestone");
      copyFileSync(sample, plan);
      app.openFile(sample);
      await dialog().getByText("Import from reserve-first.lodestone").waitFor();
      await app.page.keyboard.press("Escape");
      await dialog().waitFor({ state: "detached" });
      const second = spawn(process.execPath, [path.join(root, "test/stand-in/run.ts"), path.join(root, "out/main/main.js"), plan], {
        cwd: root,
        env: { ...process.env, STAND_IN_HEADLESS: "1", LODESTONE_DATA: app.dataFolder },
      });
      expect(await once(second, "exit")).toEqual([0, null]);
      await dialog().getByText("Import from plan.lodestone").waitFor();
    });
  });
});
