import { setImmediate, setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inPortions } from "../../../electron/in-portions.ts";

const items = Array.from({ length: 60 }, (_, i) => i);

describe("work in portions", () => {
  it("W12: takes its items only after the wait, and not at all where it is stopped before", async () => {
    let taken = 0;
    const take = (): readonly number[] => {
      taken++;
      return items;
    };
    inPortions(0, take, () => {})();
    await setTimeout(5);
    expect(taken).toBe(0);
    inPortions(0, take, () => {});
    expect(taken).toBe(0);
    while (taken === 0) await setTimeout(1);
    expect(taken).toBe(1);
  });

  it("W12: does nothing at once, all of it in the end, and lets others in between", async () => {
    const done: number[] = [];
    inPortions(
      0,
      () => items,
      (item) => done.push(item),
    );
    expect(done).toEqual([]);
    while (done.length === 0) await setImmediate();
    const between = done.length;
    expect(between).toBeGreaterThan(0);
    expect(between).toBeLessThan(items.length);
    while (done.length < items.length) await setImmediate();
    expect(done).toEqual(items);
  });

  it("W12: stops between two portions", async () => {
    const done: number[] = [];
    const stop = inPortions(
      0,
      () => items,
      (item) => done.push(item),
    );
    while (done.length === 0) await setImmediate();
    const before = done.length;
    stop();
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    expect(done).toHaveLength(before);
  });
});
