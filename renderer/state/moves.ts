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

/** A device that reports more often than this, on average, may well report again before the frame. */
const SLOW_DEVICE_MS = 12;
/** Longer pauses say nothing of the device: the hand rested. */
const REST_MS = 30;
/** How many reports the average leans on: one that is late, and the next, which then comes early, must not count. */
const REPORTS = 8;

export function createMoves({ requestFrame, flush }: MovePorts): Moves & { readonly stop: () => void } {
  let waiting: (() => void) | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let usualGap = SLOW_DEVICE_MS;
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
      usualGap += (Math.min(at - lastAt, REST_MS) - usualGap) / REPORTS;
      lastAt = at;
      if (usualGap < SLOW_DEVICE_MS || isAhead) return;
      isAhead = true;
      move();
      flush();
    },
    stop() {
      waiting = null;
    },
  };
}
