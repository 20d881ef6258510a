import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findInstalledBrowser } from "../../support/browser.ts";

describe("stand-in: which browser", () => {
  it("the one that LODESTONE_CHROMIUM names comes first, and must exist", () => {
    expect(findInstalledBrowser({ LODESTONE_CHROMIUM: process.execPath })).toMatchObject({ executable: process.execPath, kind: "chosen" });
    expect(() => findInstalledBrowser({ LODESTONE_CHROMIUM: "/no/such/file" })).toThrow("/no/such/file");
  });
  it("else one on the path, else none", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "lodestone-path-"));
    const env = { PATH: `/no/such/folder${path.delimiter}${folder}` };
    expect(findInstalledBrowser(env, "linux")).toBeNull();
    const executable = path.join(folder, "chromium");
    writeFileSync(executable, "");
    chmodSync(executable, 0o755);
    expect(findInstalledBrowser(env, "linux")).toEqual({ executable, env: {}, kind: "system" });
    expect(findInstalledBrowser({ ...env, LODESTONE_CHROMIUM: "bundled" }, "linux")).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
