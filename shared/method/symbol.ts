/** A symbol of the equations: how it is written, what it stands for, its unit, and where its numbers stand in a dataset. */

import type { EngineLever } from "../lever/lever-catalogue.ts";

/** Where the numbers of a symbol stand. `stage`: only those at this role. */
export type NumbersOf =
  | { readonly kind: "parameter"; readonly key: string; readonly role?: "processing" | "recycling" }
  | { readonly kind: "quantity"; readonly quantity: string }
  | { readonly kind: "lever"; readonly levers: readonly EngineLever[] }
  | { readonly kind: "table"; readonly table: "suppliers" | "worlds" | "projects" | "events" | "end-uses" | "levers" };

export interface MethodSymbol {
  /** As formulas write it: "Dref", "t_perm". */
  readonly id: string;
  /** As it is drawn: one letter or a short word, then what stands below it. */
  readonly letter: string;
  readonly below: string;
  /** What it moves towards, drawn as a star. */
  readonly isAim: boolean;
  readonly name: string;
  /** In words or signs; "" = none, a pure number. */
  readonly unit: string;
  readonly numbers: NumbersOf | null;
}

/** "D_ref", "π*", "w_j" → its parts. */
export function drawnAs(text: string): Pick<MethodSymbol, "letter" | "below" | "isAim"> {
  const isAim = text.endsWith("*");
  const [letter = "", ...below] = (isAim ? text.slice(0, -1) : text).split("_");
  return { letter, below: below.join(","), isAim };
}

/** "D ref", "π*": on one line, for reading out. */
export const symbolText = ({ letter, below, isAim }: MethodSymbol): string => `${letter}${isAim ? "*" : ""}${below === "" ? "" : ` ${below}`}`;
