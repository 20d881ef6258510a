/** Points that were run, and moves from them that are only predicted. */
import type { Score } from "./optimise.ts";

/** One coordinate at another value. */
export interface Step {
  readonly dimension: number;
  readonly to: number;
  /** Change of each achieved number. */
  readonly change: Float64Array;
}

/** Several steps at once, each of another coordinate, and what they should achieve. */
export interface Move {
  readonly steps: readonly Step[];
  readonly point: Float64Array;
  readonly achieved: Float64Array;
  readonly score: Score;
}

export interface Place {
  readonly point: Float64Array;
  readonly achieved: Float64Array;
  readonly score: Score;
}
