/** Shards of an ensemble on disk. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type EnsemblePart, type LoadedPart, PART_FORMAT } from "../../shared/analysis/ensemble/ensemble-part.ts";
import { parsePart } from "../../shared/analysis/ensemble/ensemble-part.schema.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/scenario/scenario-file-text.ts";
import { isSystemError, systemReason, writeAtomic } from "../files/write-atomic.ts";

const BYTES = Float64Array.BYTES_PER_ELEMENT;
/** Values in one file: its text stays below what one string can hold. */
export const MAX_PART_VALUES = 30_000_000;

/** Writes a part whole or not at all; the same runs give the same bytes. */
export function writePart(file: string, part: Omit<EnsemblePart, "values">, columns: readonly Float64Array[]): Result<null, AppError> {
  const values = columns.map((column) => {
    const bytes = Buffer.alloc(column.length * BYTES);
    column.forEach((value, r) => bytes.writeDoubleLE(value, r * BYTES));
    return bytes.toString("base64");
  });
  return writeAtomic(file, `${canonicalJson({ ...part, values })}\n`);
}

/** A checked part; or a sentence that names the file and what is wrong with it. */
export function readPart(path: string): Result<LoadedPart, string> {
  const file = basename(path);
  const parsed = readJson(path, file);
  if (!parsed.ok) return parsed;
  if (typeof parsed.value !== "object" || parsed.value === null || !("format" in parsed.value) || parsed.value.format !== PART_FORMAT)
    return err(`${file} is not a part of an ensemble; write one with planner ensemble --out.`);
  const part = parsePart(parsed.value);
  if (!part.ok) return err(`${file} cannot be read as a part of an ensemble: ${part.error}.`);
  const columns: Float64Array[] = [];
  for (const text of part.value.values) {
    const bytes = Buffer.from(text, "base64");
    if (bytes.length % BYTES !== 0) return err(`${file} is damaged: a series ends in the middle of a number.`);
    const column = new Float64Array(bytes.length / BYTES);
    for (let r = 0; r < column.length; r++) column[r] = bytes.readDoubleLE(r * BYTES);
    columns.push(column);
  }
  return ok({ file, part: part.value, columns });
}

function readJson(path: string, file: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, "utf8")) as unknown);
  } catch (error) {
    if (isSystemError(error)) return err(`${file} could not be read: ${systemReason(error)}.`);
    if (error instanceof SyntaxError) return err(`${file} is not JSON: ${error.message}.`);
    throw error;
  }
}
