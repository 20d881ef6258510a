import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scheduleBackups } from "../../../electron/backup-schedule.ts";
import { err, ok } from "../../../shared/result.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const log = () => {
  const warned: unknown[] = [];
  return { warned, info: () => {}, warn: (_where: string, cause: unknown) => void warned.push(cause), error: () => {}, read: () => "" };
};

describe("scheduled backups", () => {
  it("B11: are looked for now and then, once more at the end, and never after it", () => {
    let looks = 0;
    const schedule = scheduleBackups(() => ok(++looks), log(), 1000);
    vi.advanceTimersByTime(3500);
    expect(looks).toBe(3);
    schedule.end();
    expect(looks).toBe(4);
    vi.advanceTimersByTime(10_000);
    expect(looks).toBe(4);
  });

  it("B11: one that cannot be made is written to the log and tried again", () => {
    const kept = log();
    const schedule = scheduleBackups(() => err({ code: "disk-full", file: "x" }), kept, 1000);
    vi.advanceTimersByTime(2000);
    expect(kept.warned).toEqual([
      { code: "disk-full", file: "x" },
      { code: "disk-full", file: "x" },
    ]);
    schedule.end();
  });
});
