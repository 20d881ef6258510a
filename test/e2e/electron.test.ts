/** The few things that only the real Electron can show. They run where its binary is (`npx install-electron`) and there is a display. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const installed = path.join(root, "node_modules/electron");
const marker = path.join(installed, "path.txt");
const binary = existsSync(marker) ? path.join(installed, "dist", readFileSync(marker, "utf8")) : "";
const why = !existsSync(binary) ? "no Electron binary" : process.platform === "linux" && !process.env["DISPLAY"] ? "no display" : null;
if (why !== null) console.log(`real Electron: not run: ${why}`);

describe.skipIf(why !== null)(`real Electron${why === null ? "" : ` (not run: ${why})`}`, () => {
  let electron: ElectronApplication;
  let page: Page;
  const data = mkdtempSync(path.join(tmpdir(), "lodestone-electron-"));
  const errors: string[] = [];
  beforeAll(async () => {
    const isRoot = process.platform === "linux" && process.getuid?.() === 0;
    electron = await _electron.launch({ executablePath: binary, args: [...(isRoot ? ["--no-sandbox"] : []), root, `--profile=${data}`] });
    page = await electron.firstWindow();
    page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
    await page.getByRole("slider").first().waitFor();
  });
  afterAll(async () => {
    await electron.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("P5: the preload lives in a world of its own, in a sandboxed process", async () => {
    const preferences = await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(await page.evaluate(() => typeof (window as { require?: unknown }).require)).toBe("undefined");
  });

  it("P6: the page is app://planner, and the database opens with the prebuilt driver", async () => {
    expect(page.url()).toBe("app://planner/");
    expect(existsSync(path.join(data, "scenarios.sqlite"))).toBe(true);
  });

  it("P8: the console is silent", () => {
    expect(errors).toEqual([]);
  });
});
