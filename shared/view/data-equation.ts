/** One equation of the model as the method page shows it. */
export interface Equation {
  /** Rule id of the specification ("E8"), or the name of a step that has none ("Start"). */
  readonly id: string;
  readonly title: string;
  /** What it says, in one to three plain sentences. */
  readonly says: string;
  /** The formulas, one a line. pos(x) is x where positive, else 0; ′ is the end of the month. */
  readonly formulas: readonly string[];
  /** Parameter keys. */
  readonly reads: readonly string[];
  /** Parameter keys read at the stage of recycling plants only. */
  readonly readsAtRecycling?: readonly string[];
  /** Quantities of the base year. */
  readonly quantities?: readonly string[];
  /** Other tables it reads: "suppliers", "worlds", "projects", "events", "end-uses". */
  readonly tables?: readonly string[];
}
