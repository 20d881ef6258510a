/** When a move of the hand is worked out with all that it sets in motion: in its frame, or before it, so that the frame has only to paint. */

export interface Moves {
  /** Runs a move in the next frame; of several asked for before the frame, the newest. */
  readonly inFrame: (move: () => void) => void;
  /**
   * Runs at once a move that came at `at` (milliseconds), unless a newer one is likely to come before the frame, which would make its work idle; then
   * nothing happens. Every such move has to ask for its frame too.
   */
  readonly ahead: (move: () => void, at: number) => void;
}

export interface MovePorts {
  readonly requestFrame: (run: () => void) => unknown;
  /** Works out what waits. */
  readonly flush: () => void;
}

/** A device that reports more often than this may well report again before the frame. */
const SLOW_DEVICE_MS = 12;

export function createMoves({ requestFrame, flush }: MovePorts): Moves & { readonly stop: () => void } {
  let waiting: (() => void) | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** One went ahead of the next frame: a second one would put that off. */
  let isAhead = false;

  return {
    inFrame(move) {
      const isAsked = waiting !== null;
      waiting = move;
      if (isAsked) return;
      requestFrame(() => {
        const run = waiting;
        waiting = null;
        isAhead = false;
        run?.();
        flush();
      });
    },
    ahead(move, at) {
      const isSlow = at - lastAt >= SLOW_DEVICE_MS;
      lastAt = at;
      if (!isSlow || isAhead) return;
      isAhead = true;
      move();
      flush();
    },
    stop() {
      waiting = null;
    },
  };
}
