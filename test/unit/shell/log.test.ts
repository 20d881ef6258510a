import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createLog, maskUserNames } from "../../../electron/log.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lodestone-log-"));
afterAll(() => rmSync(folder, { recursive: true }));
const now = () => new Date(0);

describe("log", () => {
  it("P16: a line has time, level and place", () => {
    const log = createLog({ file: path.join(folder, "a", "x.log"), now });
    expect(log.read()).toBe("");
    log.info("start", "hello");
    expect(log.read()).toBe("1970-01-01T00:00:00.000Z info start: hello\n");
  });

  it.each([
    ["/home/alex/x and /home/alex/y", "/home/•/x and /home/•/y"],
    ["/Users/Alex Doe/x", "/Users/• Doe/x"],
    ["C:\\Users\\alex\\AppData", "C:\\Users\\•\\AppData"],
    ["/usr/share/x", "/usr/share/x"],
  ])("P16: in %s no user is named", (text, masked) => {
    expect(maskUserNames(text)).toBe(masked);
  });

  it("P16: a full file is set aside, and only the last ones are kept", () => {
    const file = path.join(folder, "b.log");
    const log = createLog({ file, limit: 100, keep: 2, now });
    for (let i = 0; i < 12; i++) log.error("loop", new Error(`number ${i}`));
    expect(existsSync(`${file}.1`) && existsSync(`${file}.2`)).toBe(true);
    expect(existsSync(`${file}.3`)).toBe(false);
    expect(readFileSync(`${file}.2`, "utf8")).toContain("number 9");
    expect(log.read()).toContain("number 11");
  });

  it("P16: a disk that takes nothing does not stop the app", () => {
    const log = createLog({ file: path.join(folder, "a", "x.log", "inside-a-file.log") });
    expect(() => log.warn("start", { code: "x" })).not.toThrow();
  });
});
