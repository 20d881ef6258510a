/** A formula as mathematics: elements of MathML, which the browser sets by itself. Read out in words, copied as it is written. */
import { createElement, Fragment } from "react";
import type { ReactNode } from "react";
import type { Formula as FormulaTree, Operator } from "../../shared/formula/formula.ts";
import { formulaWords } from "../../shared/formula/formula-words.ts";
import { symbolText } from "../../shared/method/symbol.ts";
import type { MethodSymbol } from "../../shared/method/symbol.ts";
import { symbolOf } from "../../shared/method/symbols.ts";
import "./formula.css";

/** `isInline`: fractions stay on the line, as in an exponent. */
type Draw = (formula: FormulaTree, isInline: boolean) => ReactNode;

const el = (name: string, ...children: readonly ReactNode[]): ReactNode => createElement(name, null, ...children);
const op = (sign: string): ReactNode => createElement("mo", { stretchy: "false" }, sign);
const row = (...children: readonly ReactNode[]): ReactNode => el("mrow", ...children);
const parens = (inside: ReactNode): ReactNode => row(op("("), inside, op(")"));
/** MathML drops spaces at the ends of words. */
const words = (text: string): ReactNode => el("mtext", text.replaceAll(" ", "\u00a0"));

/** Each part of the formula one under the other; parts are the relations of a list. */
export function Formula({ formula }: { readonly formula: FormulaTree }) {
  const parts = formula.kind === "list" ? formula.parts : [formula];
  const nameOf = (id: string): string => symbolText(symbolOf(id));
  return (
    <>
      {parts.map((part) => {
        const said = formulaWords(part, nameOf);
        return (
          <Fragment key={said}>{createElement("math", { display: "block", alttext: said, "aria-label": said, role: "math" }, draw(part, false))}</Fragment>
        );
      })}
    </>
  );
}

/** A symbol by itself, as in a legend. */
export const FormulaSymbol = ({ symbol }: { readonly symbol: MethodSymbol }) =>
  createElement("math", { "aria-label": symbolText(symbol), role: "math" }, drawSymbol(symbol, false));

const INDEX = /^[eijkmst](?:[+−]1)?$/;
const OPERATOR_SIGNS: Readonly<Record<Operator, string>> = { Σ: "∑", Π: "∏", max: "max", min: "min", mean: "mean", argmax: "arg max" };

/** Labels under a letter stand upright, what counts is slanted. */
const label = (text: string): ReactNode => createElement("mi", INDEX.test(text) ? null : { mathvariant: "normal" }, text);

function below(text: string): ReactNode {
  const parts = text.split(",").flatMap((part, i) => (i === 0 ? [label(part)] : [op(","), label(part)]));
  return row(...parts);
}

/** "π̄" → π under a bar; "w*", "s²" → a letter with its sign. */
function letterOf(text: string): readonly [letter: ReactNode, raised: string] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  const [, name = plain, raised = ""] = /^(.+?)([*²])?$/u.exec(plain) ?? [];
  const letter = el("mi", name);
  // The style draws the bar: an accent falls on the stroke of π where the font is none for mathematics.
  return [plain === text.normalize("NFD") ? letter : createElement("mi", { className: "formula-mean" }, name), raised.replace("*", "∗").replace("²", "2")];
}

function drawSymbol(symbol: MethodSymbol, isEnd: boolean): ReactNode {
  const [letter, own] = letterOf(symbol.letter);
  const raised = `${own}${symbol.isAim ? "∗" : ""}${isEnd ? "′" : ""}`;
  if (symbol.below === "") return raised === "" ? letter : el("msup", letter, op(raised));
  return raised === "" ? el("msub", letter, below(symbol.below)) : el("msubsup", letter, below(symbol.below), op(raised));
}

const SUMS: ReadonlySet<FormulaTree["kind"]> = new Set(["sum", "negative"]);

/** With bounds around it where it would be read otherwise without them. */
function grouped(formula: FormulaTree, isInline: boolean, alsoProducts = false): ReactNode {
  const needsBounds = SUMS.has(formula.kind) || (alsoProducts && (formula.kind === "product" || formula.kind === "fraction" || formula.kind === "over"));
  return needsBounds ? parens(draw(formula, isInline)) : draw(formula, isInline);
}

const between = (parts: readonly ReactNode[], sign: ReactNode): readonly ReactNode[] => parts.flatMap((part, i) => (i === 0 ? [part] : [sign, part]));

const draw: Draw = (formula, isInline) => {
  switch (formula.kind) {
    case "number":
      return el("mn", formula.text.replace(/^(\d+)(\d{3})$/, "$1,$2"));
    case "words":
      return words(formula.text);
    case "symbol":
      return drawSymbol(symbolOf(formula.id), false);
    case "end":
      return formula.of.kind === "symbol" ? drawSymbol(symbolOf(formula.of.id), true) : row(draw(formula.of, isInline), op("′"));
    case "sum":
      return row(
        draw(formula.first, isInline),
        ...formula.others.flatMap(({ sign, term }) => [op(sign), term.kind === "sum" ? parens(draw(term, isInline)) : draw(term, isInline)]),
      );
    case "product":
      return row(
        ...between(
          formula.factors.map((factor) => grouped(factor, isInline)),
          op("·"),
        ),
      );
    case "negative":
      return row(op("−"), grouped(formula.of, isInline));
    case "fraction":
      return isInline
        ? row(grouped(formula.over, true), op("/"), grouped(formula.under, true, true))
        : el("mfrac", draw(formula.over, false), draw(formula.under, false));
    case "power":
      return el("msup", grouped(formula.base, isInline, true), draw(formula.exponent, true));
    case "call":
      return drawCall(formula.name, formula.arguments, isInline);
    case "over":
      return row(createElement("munder", null, op(OPERATOR_SIGNS[formula.operator]), label(formula.index)), grouped(formula.body, isInline));
    case "cases":
      return drawCases(formula.cases);
    case "relation":
      return row(draw(formula.left, isInline), op(formula.relation), draw(formula.right, isInline));
    case "either":
      return row(
        ...between(
          formula.parts.map((part) => draw(part, isInline)),
          words(` ${formula.word} `),
        ),
      );
    case "list":
      return row(
        ...between(
          formula.parts.map((part) => draw(part, isInline)),
          op(","),
        ),
      );
  }
};

function drawCall(name: string, args: readonly FormulaTree[], isInline: boolean): ReactNode {
  const drawn = args.map((one) => draw(one, isInline));
  if (name === "abs") return row(op("|"), ...drawn, op("|"));
  return row(createElement("mi", { mathvariant: "normal" }, name), op("("), ...between(drawn, op(",")), op(")"));
}

function drawCases(cases: Extract<FormulaTree, { kind: "cases" }>["cases"]): ReactNode {
  const lines = cases.map(({ value, when }) =>
    el("mtr", el("mtd", draw(value, true)), el("mtd", when === null ? words("otherwise") : row(words("if "), draw(when, true)))),
  );
  // A brace stretches only in a font for mathematics, which not every system has: the style draws it.
  return createElement("mtable", { className: "formula-cases" }, ...lines);
}
