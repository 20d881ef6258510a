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

  it("W84: a device that reports oftener than frames come waits for the frame", () => {
    const { done, ahead, inFrame, frame } = setUp();
    for (const at of [100, 108, 116, 124]) {
      ahead(String(at), at);
      inFrame("frame");
      frame();
    }
    expect(done.filter((each) => each !== "flush")).toEqual(["100", "frame", "frame", "frame", "frame"]);
    ahead("140", 140);
    expect(done.at(-2)).toBe("140");
  });

  it("W32: what waits when the window goes is left", () => {
    const { done, inFrame, frame, stop } = setUp();
    inFrame("a");
    stop();
    frame();
    expect(done).toEqual(["flush"]);
  });
});
