/** Which part of the window a new result moves while a lever is being moved, and what the frames between two results are for: see `Parts`. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import { TURNS, allParts } from "./result-store.ts";
import type { Parts, ResultState, ResultStore } from "./result-store.ts";

export interface Turns {
  /** What the parts show beside `shown`: the same at rest; while a gesture is on, at most one of them moves. */
  readonly take: (before: Pick<ResultState, "frozen" | "parts">, shown: ResultReader) => Parts;
  /** Brings the parts that lag up to date, one in each frame from the next on. */
  readonly follow: () => void;
  /** A newer result is on its way. */
  readonly hold: () => void;
}

export interface TurnPorts {
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  /** Whether nothing but the parts is on screen: then each result has a turn. */
  readonly arePartsAll: () => boolean;
}

/** From turn to turn while results keep coming: each part moves six times a second, which is faster than its numbers can be read. */
const PACE_MS = 50;

export function createTurns(results: ResultStore, { now, requestFrame, cancelFrame, arePartsAll }: TurnPorts): Turns {
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let frame: number | null = null;

  function turn(parts: Parts, shown: ResultReader): Parts {
    const part = TURNS[next]!;
    next = (next + 1) % TURNS.length;
    last = now();
    return { ...parts, [part]: shown };
  }

  const take: Turns["take"] = ({ frozen, parts }, shown) => {
    if (!frozen) return allParts(shown);
    return arePartsAll() || now() - last >= PACE_MS ? turn(parts, shown) : parts;
  };

  function follow(): void {
    const { parts, shown } = results.getState();
    if (frame !== null || TURNS.every((part) => parts[part] === shown)) return;
    frame = requestFrame(() => {
      frame = null;
      results.setState((state) => ({ parts: turn(state.parts, state.shown) }));
      follow();
    });
  }

  return {
    take,
    follow,
    hold() {
      if (frame !== null) cancelFrame(frame);
      frame = null;
    },
  };
}
