/** Assumptions of a scenario beside the dataset's own values, for people and for machines. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { findParameter } from "../../shared/dataset/parameter-lookup.ts";
import { parameterUnit } from "../../shared/format/unit-words.ts";
import type { Assumption } from "../../shared/scenario/scenario.ts";

export interface ListedAssumption extends Assumption {
  /** null = the dataset has no such row any more. */
  readonly unit: string | null;
  readonly dataset_value: number | null;
}

export const listedAssumptions = (assumptions: readonly Assumption[], dataset: Pick<Dataset, "parameters" | "currency">): readonly ListedAssumption[] =>
  assumptions.map((one) => {
    const row = findParameter(dataset.parameters, one.mineral, one.stage, one.key);
    return { ...one, unit: row ? parameterUnit(row, dataset) : null, dataset_value: row?.value ?? null };
  });

/** One text each: "all x0_entry: 0.08 pull on starts (dataset: 0.04)". */
export const assumptionTexts = (assumptions: readonly Assumption[], dataset: Pick<Dataset, "parameters" | "currency">): readonly string[] =>
  listedAssumptions(assumptions, dataset).map(({ mineral, stage, key, value, unit, dataset_value: own }) => {
    const name = [mineral, stage, key].filter((part) => part !== "").join(" ");
    return `${name}: ${value}${unit === null || unit === "" ? "" : ` ${unit}`}${own === null ? "" : ` (dataset: ${own})`}`;
  });
