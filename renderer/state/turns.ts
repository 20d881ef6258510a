/** Which part of the window a new result moves while a lever is being moved, and when the others follow: see `Parts`. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import { TURNS, allParts } from "./result-store.ts";
import type { Parts, ResultState, ResultStore } from "./result-store.ts";

export interface Turns {
  /** What the parts show beside `shown`: the same at rest; while a gesture is on what they showed, on the wall with a third of it moved. */
  readonly take: (before: Pick<ResultState, "frozen" | "parts">, shown: ResultReader) => Parts;
  /** Brings the parts that lag up to date between frames, one after each frame from the next on, no faster than results come. */
  readonly follow: () => void;
  readonly stop: () => void;
}

export interface TurnPorts {
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  /** Runs when a frame is on its way to the screen and the next one is not due. */
  readonly requestIdle: (run: () => void) => number;
  readonly cancelIdle: (handle: number) => void;
  /** Whether nothing but the parts is on screen: then each result has a turn. */
  readonly arePartsAll: () => boolean;
}

/** From turn to turn while results keep coming: each part moves six times a second, which is faster than its numbers can be read. */
const PACE_MS = 50;

export function createTurns(results: ResultStore, { now, requestFrame, cancelFrame, requestIdle, cancelIdle, arePartsAll }: TurnPorts): Turns {
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let frame: number | null = null;
  let idle: number | null = null;
  /** A result came since a frame was asked for. */
  let isMoving = false;

  function turn(parts: Parts, shown: ResultReader): Parts {
    const part = TURNS[next]!;
    next = (next + 1) % TURNS.length;
    last = now();
    return { ...parts, [part]: shown };
  }

  const take: Turns["take"] = ({ frozen, parts }, shown) => {
    if (!frozen) return allParts(shown);
    isMoving = true;
    return arePartsAll() ? turn(parts, shown) : parts;
  };

  const areBehind = ({ parts, shown }: ResultState): boolean => TURNS.some((part) => parts[part] !== shown);

  function follow(): void {
    if (frame !== null || idle !== null || !areBehind(results.getState())) return;
    isMoving = false;
    frame = requestFrame(() => {
      frame = null;
      // Rendered in the frame, a part would hold up the number and the chart that are waited for.
      idle = requestIdle(() => {
        idle = null;
        if (areBehind(results.getState()) && (!isMoving || now() - last >= PACE_MS)) {
          results.setState((state) => ({ parts: turn(state.parts, state.shown) }));
        }
        follow();
      });
    });
  }

  return {
    take,
    follow,
    stop() {
      if (frame !== null) cancelFrame(frame);
      if (idle !== null) cancelIdle(idle);
      frame = null;
      idle = null;
    },
  };
}
