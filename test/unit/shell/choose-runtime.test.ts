import { describe, expect, it } from "vitest";
import { chooseRuntime, type Found } from "../../../electron/choose-runtime.ts";

const found: Found = { electron: { version: "1.2.3" }, display: true, browser: "/usr/bin/chromium" };
const missing = { missing: "fetch failed" };

describe("npm start", () => {
  it.each([
    ["the real Electron where it is", found, "electron", "Electron 1.2.3"],
    ["a browser window where it is not", { ...found, electron: missing }, "browser-window", "fetch failed"],
    ["an address where there is neither", { ...found, electron: missing, browser: null }, "address", "without a Chromium"],
    ["an address where nothing can be shown", { ...found, display: false }, "address", "no display"],
  ] as const)("P18: takes %s and says why", (_what, machine, runtime, reason) => {
    const choice = chooseRuntime(machine);
    expect(choice.runtime).toBe(runtime);
    expect(choice.because).toContain(reason);
  });
});
