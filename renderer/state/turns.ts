/** Which part of the window a new result moves while a lever is being moved, and what the frames between two results are for: see `Parts`. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import { TURNS, allParts } from "./result-store.ts";
import type { Parts, ResultState, ResultStore } from "./result-store.ts";

export interface Turns {
  /** What the parts show beside `shown`: the same at rest; while a gesture is on, only the one whose turn it is. */
  readonly take: (before: Pick<ResultState, "frozen" | "parts">, shown: ResultReader) => Parts;
  /** Brings the parts that lag up to date, one in each frame from the next on. */
  readonly follow: () => void;
  /** A newer result is on its way. */
  readonly hold: () => void;
}

export interface TurnPorts {
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
}

export function createTurns(results: ResultStore, { requestFrame, cancelFrame }: TurnPorts): Turns {
  let next = 0;
  let frame: number | null = null;

  const take: Turns["take"] = ({ frozen, parts }, shown) => {
    if (!frozen) return allParts(shown);
    const part = TURNS[next]!;
    next = (next + 1) % TURNS.length;
    return { ...parts, [part]: shown };
  };

  function follow(): void {
    const { parts, shown } = results.getState();
    if (frame !== null || TURNS.every((part) => parts[part] === shown)) return;
    frame = requestFrame(() => {
      frame = null;
      results.setState((state) => ({ parts: take(state, state.shown) }));
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
