/**
 * Reads a formula as an author writes it: `D = Dref · max(price_index_min, π · L̄)^(−eps_d)`.
 * A chain of · before a / is its numerator; Σ_j takes the chain of · that follows; `{a if x > 0; b otherwise}` tells cases apart; "…" are words.
 * Throws on what it cannot read: formulas are written by programmers, and a test reads all of them.
 */
import type { Formula, Operator, Relation } from "./formula.ts";

const TOKEN = /\s*(?:(\p{N}+(?:\.\p{N}+)?)|(\p{L}[\p{L}\p{M}\p{N}_°*]*)|"([^"]*)"|(\P{Z}))/uy;
const OPERATOR = /^(Σ|Π|max|min|mean|argmax)_(\p{L}\p{M}*)$/u;
const RELATIONS: ReadonlySet<string> = new Set(["=", "∝", "<", ">", "≤", "≥"]);
const CALLS: ReadonlySet<string> = new Set(["min", "max", "exp", "ln", "abs", "push"]);

type Token = { readonly kind: "number" | "name" | "words" | "sign"; readonly text: string };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`formula cannot be read: ${text}`);
    const [, number, name, words, sign] = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (words !== undefined) tokens.push({ kind: "words", text: words });
    else tokens.push({ kind: "sign", text: sign! });
  }
  return tokens;
}

export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = (): never => {
    throw new Error(`formula cannot be read at "${tokens[at]?.text ?? "its end"}": ${text}`);
  };
  const isNext = (kind: Token["kind"], word: string): boolean => tokens[at]?.kind === kind && tokens[at]?.text === word;
  const take = (kind: Token["kind"], word: string): boolean => {
    if (!isNext(kind, word)) return false;
    at += 1;
    return true;
  };
  const must = (sign: string): void => {
    if (!take("sign", sign)) fail();
  };

  /** One or several of `read`, divided by commas. */
  function listed(read: () => Formula): readonly Formula[] {
    const parts = [read()];
    while (take("sign", ",")) parts.push(read());
    return parts;
  }
  function statement(): Formula {
    const parts = listed(condition);
    return parts.length === 1 ? parts[0]! : { kind: "list", parts };
  }
  function condition(): Formula {
    const parts = [relation()];
    const word = isNext("name", "or") ? "or" : "and";
    while (take("name", word)) parts.push(relation());
    return parts.length === 1 ? parts[0]! : { kind: "either", word, parts };
  }
  function relation(): Formula {
    const left = sum();
    const sign = tokens[at];
    if (sign?.kind !== "sign" || !RELATIONS.has(sign.text)) return left;
    at += 1;
    return { kind: "relation", relation: sign.text as Relation, left, right: sum() };
  }
  function sum(): Formula {
    const first = take("sign", "−") ? ({ kind: "negative", of: term() } as const) : term();
    const others: { sign: "+" | "−"; term: Formula }[] = [];
    for (;;) {
      if (take("sign", "+")) others.push({ sign: "+", term: term() });
      else if (take("sign", "−")) others.push({ sign: "−", term: term() });
      else return others.length === 0 ? first : { kind: "sum", first, others };
    }
  }
  function term(): Formula {
    let found = chain(power());
    while (take("sign", "/")) {
      found = { kind: "fraction", over: found, under: power() };
      found = chain(found);
    }
    return found;
  }
  function chain(first: Formula): Formula {
    const factors = [first];
    while (take("sign", "·")) factors.push(power());
    return factors.length === 1 ? first : { kind: "product", factors };
  }
  function power(): Formula {
    const base = atom();
    return take("sign", "^") ? { kind: "power", base, exponent: atom() } : base;
  }
  function atom(): Formula {
    const token = tokens[at];
    if (token === undefined) return fail();
    at += 1;
    if (token.kind === "number") return { kind: "number", text: token.text };
    if (token.kind === "words") return { kind: "words", text: token.text };
    if (token.kind === "name") return named(token.text);
    if (token.text === "(") {
      const inside = sum();
      must(")");
      return inside;
    }
    if (token.text === "{") return cases();
    at -= 1;
    return fail();
  }
  function named(name: string): Formula {
    const over = OPERATOR.exec(name);
    if (over) return { kind: "over", operator: over[1] as Operator, index: over[2]!, body: chain(power()) };
    if (CALLS.has(name) && take("sign", "(")) {
      const found = listed(sum);
      must(")");
      return { kind: "call", name, arguments: found };
    }
    const symbol: Formula = { kind: "symbol", id: name };
    return take("sign", "′") ? { kind: "end", of: symbol } : symbol;
  }
  function cases(): Formula {
    const found: { value: Formula; when: Formula | null }[] = [];
    do {
      const value = sum();
      if (take("name", "otherwise")) found.push({ value, when: null });
      else if (take("name", "if")) found.push({ value, when: condition() });
      else fail();
    } while (take("sign", ";"));
    must("}");
    return { kind: "cases", cases: found };
  }

  const formula = statement();
  if (at < tokens.length) fail();
  return formula;
}
