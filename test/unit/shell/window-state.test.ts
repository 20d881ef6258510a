import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Log } from "../../../electron/log.ts";
import { fitWindow, MINIMUM, readWindowState, type Rectangle, writeWindowState } from "../../../electron/window-state.ts";

const main: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const right: Rectangle = { x: 1920, y: -200, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1400, height = 900) => ({ bounds: { x, y, width, height }, maximized: false });

describe("window state", () => {
  it("P15: the first window stands in the middle of the primary screen", () => {
    expect(fitWindow(null, [main, right])).toEqual({ bounds: { x: 240, y: 70, width: 1440, height: 900 }, maximized: false });
  });
  it("P15: a window comes back where it was, maximised or not", () => {
    expect(fitWindow({ ...at(2000, -100), maximized: true }, [main, right])).toEqual({ ...at(2000, -100), maximized: true });
  });
  it("P15: a window whose screen is gone comes back in the middle of the primary one", () => {
    expect(fitWindow(at(2000, 0), [main])).toEqual(at(260, 70));
  });
  it("P15: on a screen smaller than the minimum the window takes all of it", () => {
    expect(fitWindow(at(0, 0), [{ x: 0, y: 0, width: 1024, height: 600 }]).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
  });
  it("P15: wherever it was, it lies wholly on one screen and is not smaller than the minimum", () => {
    const side = fc.integer({ min: 1, max: 4000 });
    const place = fc.integer({ min: -5000, max: 5000 });
    const area = fc.record({ x: place, y: place, width: fc.integer({ min: 300, max: 4000 }), height: fc.integer({ min: 300, max: 3000 }) });
    const saved = fc.option(fc.record({ bounds: fc.record({ x: place, y: place, width: side, height: side }), maximized: fc.boolean() }));
    fc.assert(
      fc.property(saved, area, fc.array(area, { maxLength: 3 }), (state, primary, others) => {
        const { bounds } = fitWindow(state, [primary, ...others]);
        const home = [primary, ...others].find(
          (a) => bounds.x >= a.x && bounds.y >= a.y && bounds.x + bounds.width <= a.x + a.width && bounds.y + bounds.height <= a.y + a.height,
        );
        expect(home).toMatchObject({ width: expect.any(Number) as number });
        expect(bounds.width).toBeGreaterThanOrEqual(Math.min(MINIMUM.width, home?.width ?? 0));
        expect(bounds.height).toBeGreaterThanOrEqual(Math.min(MINIMUM.height, home?.height ?? 0));
      }),
    );
  });

  it("P15: what was kept is read back; what cannot be read counts as nothing, with a line in the log", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "lodestone-window-"));
    const warned: string[] = [];
    const log: Log = { info: () => {}, warn: (where) => void warned.push(where), error: () => {}, read: () => "" };
    const file = path.join(folder, "deep", "window.json");
    expect(readWindowState(file, log)).toBeNull();
    expect(warned).toEqual([]);
    writeWindowState(file, at(1, 2), log);
    expect(readWindowState(file, log)).toEqual(at(1, 2));
    writeFileSync(file, '{"bounds":{"x":1}}');
    expect(readWindowState(file, log)).toBeNull();
    expect(warned).toEqual(["window state"]);
    // Where a file stands in the place of the data folder nothing can be kept, and the window closes all the same.
    writeWindowState(path.join(file, "under a file", "window.json"), at(1, 2), log);
    expect(warned).toEqual(["window state", "window state"]);
    rmSync(folder, { recursive: true });
  });
});
