import { describe, expect, it } from "vitest";
import { LOOPS, LOOP_MS, REST_MS, blendedReader, replayShare, startReplay } from "../../../renderer/engine/replay.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { createManualClock } from "../support/manual-clock.ts";
import { levelReader } from "../support/test-planner.tsx";

describe("replay", () => {
  it("W11: three loops from status quo to scenario, each with a rest at the scenario", () => {
    expect(replayShare(0, false)).toBe(0);
    for (let loop = 0; loop < LOOPS; loop++) {
      const begin = loop * (LOOP_MS + REST_MS);
      expect(replayShare(begin, false)).toBe(0);
      expect(replayShare(begin + LOOP_MS / 2, false)).toBeCloseTo(0.5);
      expect(replayShare(begin + LOOP_MS, false)).toBe(1);
      expect(replayShare(begin + LOOP_MS + REST_MS - 1, false)).toBe(1);
    }
    expect(replayShare(LOOPS * (LOOP_MS + REST_MS), false)).toBeNull();
  });

  it("W11: under reduced motion nothing lies between the two", () => {
    for (let at = 0; at < LOOPS * (LOOP_MS + REST_MS); at += 37) expect([0, 1]).toContain(replayShare(at, true));
  });

  it("W11: a frame is a mix of both results; what one of them lacks is the scenario's", () => {
    const gap: ResultReader = { ...levelReader(0.8), total: () => [null, 0.8, 0.8] };
    const scenario: ResultReader = { ...levelReader(0.4), total: () => [0.4, null, 0.4], stageText: () => ["CHN", null, "AUS"] };
    const frame = blendedReader(gap, scenario, 0.25);
    const series = frame.total("composite_equal");
    expect([series[0], series[1]]).toEqual([0.4, null]);
    expect(series[2]).toBeCloseTo(0.7);
    expect(frame.stageText("ree", "P", "top_supplier")).toEqual(["CHN", null, "AUS"]);
    expect(frame.mineral("ree", "dependence")[0]).toBeCloseTo(0.7);
  });

  it("W11: ends by itself, or at once when stopped", () => {
    const clock = createManualClock();
    let time = 0;
    const shown: (ResultReader | null)[] = [];
    const ports = { ...clock, now: () => time, reducedMotion: () => false, show: (frame: ResultReader | null) => void shown.push(frame) };
    startReplay(ports, levelReader(0.8), levelReader(0.4));
    expect(shown.at(-1)?.total("composite_equal")[0]).toBeCloseTo(0.8);
    time = LOOPS * (LOOP_MS + REST_MS);
    clock.frame();
    expect(shown.at(-1)).toBeNull();
    expect(clock.framesWaiting()).toBe(0);

    const stop = startReplay(ports, levelReader(0.8), levelReader(0.4));
    stop();
    expect(shown.at(-1)).toBeNull();
    expect(clock.framesWaiting()).toBe(0);
  });
});
