/** A formula as it is read out: "D equals D ref times max of …". */
import type { Formula, Operator, Relation } from "./formula.ts";

const RELATIONS: Readonly<Record<Relation, string>> = {
  "=": "equals",
  "∝": "is proportional to",
  "<": "is less than",
  ">": "is more than",
  "≤": "is at most",
  "≥": "is at least",
};

export const INDEX_WORDS: Readonly<Record<string, string>> = {
  j: "suppliers",
  i: "suppliers",
  s: "stages",
  m: "minerals",
  t: "months",
  e: "disruptions",
  k: "levers",
};

const OPERATORS: Readonly<Record<Operator, string>> = {
  Σ: "the sum",
  Π: "the product",
  max: "the largest",
  min: "the smallest",
  mean: "the mean",
  argmax: "that one with the largest",
};

const CALLS: Readonly<Record<string, string>> = {
  min: "the smaller of",
  max: "the larger of",
  exp: "e to the power of",
  ln: "the natural logarithm of",
  abs: "the absolute value of",
  push: "what leaves the delay of",
};

/** `name` says a symbol aloud. */
export function formulaWords(formula: Formula, name: (id: string) => string): string {
  const say = (one: Formula): string => formulaWords(one, name);
  /** Sums inside of products and powers keep their bounds when they are heard. */
  const group = (one: Formula): string => (one.kind === "sum" || one.kind === "negative" ? `(${say(one)})` : say(one));
  switch (formula.kind) {
    case "number":
    case "words":
      return formula.text;
    case "symbol":
      return name(formula.id);
    case "end":
      return `${say(formula.of)} at the end of the month`;
    case "sum":
      return [say(formula.first), ...formula.others.map(({ sign, term }) => `${sign === "+" ? "plus" : "minus"} ${say(term)}`)].join(" ");
    case "product":
      return formula.factors.map(group).join(" times ");
    case "negative":
      return `minus ${say(formula.of)}`;
    case "fraction":
      return `${group(formula.over)} divided by ${formula.under.kind === "product" ? `(${say(formula.under)})` : group(formula.under)}`;
    case "power":
      return `${group(formula.base)} to the power of ${formula.exponent.kind === "symbol" ? say(formula.exponent) : `(${say(formula.exponent)})`}`;
    case "call":
      return `${CALLS[formula.name] ?? formula.name} (${formula.arguments.map(say).join("; ")})`;
    case "over":
      return `${OPERATORS[formula.operator]} over ${INDEX_WORDS[formula.index] ?? formula.index} of ${group(formula.body)}`;
    case "cases":
      return formula.cases.map(({ value, when }) => `${say(value)} ${when === null ? "otherwise" : `if ${say(when)}`}`).join(", ");
    case "relation":
      return `${say(formula.left)} ${RELATIONS[formula.relation]} ${say(formula.right)}`;
    case "either":
      return formula.parts.map(say).join(` ${formula.word} `);
    case "list":
      return formula.parts.map(say).join("; ");
  }
}
