/** Shards of an ensemble: what was run, which run numbers, and every value. Shards of one study say the same about everything but their runs. */
import { err, ok, type Result } from "../../result.ts";
import { sameValue } from "../../scenario/same-value.ts";
import { runsOfColumns, type SampledRuns } from "./ensemble.ts";
import type { StudyPlan } from "./ensemble-study.ts";

export const PART_FORMAT = "lodestone-ensemble";
export const PART_VERSION = 1;

export interface EnsemblePart {
  readonly format: typeof PART_FORMAT;
  readonly version: typeof PART_VERSION;
  readonly planner: { readonly model_version: string; readonly data_vintage: string };
  readonly study: StudyPlan;
  /** Run numbers from `from` up to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** One text per series (scenario × outcome × year): its runs as little-endian doubles in base 64. */
  readonly values: readonly string[];
}

/** A part that was read from a file, with its numbers. */
export interface LoadedPart {
  readonly file: string;
  readonly part: EnsemblePart;
  readonly columns: readonly Float64Array[];
}

export interface MergedParts {
  readonly part: Omit<EnsemblePart, "values">;
  readonly columns: readonly Float64Array[];
  readonly sampled: SampledRuns;
}

/** Parts of one study put together in the order of their runs; or which file does not belong, and why. */
export function mergeParts(loaded: readonly LoadedPart[]): Result<MergedParts, string> {
  const sorted = loaded.toSorted((a, b) => a.part.from - b.part.from);
  const [first] = sorted;
  if (first === undefined) return err("there is nothing to merge.");
  for (const { file, part, columns } of sorted) {
    const series = part.study.scenarios.length * part.study.outcomes.length * part.study.years.length;
    if (part.to <= part.from || columns.length !== series || columns.some((column) => column.length !== part.to - part.from))
      return err(`${file} does not hold the runs that it names.`);
    if (!sameValue(part.planner, first.part.planner)) return err(`${file} was computed by another model or on other data than ${first.file}.`);
    if (!sameValue(part.study, first.part.study)) return err(`${file} belongs to another study than ${first.file}: seed, scenarios or outcomes differ.`);
  }
  for (const [i, { file, part }] of sorted.slice(1).entries()) {
    const before = sorted[i]!;
    if (part.from < before.part.to) return err(`${file} and ${before.file} both hold run ${part.from}.`);
    if (part.from > before.part.to) return err(`runs ${before.part.to} to ${part.from - 1} are missing between ${before.file} and ${file}.`);
  }
  const { values: _values, ...rest } = first.part;
  const to = sorted.at(-1)!.part.to;
  const columns = first.columns.map((_, s) => {
    const column = new Float64Array(to - first.part.from);
    for (const { part, columns: own } of sorted) column.set(own[s]!, part.from - first.part.from);
    return column;
  });
  return ok({ part: { ...rest, to }, columns, sampled: runsOfColumns(columns, columns.length / first.part.study.scenarios.length) });
}
