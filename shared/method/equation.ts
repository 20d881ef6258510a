/** One equation of the model as the method page shows it. */
import type { Formula } from "../formula/formula.ts";
import { symbolsIn } from "../formula/formula.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { symbolOf } from "./symbols.ts";
import type { MethodSymbol, NumbersOf } from "./symbol.ts";

export interface NumberedFormula {
  /** Its number in the model's specification, which the function that computes it names too: "E8.3". */
  readonly number: string;
  /** As it is written and copied. */
  readonly text: string;
  readonly formula: Formula;
  /** When it holds, or what it leaves out; "" = always. */
  readonly note: string;
}

export interface Equation {
  /** Rule id of the specification ("E8"), or the name of a step that has none ("Start"). */
  readonly id: string;
  readonly title: string;
  /** What it says, in one to three plain sentences. */
  readonly says: string;
  readonly formulas: readonly NumberedFormula[];
  /** What its formulas are made of, each once, in the order of reading. */
  readonly symbols: readonly MethodSymbol[];
  /** Where its numbers stand; those of a dataset only. */
  readonly reads: readonly NumbersOf[];
}

/** `also`: numbers that it reads and that stand in none of its formulas. */
export function equation(
  id: string,
  title: string,
  says: string,
  formulas: readonly (readonly [number: string, text: string, note?: string])[],
  also: readonly NumbersOf[] = [],
): Equation {
  const read = formulas.map(([number, text, note = ""]) => ({ number, text, formula: parseFormula(text), note }));
  const symbols = [...new Set(read.flatMap(({ formula }) => symbolsIn(formula)))].map(symbolOf);
  const direct = symbols.flatMap(({ numbers }) => (numbers === null ? [] : [numbers]));
  return { id, title, says, formulas: read, symbols, reads: [...direct, ...also] };
}

/** Does it read this parameter? `atRecycling`: the row stands at the stage of recycling plants; null: it stands at no stage. */
export const readsParameter = ({ reads }: Equation, key: string, atRecycling: boolean | null): boolean =>
  reads.some((one) => one.kind === "parameter" && one.key === key && (atRecycling === null || (one.role === "recycling") === atRecycling));
