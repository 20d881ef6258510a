import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";

const root = path.resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-e2e-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const firstSlider = (app: RunningApp) => app.page.getByRole("slider").first();

describe("launch", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await firstSlider(app).waitFor();
  });
  afterAll(() => app.stop());

  it("P5: the page sees five functions, frozen, and nothing of Electron or Node", async () => {
    const seen = await app.page.evaluate(() => ({
      names: Object.keys(window.planner),
      frozen: Object.isFrozen(window.planner),
      foreign: ["require", "process", "module", "Buffer", "electron", "ipcRenderer", "__dirname"].filter((name) => name in window),
    }));
    expect(seen).toEqual({ names: ["invoke", "onCommand", "onFiles", "pathOfFile", "onFlush"], frozen: true, foreign: [] });
  });

  it("P3: what the page sends is checked by the main process; a channel that does not exist is refused in the page", async () => {
    const answers = await app.page.evaluate(async () => {
      const invoke = window.planner.invoke as (channel: string, input: unknown) => Promise<unknown>;
      return [await invoke("scenario:open", { id: 7 }), await invoke("shell:run", "rm").catch((cause: Error) => cause.message)];
    });
    expect(answers).toEqual([{ ok: false, error: { code: "bad-request", channel: "scenario:open", field: "id" } }, "no such channel: shell:run"]);
  });

  it("P5: a command of the native menu reaches the window", async () => {
    app.menu("help.about");
    await app.page.getByRole("dialog", { name: /About/ }).waitFor();
    await app.page.keyboard.press("Escape");
  });

  it("P22: an idle window has fetched the code of every screen, so that none of them reads a file", async () => {
    const all = readdirSync(path.join(root, "out/renderer/assets")).filter((file) => file.endsWith(".js") && !file.includes("-worker-"));
    const fetched = (): readonly string[] => app.requests().filter((url) => url.endsWith(".js"));
    await expect
      .poll(() =>
        fetched()
          .map((url) => url.slice(url.lastIndexOf("/") + 1))
          .toSorted(),
      )
      .toEqual(all.toSorted());
    const before = app.requests().length;
    // React renders what a click has changed before any frame, in a task of its own that follows at once.
    const shown = (): Promise<readonly (string | undefined)[]> =>
      app.page.evaluate(async () => {
        const names: (string | undefined)[] = [];
        for (const item of document.querySelectorAll<HTMLElement>(".rail-item")) {
          item.click();
          await Promise.resolve();
          names.push(document.querySelector(".shell-screen")?.firstElementChild?.className);
        }
        return names;
      });
    await expect
      .poll(shown)
      .toEqual(["explore", "page analysis", "page analysis", "page analysis", "find-screen", "page analysis", "page library", "page data-screen"]);
    await app.page.getByRole("button", { name: "Explore" }).click();
    // Studies have workers of their own, started with the first.
    expect(
      app
        .requests()
        .slice(before)
        .filter((url) => !url.includes("-worker-")),
    ).toEqual([]);
  });

  it("P16: the Help menu copies the log, with no user named in it", async () => {
    app.menu("help.copy-log");
    const copied = await app.heard("shell");
    expect(copied.method).toBe("clipboard.writeText");
    expect(copied.target).toContain("info start: ");
    expect(copied.target).not.toMatch(/\/home\/[^•]/);
  });

  it("P12: a second start in the same data folder ends at once and opens no window", async () => {
    const second = spawn(process.execPath, [path.join(root, "test/stand-in/run.ts"), path.join(root, "out/main/main.js")], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, STAND_IN_HEADLESS: "1", LODESTONE_DATA: app.dataFolder },
    });
    const said: unknown[] = [];
    second.on("message", (message) => said.push(message));
    expect(await once(second, "exit")).toEqual([0, null]);
    expect(said).toEqual([]);
    expect(await app.page.evaluate(() => document.visibilityState)).toBe("visible");
  });

  it("P17: what the app keeps lies in its data folder", () => {
    expect(readdirSync(app.dataFolder)).toContain("scenarios.sqlite");
  });
});

describe("quit and start again", () => {
  it("P13: a change made right before quitting is there after the next start; so is the window's place; a window that does not answer does not keep the app from closing", async () => {
    const first = await launchApp();
    await firstSlider(first).focus();
    const before = await firstSlider(first).getAttribute("aria-valuenow");
    await first.page.keyboard.press("ArrowRight");
    const value = await firstSlider(first).getAttribute("aria-valuenow");
    expect(value).not.toBe(before);
    await first.stop({ keepData: true });
    expect(JSON.parse(readFileSync(path.join(first.dataFolder, "window.json"), "utf8"))).toMatchObject({ maximized: false });

    const second = await launchApp({ dataFolder: first.dataFolder });
    await firstSlider(second).waitFor();
    expect(await firstSlider(second).getAttribute("aria-valuenow")).toBe(value);
    await second.page.evaluate(() => window.planner.onFlush(() => new Promise(() => {})));
    await second.stop();
    rmSync(first.dataFolder, { recursive: true });
  });
});

describe("a page that dies", () => {
  it("P13: is opened again where the person wants it, and ends the app where the person wants that, with the data safe", async () => {
    const app = await launchApp();
    await firstSlider(app).waitFor();
    /** Kills the page, with `response` as the button that the person presses. */
    const crash = async (page: Page, response: number): Promise<void> => {
      await app.answer("showMessageBox", { response });
      const asked = app.dialogs().length;
      const session = await page.context().newCDPSession(page);
      session.send("Page.crash").catch(() => {}); // never answered
      await expect.poll(() => app.dialogs().at(asked)?.options).toMatchObject({ detail: "Saved scenarios and drafts are safe." });
    };
    const loads = (): number => app.requests().filter((url) => url === "app://planner/").length;
    await crash(app.page, 0);
    await expect.poll(loads).toBe(2);
    const another = (): Page | undefined =>
      app.page
        .context()
        .pages()
        .find((page) => page !== app.page);
    await expect.poll(() => another() !== undefined).toBe(true);
    await another()!.getByRole("slider").first().waitFor();
    await crash(another()!, 1);
    app.takeProblems(); // the crashes themselves
    await app.stop();
    expect(loads()).toBe(2);
  });
});

describe("a broken dataset", () => {
  it("P14: is named by file, row and column, nothing else is shown, and no database is made", async () => {
    const dataset = path.join(scratch, "dataset");
    cpSync(path.join(root, "resources/datasets/us-2026-1"), dataset, { recursive: true });
    const file = path.join(dataset, "suppliers/lithium.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace("CHN,China,21.5", "CHN,China,many"));

    const app = await launchApp({ datasetFolder: dataset, screen: SMALL });
    await app.page.getByRole("heading", { name: "The dataset has one mistake" }).waitFor();
    const row = app.page.getByRole("row").filter({ hasText: "suppliers/lithium.csv" });
    expect(await row.getByRole("cell").allInnerTexts()).toEqual(expect.arrayContaining(["suppliers/lithium.csv", "3", "import_share_pct"]));
    expect(await app.page.getByRole("slider").count()).toBe(0);
    expect(existsSync(path.join(app.dataFolder, "scenarios.sqlite"))).toBe(false);
    await app.stop();
  });
});
