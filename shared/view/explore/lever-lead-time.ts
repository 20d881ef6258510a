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
  const each = found.map(({ key, rows }): LeadTime => ({
    name: `${parameterName(key)}${where}`,
    text: rangeText(
      rows.map(({ value }) => value),
      parameterUnit(rows[0]!, dataset),
    ),
    sources: sourcesOf(rows),
  }));
  if (each.length < 2) return each;
  const sums = minerals.map((_, at) => found.reduce((sum, { rows }) => sum + rows[at]!.value, 0));
  return [{ name: `All steps${where}`, text: rangeText(sums, parameterUnit(found[0]!.rows[0]!, dataset)), sources: [] }, ...each];
}

function rangeText(values: readonly number[], unit: string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${exactNumberText(least)} ${unit}` : `${exactNumberText(least)} to ${exactNumberText(most)} ${unit}, by mineral`;
}

const sourcesOf = (rows: readonly Parameter[]): LeadTime["sources"] => [
  ...new Map(rows.map(({ grade, source }) => [`${grade} ${source}`, { grade, text: source }])).values(),
];
