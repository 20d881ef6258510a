/** Time, timers and frames that move only when a test says so. */
import type { Timers } from "../../../renderer/state/autosave.ts";

export interface ManualClock {
  readonly now: () => number;
  readonly timers: Timers;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  /** Runs the frames that were asked for before the call. */
  readonly frame: () => void;
  readonly framesWaiting: () => number;
  readonly requestIdle: (run: () => void) => number;
  readonly cancelIdle: (handle: number) => void;
  /** Runs what waits for time between two frames. */
  readonly idle: () => void;
  readonly idleWaiting: () => number;
  /** Lets `ms` pass, running timers when they are due, and lets promises settle. */
  readonly advance: (ms: number) => Promise<void>;
}

/** Enough turns of the microtask queue for a chain of a few requests. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

export function createManualClock(): ManualClock {
  let time = 1000;
  let handles = 0;
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>();
  const frames = new Map<number, () => void>();
  const idle = new Map<number, () => void>();
  const runAll = (queue: Map<number, () => void>): void => {
    const due = [...queue];
    for (const [handle] of due) queue.delete(handle);
    for (const [, run] of due) run();
  };
  return {
    now: () => time,
    timers: {
      set: (run, ms) => {
        timers.set(++handles, { due: time + ms, run });
        return handles;
      },
      clear: (handle) => void timers.delete(handle),
    },
    requestFrame: (run) => {
      frames.set(++handles, run);
      return handles;
    },
    cancelFrame: (handle) => void frames.delete(handle),
    frame: () => runAll(frames),
    framesWaiting: () => frames.size,
    requestIdle: (run) => {
      idle.set(++handles, run);
      return handles;
    },
    cancelIdle: (handle) => void idle.delete(handle),
    idle: () => runAll(idle),
    idleWaiting: () => idle.size,
    advance: async (ms) => {
      const end = time + ms;
      for (;;) {
        const next = [...timers].filter(([, timer]) => timer.due <= end).toSorted(([, a], [, b]) => a.due - b.due)[0];
        if (!next) break;
        time = next[1].due;
        timers.delete(next[0]);
        next[1].run();
        await settle();
      }
      time = end;
      await settle();
    },
  };
}
