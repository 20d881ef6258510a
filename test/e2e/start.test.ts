import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { PATIENCE_MS } from "../support/app.ts";
import { findBrowser } from "../support/browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const data = mkdtempSync(path.join(tmpdir(), "lodestone-start-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it("P18: where there is no display, npm start says so and prints an address at which the app works in any browser", async () => {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const started = spawn(process.execPath, [path.join(root, "electron/start.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...env,
      LODESTONE_OFFLINE: "1",
      LODESTONE_STAND_IN: "1",
      LODESTONE_DATA: data,
      ...(process.platform === "linux" ? {} : { STAND_IN_WINDOW: "none" }),
    },
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: started.stdout })) {
    lines.push(line);
    if (line.includes("http://")) break;
  }
  const address = /http:\S+/.exec(lines.at(-1) ?? "")?.[0] ?? "";
  expect(lines[0]).toContain(process.platform === "linux" ? "There is no display here: open the address below" : "Without Electron");

  const found = findBrowser();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: found.executable, env: { ...env, ...found.env } as Record<string, string>, args });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByRole("slider").first().waitFor();
  expect(await page.evaluate(async () => (await window.planner.invoke("settings:set", {})).ok)).toBe(true);

  started.kill("SIGTERM");
  expect(await once(started, "exit")).toEqual([0, null]);
  await browser.close();
  expect(readdirSync(data)).toContain("scenarios.sqlite");
});
