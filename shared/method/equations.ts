/**
 * The equations in readable form, and which numbers each of them reads: the method page shows them, and every number of the dataset says where
 * it enters. The model itself is `shared/model/`; tests work the formulas out beside a run of the model and hold their keys against `engine-keys.ts`.
 */
import type { Lever } from "../dataset/dataset.ts";
import { leverRow } from "../lever/lever-catalogue.ts";
import { costEquations } from "./cost-equations.ts";
import { demandEquations } from "./demand-equations.ts";
import type { Equation } from "./equation.ts";
import { readsParameter } from "./equation.ts";
import { startEquations } from "./start-equations.ts";
import { supplyEquations } from "./supply-equations.ts";

export const equations: readonly Equation[] = [...startEquations, ...demandEquations, ...supplyEquations, ...costEquations];

export const equationsReading = (key: string, atRecycling: boolean | null): readonly Equation[] =>
  equations.filter((one) => readsParameter(one, key, atRecycling));

export const equationsReadingQuantity = (quantity: string): readonly Equation[] =>
  equations.filter(({ reads }) => reads.some((one) => one.kind === "quantity" && one.quantity === quantity));

export const equationsReadingTable = (table: string): readonly Equation[] =>
  equations.filter(({ reads }) => reads.some((one) => one.kind === "table" && one.table === table));

/** Equations that a lever enters, in the order of the method. */
export const equationsOfLever = ({ id, equation, costRule }: Pick<Lever, "id" | "equation" | "costRule">): readonly Equation[] => {
  const own = leverRow(id)?.equations ?? [];
  const named = new Set(equationsNamed(`${equation} ${costRule}`));
  return equations.filter((one) => named.has(one) || own.includes(one.id));
};

/** Equations whose ids stand in a text such as "E8 x_g at P". */
const equationsNamed = (text: string): readonly Equation[] => {
  const words = new Set(text.split(/[^A-Za-z0-9]+/));
  return equations.filter(({ id }) => words.has(id));
};
