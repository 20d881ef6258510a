import { describe, expect, it } from "vitest";
import { symbolsIn } from "../../../shared/formula/formula.ts";
import { formulaWords } from "../../../shared/formula/formula-words.ts";
import { parseFormula } from "../../../shared/formula/parse-formula.ts";
import { evaluate } from "../../support/evaluate-formula.ts";

const values: Readonly<Record<string, number>> = { a: 2, b: 3, c: 5, x_j: 4 };
const worth = (text: string): number =>
  evaluate(parseFormula(text), { value: (id) => values[id] ?? NaN, count: () => 3, holds: (words) => words === "today", push: () => NaN });

describe("formulas as text", () => {
  it("V216: a chain of · before a / is its numerator, what follows multiplies; powers, signs and bounds hold", () => {
    expect(worth("a · b / c · a")).toBeCloseTo((6 / 5) * 2, 12);
    expect(worth("a − b + c")).toBe(4);
    expect(worth("−a + (b − c) · a")).toBe(-6);
    expect(worth("a^(−b) · c^a")).toBeCloseTo(25 / 8, 12);
    expect(worth("min(a, max(b, c)) + abs(a − c)")).toBe(5);
    expect(worth("10^6 / 1000")).toBe(1000);
  });

  it("V216: a sum over an index takes the chain of · that follows and ends before a /", () => {
    expect(worth("Σ_j x_j · a / Σ_j x_j")).toBe(2);
    expect(worth("mean_j (x_j + a)")).toBe(6);
    expect(worth("Π_j a")).toBe(8);
  });

  it("V216: cases are told apart by relations and by words", () => {
    expect(worth("{1 if a > b; 2 if a < b and b < c; 3 otherwise}")).toBe(2);
    expect(worth('{1 if "tomorrow"; 2 if "today"; 3 otherwise}')).toBe(2);
    expect(worth("{1 if a = 3 or b = 3; 2 otherwise}")).toBe(1);
  });

  it("V216: what cannot be read throws and says where", () => {
    for (const text of ["a +", "a · (b", "{1 if a}x", "a b", "min(a"]) expect(() => parseFormula(text)).toThrow(/cannot be read/);
  });

  it("V214: a formula is read out in words, with bounds that can be heard; each symbol is found once", () => {
    const formula = parseFormula("D′ = a · (b − c) / a^(−b)");
    expect(symbolsIn(formula)).toEqual(["D", "a", "b", "c"]);
    expect(formulaWords(formula, (id) => id)).toBe("D at the end of the month equals a times (b minus c) divided by a to the power of (minus b)");
  });
});
