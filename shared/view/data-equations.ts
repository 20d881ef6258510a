/**
 * The equations in readable form, and which numbers each of them reads: the method page shows them, and every number of the dataset says where
 * it enters. The model itself is `shared/model/`; a test holds the keys here against those of `engine-keys.ts`.
 */
import { costEquations } from "./data-equations-cost.ts";
import { demandEquations } from "./data-equations-demand.ts";
import { supplyEquations } from "./data-equations-supply.ts";

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

export const equations: readonly Equation[] = [...demandEquations, ...supplyEquations, ...costEquations];

/** Equations that read a parameter. `atRecycling`: the row stands at the stage of recycling plants; null: it stands at no stage. */
export const equationsReading = (key: string, atRecycling: boolean | null): readonly Equation[] =>
  equations.filter(
    ({ reads, readsAtRecycling = [] }) => (atRecycling !== true && reads.includes(key)) || (atRecycling !== false && readsAtRecycling.includes(key)),
  );

export const equationsReadingQuantity = (quantity: string): readonly Equation[] => equations.filter(({ quantities = [] }) => quantities.includes(quantity));

export const equationsReadingTable = (table: string): readonly Equation[] => equations.filter(({ tables = [] }) => tables.includes(table));
