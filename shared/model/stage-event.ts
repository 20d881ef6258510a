/** A disruption as the months of a run meet it. */
import type { EventScope } from "../dataset/dataset.ts";

/** An event of one stage of one mineral. */
export interface StageEvent {
  readonly scope: EventScope;
  /** δ by month, from `from` to `to` (exclusive). */
  readonly severity: Float64Array;
  readonly from: number;
  readonly to: number;
  /** 1 − leak (4.12). */
  readonly held: number;
  /** 1 for the suppliers hit. */
  readonly hits: Uint8Array;
  /** W, share of world supply; global events only. */
  readonly worldShare: number;
}
