/** Works a formula out: what a symbol is worth is asked for with the indices around it. */
import type { Formula } from "../../shared/formula/formula.ts";

export interface Values {
  /** `isEnd`: at the month's end. `at`: the indices in force, {"j": 2}. */
  readonly value: (id: string, isEnd: boolean, at: Readonly<Record<string, number>>) => number;
  /** How many an index counts. */
  readonly count: (index: string, at: Readonly<Record<string, number>>) => number;
  /** "first stage": does it hold here? */
  readonly holds: (words: string, at: Readonly<Record<string, number>>) => boolean;
  /** What leaves a delay, by the id of its content. */
  readonly push: (content: string, inflow: number, months: number) => number;
}

export function evaluate(formula: Formula, values: Values, at: Readonly<Record<string, number>> = {}): number {
  const of = (one: Formula): number => evaluate(one, values, at);
  switch (formula.kind) {
    case "number":
      return Number(formula.text);
    case "symbol":
      return values.value(formula.id, false, at);
    case "end":
      if (formula.of.kind !== "symbol") throw new Error("only a symbol has an end of the month");
      return values.value(formula.of.id, true, at);
    case "words":
      return values.holds(formula.text, at) ? 1 : 0;
    case "sum":
      return formula.others.reduce((sum, { sign, term }) => (sign === "+" ? sum + of(term) : sum - of(term)), of(formula.first));
    case "product":
      return formula.factors.reduce((product, factor) => product * of(factor), 1);
    case "negative":
      return -of(formula.of);
    case "fraction":
      return of(formula.over) / of(formula.under);
    case "power":
      return of(formula.base) ** of(formula.exponent);
    case "call":
      return call(formula.name, formula.arguments, of, values);
    case "over": {
      const each = Array.from({ length: values.count(formula.index, at) }, (_, i) => evaluate(formula.body, values, { ...at, [formula.index]: i }));
      if (formula.operator === "Π") return each.reduce((product, one) => product * one, 1);
      if (formula.operator === "max") return Math.max(...each);
      const sum = each.reduce((total, one) => total + one, 0);
      return formula.operator === "mean" ? sum / each.length : sum;
    }
    case "cases": {
      const found = formula.cases.find(({ when }) => when === null || of(when) !== 0);
      if (!found) throw new Error("no case holds");
      return of(found.value);
    }
    case "relation":
      return compare(formula.relation, of(formula.left), of(formula.right)) ? 1 : 0;
    case "either":
      return (formula.word === "and" ? formula.parts.every((part) => of(part) !== 0) : formula.parts.some((part) => of(part) !== 0)) ? 1 : 0;
    case "list":
      throw new Error("a list has no value");
  }
}

function call(name: string, args: readonly Formula[], of: (one: Formula) => number, values: Values): number {
  const [first] = args;
  switch (name) {
    case "min":
      return Math.min(...args.map(of));
    case "max":
      return Math.max(...args.map(of));
    case "exp":
      return Math.exp(of(first!));
    case "ln":
      return Math.log(of(first!));
    case "abs":
      return Math.abs(of(first!));
    case "push":
      if (first?.kind !== "symbol") throw new Error("push begins with what is delayed");
      return values.push(first.id, of(args[1]!), of(args[2]!));
    default:
      throw new Error(`no function ${name}`);
  }
}

function compare(relation: string, left: number, right: number): boolean {
  switch (relation) {
    case "=":
      return left === right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "≤":
      return left <= right;
    case "≥":
      return left >= right;
    default:
      throw new Error(`${relation} is no comparison`);
  }
}
