/** State of a partner country's plants; their equations are in `ally-plants.ts`. */

/** A partner country's plants that supply one stage (E11). */
export class AllyPlant {
  readonly supplier: number;
  /** PA: t/yr by delay stage. */
  readonly pipeline: Float64Array;
  /** Effective finance of this month, $M/yr. */
  finance = NaN;
  /** KA, t/yr. */
  capacity = NaN;
  /** C of this month before it is capped by need, t. */
  offered = NaN;
  /** Starts per room below the ceiling, t/yr per month, and the finance that they follow from. */
  startsPerRoom = NaN;
  keptFinance = NaN;

  constructor(supplier: number, delayStages: number) {
    this.supplier = supplier;
    this.pipeline = new Float64Array(delayStages);
    this.finance = 0;
    this.capacity = 0;
  }
}
