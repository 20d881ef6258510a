/** Which levers are in all packages, which can stand in for each other, which are in none; and what doing without one costs. */
import { leverUnit, leverValueText } from "../../format/lever-text.ts";
import { exactNumberText } from "../../format/number.ts";
import { inSentence, listText } from "../../format/words.ts";
import { costText, type FindContext } from "./find-context.ts";
import type { LeverRole } from "./find-view-types.ts";

export function rolesTitle({ result, nameOf }: FindContext): string {
  const { mustDo, interchangeable, packages } = result;
  if (packages.length < 2) return "The levers of the package";
  const [only, ...more] = mustDo;
  if (only === undefined) return "No lever is in every package";
  if (more.length === 0) return `${nameOf(only)} is in every package`;
  return `${mustDo.length} levers are in every package, ${interchangeable.length} can stand in for each other`;
}

export function rolesSubtitle({ result: { packages, without } }: FindContext): string {
  const what = packages.length < 2 ? "What the package sets" : `Packages that use the lever, of ${packages.length}, and its range`;
  return without.size === 0 ? what : `${what}. “At most”: the cheapest found`;
}

export function leverRoleRows(context: FindContext): readonly LeverRole[] {
  const { mustDo, interchangeable } = context.result;
  const count = ({ used }: LeverRole): number => used.filter(Boolean).length;
  return [
    ...mustDo.map((i) => row(context, i, context.result.without.has(i) ? "must-do" : "in all")),
    ...interchangeable.map((i) => row(context, i, "interchangeable")).toSorted((a, b) => count(b) - count(a)),
  ];
}

function row(context: FindContext, i: number, role: LeverRole["role"]): LeverRole {
  const { result, nameOf, leverOf } = context;
  const lever = leverOf(i);
  const levels = result.packages.map(({ levels: all }) => all[i]!);
  const set = levels.filter((level) => level !== lever.default);
  const [low, high] = [Math.min(...set), Math.max(...set)];
  return {
    key: `${i}`,
    name: nameOf(i),
    range: low === high ? leverValueText(lever, low) : `${leverUnit(lever.unit).prefix}${exactNumberText(low)} to ${leverValueText(lever, high)}`,
    used: levels.map((level) => level !== lever.default),
    role: result.packages.length < 2 ? null : role,
    without: withoutText(context, i),
  };
}

const MOST_INSTEAD = 2;

function withoutText(context: FindContext, i: number): string {
  const { question, result, nameOf } = context;
  const without = result.without.get(i);
  if (without === undefined) return "";
  if (without === null) return question.budget === null ? "no package without it was found" : "no package within the budget was found without it";
  const instead = without.instead.slice(0, MOST_INSTEAD).map((k) => inSentence(nameOf(k)));
  return `without it at most ${costText(without.cost, context)}${instead.length === 0 ? "" : `, with more ${listText(instead)}`}`;
}

/** Levers in no package; apart those that were tried and changed nothing. */
export function unusedLines({ result: { unused, noise }, nameOf }: FindContext): readonly string[] {
  const names = (list: readonly number[]): string => listText(list.map((i) => inSentence(nameOf(i))));
  const others = unused.filter((i) => !noise.includes(i));
  return [
    ...(noise.length === 0 ? [] : [`Tried and taken out, because without them nothing changes: ${names(noise)}.`]),
    ...(others.length === 0 ? [] : [`In none: ${names(others)}.`]),
  ];
}
