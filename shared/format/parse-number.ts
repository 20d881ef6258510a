/** Numbers that people type: thousands separators, decimal comma, unit or currency left in, typographic minus. */
import type { Lever } from "../dataset/dataset.ts";
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { leverUnit, leverValueText } from "./lever-text.ts";
import { exactNumberText } from "./number.ts";

/**
 * Reads a number; null where the text is not exactly one. "1,200" and "1 200" are thousands, "1,5" and "0,125" have a decimal comma,
 * "1.200,5" and "1,200.5" are both 1200.5. The point alone is always decimal.
 */
export function parseNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u2009\u202f'’]/g, "").replace(/^[−–]/, "-");
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(compact);
  if (!match) return null;
  const digits = plainDecimal(match[2]!);
  if (digits === null) return null;
  const value = Number(digits);
  return match[1] === "-" && value !== 0 ? -value : value;
}

function plainDecimal(body: string): string | null {
  const commas = body.split(",").length - 1;
  const points = body.split(".").length - 1;
  if (commas > 0 && points > 0) {
    const commaIsDecimal = body.lastIndexOf(",") > body.lastIndexOf(".");
    return commaIsDecimal ? grouped(body, ".", ",") : grouped(body, ",", ".");
  }
  if (commas > 0) return /^[1-9]\d{0,2}(,\d{3})+$/.test(body) ? body.replaceAll(",", "") : grouped(body, "", ",");
  return points > 1 ? grouped(body, ".", "") : body;
}

/** Removes `separator` where it parts groups of three and turns `decimal` into a point; null where the groups are wrong. */
function grouped(body: string, separator: string, decimal: string): string | null {
  const parts = decimal === "" ? [body] : body.split(decimal);
  if (parts.length > 2) return null;
  const [whole = "", fraction] = parts;
  if (separator !== "" && whole.includes(separator)) {
    const groups = whole.split(separator);
    const isGrouped = /^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((group) => /^\d{3}$/.test(group));
    if (!isGrouped) return null;
  }
  const plain = separator === "" ? whole : whole.replaceAll(separator, "");
  return fraction === undefined ? plain : /^\d*$/.test(fraction) ? `${plain || "0"}.${fraction}` : null;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Around each number: {"", " days"}, {"$", " m/yr"}. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A number inside the bounds, or the sentence to show: "Enter 0 to 365 days. Still 180 days." `still` is the value that stays, as text. */
export function parseBounded(text: string, bounds: Bounds, still: string): Result<number, string> {
  const value = parseNumber(withoutUnit(text, bounds)) ?? inOtherMagnitude(text, bounds);
  if (value !== null && value >= bounds.min && value <= bounds.max) return ok(value);
  const range = `${bounds.prefix}${exactNumberText(bounds.min)} to ${bounds.prefix}${exactNumberText(bounds.max)}${bounds.suffix}`;
  return err(`Enter ${range}. Still ${still}.`);
}

/** Money in millions where billions are asked for, or the other way round: "1.2 bn" for a field in "m/yr"; null for anything else. */
function inOtherMagnitude(text: string, { prefix, suffix }: Bounds): number | null {
  const asked = MILLIONS.get(firstWord(suffix));
  const [, number = "", typed = ""] = /^(.*?)\s*\b(m|bn)(?:\s*(?:\/\s*yr|a year))?$/i.exec(text.trim().replace(/(\d)(?=[a-z])/i, "$1 ")) ?? [];
  const given = MILLIONS.get(typed.toLowerCase());
  if (prefix === "" || asked === undefined || given === undefined) return null;
  const value = parseNumber(withoutUnit(number, { prefix, suffix: "" }));
  return value === null ? null : (value * given) / asked;
}

const MILLIONS: ReadonlyMap<string, number> = new Map([
  ["m", 1],
  ["bn", 1000],
]);

const firstWord = (suffix: string): string => /^[^\s/]*/.exec(suffix.trim())?.[0] ?? "";

/** What was typed into a lever's number field. */
export const parseLeverValue = (text: string, lever: Pick<Lever, "unit" | "min" | "max">, current: number): Result<number, string> =>
  parseBounded(text, { min: lever.min, max: lever.max, ...leverUnit(lever.unit) }, leverValueText(lever, current));

/** The unit as it stands, or its first word alone: "days", "bn" of "bn a year", "m" of "m/yr". */
function withoutUnit(text: string, { prefix, suffix }: Pick<Bounds, "prefix" | "suffix">): string {
  let rest = text.trim();
  const unit = [suffix.trim(), firstWord(suffix)].find((each) => each !== "" && rest.toLowerCase().endsWith(each.toLowerCase()));
  if (unit !== undefined) rest = rest.slice(0, -unit.length).trimEnd();
  const sign = /^[-+−–]/.exec(rest)?.[0] ?? "";
  const body = rest.slice(sign.length).trimStart();
  return prefix !== "" && body.startsWith(prefix) ? sign + body.slice(prefix.length) : rest;
}
