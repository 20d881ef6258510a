/** Small sentence parts: lists, names inside sentences, verbs that agree with a label. */
import { yearOf } from "../time.ts";
import { numberText } from "./number.ts";
import type { YearMonth } from "../time.ts";

/** "a", "a and b", "a, b and c" */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** "1 scenario", "10,000 scenarios" */
export const countText = (count: number, noun: string): string => `${numberText(count, 0)} ${noun}${count === 1 ? "" : "s"}`;

/** "the one world", "both worlds", "all 9 worlds" */
export const allText = (count: number, noun: string): string =>
  count === 1 ? `the one ${noun}` : count === 2 ? `both ${noun}s` : `all ${countText(count, noun)}`;

/** A name in the middle of a sentence: "Rare earths" → "rare earths"; "USGS …" and "R&D" keep their capitals. */
export function inSentence(name: string): string {
  const first = /^\S*/.exec(name)?.[0] ?? "";
  const isOrdinaryWord = /^[A-Z][a-z\-’']*[,;:]?$/.test(first);
  return isOrdinaryWord ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A sentence that begins with `text`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a label takes a plural verb: one of its first two words is a plural ("Imports", "New projects started", "Days of cover"). */
export function isPlural(label: string): boolean {
  const words = label.split(/[\s,]+/).slice(0, 2);
  return words.some((word) => /[a-z]s$/.test(word) && !/(?:ss|us|is)$/.test(word));
}

export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2027" for a January, "July 2027" otherwise. */
export function monthText(month: YearMonth): string {
  const number = Number(month.slice(5, 7));
  return number === 1 ? String(yearOf(month)) : `${MONTHS[number - 1] ?? ""} ${yearOf(month)}`;
}

/** A name where room is short: without what comes after "and", a comma or a bracket. "Natural graphite and anode material" → "Natural graphite". */
export const shortName = (name: string): string => /^(.*?)(?: and |,| \(|$)/.exec(name)?.[1] ?? name;
