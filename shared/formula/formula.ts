/** A formula as a tree: what is drawn as mathematics, read out, and worked out by a test. Names of symbols are resolved by whoever uses it. */

export type Relation = "=" | "∝" | "<" | ">" | "≤" | "≥";

export type Formula =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "symbol"; readonly id: string }
  /** The same quantity at the end of the month: x′. */
  | { readonly kind: "end"; readonly of: Formula }
  /** What no formula says, in a few words: "first stage". */
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "sum"; readonly first: Formula; readonly others: readonly { readonly sign: "+" | "−"; readonly term: Formula }[] }
  | { readonly kind: "product"; readonly factors: readonly Formula[] }
  | { readonly kind: "negative"; readonly of: Formula }
  | { readonly kind: "fraction"; readonly over: Formula; readonly under: Formula }
  | { readonly kind: "power"; readonly base: Formula; readonly exponent: Formula }
  /** min, max, exp, ln, abs, push (the delay of E0). */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Formula[] }
  /** Σ, Π, max, min, mean over an index: "j" suppliers, "s" stages, "m" minerals, "t" months, "e" disruptions. */
  | { readonly kind: "over"; readonly operator: Operator; readonly index: string; readonly body: Formula }
  | { readonly kind: "cases"; readonly cases: readonly { readonly value: Formula; readonly when: Formula | null }[] }
  | { readonly kind: "relation"; readonly relation: Relation; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "either"; readonly word: "and" | "or"; readonly parts: readonly Formula[] }
  | { readonly kind: "list"; readonly parts: readonly Formula[] };

export type Operator = "Σ" | "Π" | "max" | "min" | "mean" | "argmax";

/** The parts of a formula, from left to right. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "number":
    case "symbol":
    case "words":
      return [];
    case "end":
    case "negative":
      return [formula.of];
    case "sum":
      return [formula.first, ...formula.others.map(({ term }) => term)];
    case "product":
      return formula.factors;
    case "fraction":
      return [formula.over, formula.under];
    case "power":
      return [formula.base, formula.exponent];
    case "call":
      return formula.arguments;
    case "over":
      return [formula.body];
    case "cases":
      return formula.cases.flatMap(({ value, when }) => (when === null ? [value] : [value, when]));
    case "relation":
      return [formula.left, formula.right];
    case "either":
    case "list":
      return formula.parts;
  }
}

/** Ids of its symbols, each once, in the order of reading. */
export function symbolsIn(formula: Formula): readonly string[] {
  const found = new Set<string>();
  const visit = (one: Formula): void => {
    if (one.kind === "symbol") found.add(one.id);
    for (const part of partsOf(one)) visit(part);
  };
  visit(formula);
  return [...found];
}
