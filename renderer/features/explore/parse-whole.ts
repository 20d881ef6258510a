/** Whole numbers that people type, such as years and months. Years carry no thousands separator. */
import { parseNumber } from "../../../shared/format/parse-number.ts";
import { err, ok } from "../../../shared/result.ts";
import type { Result } from "../../../shared/result.ts";

/** The number, or the sentence to show: "Enter 2026 to 2050. Still 2030." `unit` follows the bounds (" months"). */
export function parseWhole(typed: string, min: number, max: number, unit: string, still: string): Result<number, string> {
  const text = typed.trim();
  const bare = unit !== "" && text.toLowerCase().endsWith(unit.trim()) ? text.slice(0, -unit.trim().length) : text;
  const value = parseNumber(bare);
  return value !== null && Number.isInteger(value) && value >= min && value <= max ? ok(value) : err(`Enter ${min} to ${max}${unit}. Still ${still}.`);
}
