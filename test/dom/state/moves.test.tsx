import { describe, expect, it } from "vitest";
import { createMoves } from "../../../renderer/state/moves.ts";

/** Moves by name, and what was worked out: each move with the flush after it. */
function setUp() {
  const done: string[] = [];
  const frames: (() => void)[] = [];
  const moves = createMoves({ requestFrame: (run) => frames.push(run), flush: () => void done.push("flush") });
  return {
    done,
    frames,
    ahead: (name: string, at: number) => moves.ahead(() => void done.push(name), at),
    inFrame: (name: string) => moves.inFrame(() => void done.push(name)),
    frame: () => frames.splice(0).forEach((run) => run()),
    stop: moves.stop,
  };
}

describe("moves", () => {
  it("W32: a frame works out the newest of the moves that asked for it, and what they set in motion", () => {
    const { done, frames, inFrame, frame } = setUp();
    inFrame("a");
    inFrame("b");
    expect([done, frames.length]).toEqual([[], 1]);
    frame();
    expect(done).toEqual(["b", "flush"]);
    inFrame("c");
    frame();
    expect(done).toEqual(["b", "flush", "c", "flush"]);
  });

  it("W84: one move goes ahead of each frame", () => {
    const { done, ahead, inFrame, frame } = setUp();
    ahead("a", 0);
    expect(done).toEqual(["a", "flush"]);
    ahead("b", 16);
    expect(done).toHaveLength(2);
    inFrame("b");
    frame();
    ahead("c", 33);
    expect(done).toEqual(["a", "flush", "b", "flush", "c", "flush"]);
  });

  /** How many of the moves at these times go ahead, each in a frame of its own. */
  const aheadOf = (times: readonly number[]): number => {
    const { done, ahead, frame, inFrame } = setUp();
    for (const at of times) {
      ahead("ahead", at);
      inFrame("in frame");
      frame();
    }
    return done.filter((each) => each === "ahead").length;
  };

  it("W84: a device that reports oftener than frames come waits for the frame, also after the hand rested", () => {
    const mouse = Array.from({ length: 50 }, (_, i) => i * 8 + (i < 40 ? 0 : 1000));
    expect(aheadOf(mouse)).toBeLessThan(6);
  });

  it("W84: a slower device goes ahead with every report, also where one is late and the next one early", () => {
    const screen = Array.from({ length: 50 }, (_, i) => i * 16 + (i % 5 === 0 ? 7 : 0));
    expect(aheadOf(screen)).toBe(50);
  });

  it("W32: what waits when the window goes is left", () => {
    const { done, inFrame, frame, stop } = setUp();
    inFrame("a");
    stop();
    frame();
    expect(done).toEqual(["flush"]);
  });
});
