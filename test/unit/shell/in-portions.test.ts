import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inPortions } from "../../../electron/in-portions.ts";

const items = Array.from({ length: 60 }, (_, i) => i);

describe("work in portions", () => {
  it("W12: does nothing at once, all of it in the end, and lets others in between", async () => {
    const done: number[] = [];
    inPortions(items, (item) => done.push(item));
    expect(done).toEqual([]);
    await setImmediate();
    const between = done.length;
    expect(between).toBeGreaterThan(0);
    expect(between).toBeLessThan(items.length);
    while (done.length < items.length) await setImmediate();
    expect(done).toEqual(items);
  });

  it("W12: stops between two portions", async () => {
    const done: number[] = [];
    const stop = inPortions(items, (item) => done.push(item));
    await setImmediate();
    const before = done.length;
    stop();
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    expect(done).toHaveLength(before);
  });
});
