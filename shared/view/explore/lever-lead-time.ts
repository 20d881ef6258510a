/** How long a lever takes in the model, from the parameters of the dataset, with where each figure comes from. */
import type { Dataset, Grade, Mineral, Parameter } from "../../dataset/dataset.ts";
import { findParameter } from "../../dataset/parameter-lookup.ts";
import { exactNumberText } from "../../format/number.ts";
import { parameterUnit } from "../../format/unit-words.ts";
import { inSentence } from "../../format/words.ts";
import { leverRow } from "../../lever/lever-catalogue.ts";
import { parameterName } from "../data/data-parameter-names.ts";

export interface LeadTime {
  /** "Permitting time, mining" */
  readonly name: string;
  /** "24 to 54 months, by mineral" */
  readonly text: string;
  /** What passes the step: "Mining"; "" where it is of no stage. */
  readonly stage: string;
  readonly months: { readonly least: number; readonly most: number };
  /** Each once, in the order of the minerals; empty for a sum. */
  readonly sources: readonly { readonly grade: Grade; readonly text: string }[];
}

/** Steps of the lever; several steps begin with what they add up to. Empty where the dataset records none. */
export function leadTimes(dataset: Pick<Dataset, "currency" | "minerals" | "stages" | "parameters">, leverId: string): readonly LeadTime[] {
  const steps = leverRow(leverId)?.delays;
  if (!steps) return [];
  const stage = steps.role === undefined ? null : dataset.stages.find(({ role }) => role === steps.role);
  if (stage === undefined) return [];
  const passes = ({ stages }: Mineral): boolean => stage === null || stage.role === "recycling" || stages.includes(stage.id);
  const minerals = dataset.minerals.filter(passes);
  const where = stage === null ? "" : `, ${inSentence(stage.label)}`;
  const found = steps.keys.map((key) => ({ key, rows: minerals.flatMap(({ id }) => findParameter(dataset.parameters, id, stage?.id ?? "", key) ?? []) }));
  if (minerals.length === 0 || found.some(({ rows }) => rows.length < minerals.length)) return [];
  const timeOf = (name: string, values: readonly number[], unit: string): Omit<LeadTime, "sources"> => {
    const months = { least: Math.min(...values), most: Math.max(...values) };
    return { name: `${name}${where}`, text: rangeText(months, unit), stage: stage?.label ?? "", months };
  };
  const unit = parameterUnit(found[0]!.rows[0]!, dataset);
  const each = found.map(({ key, rows }): LeadTime => ({
    ...timeOf(
      parameterName(key),
      rows.map(({ value }) => value),
      parameterUnit(rows[0]!, dataset),
    ),
    sources: sourcesOf(rows),
  }));
  if (each.length < 2) return each;
  const sums = minerals.map((_, at) => found.reduce((sum, { rows }) => sum + rows[at]!.value, 0));
  return [{ ...timeOf("All steps", sums, unit), sources: [] }, ...each];
}

const rangeText = ({ least, most }: LeadTime["months"], unit: string): string =>
  least === most ? `${exactNumberText(least)} ${unit}` : `${exactNumberText(least)} to ${exactNumberText(most)} ${unit}, by mineral`;

const sourcesOf = (rows: readonly Parameter[]): LeadTime["sources"] => [
  ...new Map(rows.map(({ grade, source }) => [`${grade} ${source}`, { grade, text: source }])).values(),
];
