/**
 * The equations in readable form, and which numbers each of them reads: the method page shows them, and every number of the dataset says where
 * it enters. The model itself is `shared/model/`; a test holds the keys here against those of `engine-keys.ts`.
 */
import type { Equation } from "./data-equation.ts";
import { costEquations } from "./data-equations-cost.ts";
import { demandEquations } from "./data-equations-demand.ts";
import { supplyEquations } from "./data-equations-supply.ts";

export const equations: readonly Equation[] = [...demandEquations, ...supplyEquations, ...costEquations];

/** Equations that read a parameter. `atRecycling`: the row stands at the stage of recycling plants; null: it stands at no stage. */
export const equationsReading = (key: string, atRecycling: boolean | null): readonly Equation[] =>
  equations.filter(
    ({ reads, readsAtRecycling = [] }) => (atRecycling !== true && reads.includes(key)) || (atRecycling !== false && readsAtRecycling.includes(key)),
  );

export const equationsReadingQuantity = (quantity: string): readonly Equation[] => equations.filter(({ quantities = [] }) => quantities.includes(quantity));

export const equationsReadingTable = (table: string): readonly Equation[] => equations.filter(({ tables = [] }) => tables.includes(table));

/** Equations whose ids stand in a text such as "E8 x_g at P". */
export const equationsNamed = (text: string): readonly Equation[] => {
  const words = new Set(text.split(/[^A-Za-z0-9]+/));
  return equations.filter(({ id }) => words.has(id));
};
