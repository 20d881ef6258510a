/** Small variants of a dataset, in which the answer of the model is known. Each function answers a copy. */
import { ALL_MINERALS } from "../dataset/dataset-files.ts";
import type { BaseYearValue, Dataset, Mineral, Parameter } from "../dataset/dataset.ts";

/** One value of `key` everywhere, whatever rows the dataset has. */
export function withParameters(dataset: Dataset, values: Readonly<Record<string, number>>): Dataset {
  const added = Object.entries(values).map(([key, value]): Parameter => ({
    mineral: ALL_MINERALS,
    stage: "",
    key,
    value,
    low: null,
    high: null,
    unit: "",
    grade: "definition",
    source: "",
    note: "",
  }));
  return { ...dataset, parameters: [...dataset.parameters.filter(({ key }) => !(key in values)), ...added] };
}

/** The named base-year quantities get these values at every stage of every mineral that has them. */
export function withBaseYear(dataset: Dataset, values: Readonly<Record<string, number>>): Dataset {
  return {
    ...dataset,
    baseYearValues: dataset.baseYearValues.map((row) => (row.quantity in values ? { ...row, value: values[row.quantity]! } : row)),
  };
}

/** One mineral, cut down to its processing stage: demand there, nothing asked by later stages. */
export function processingOnly(dataset: Dataset, mineral: Mineral): Dataset {
  const stage = processingStage(dataset, mineral);
  const one: Mineral = { ...mineral, stages: [stage], recyclingStage: stage, headlineStage: stage, publishedBasisStage: stage };
  const alone = (row: BaseYearValue): BaseYearValue => ({ ...row, stage, value: row.quantity === "feed_to_next_stage" ? 0 : row.value });
  return {
    ...onlyMineral(dataset, one),
    baseYearValues: dataset.baseYearValues.filter((row) => row.mineral === mineral.id && (row.stage === stage || row.quantity === "in_use_factor")).map(alone),
    suppliers: dataset.suppliers.filter((row) => row.mineral === mineral.id && row.stage === stage),
    projects: dataset.projects.filter((row) => row.mineral === mineral.id && row.stage === stage),
  };
}

/** The dataset with one mineral. */
export function onlyMineral(dataset: Dataset, mineral: Mineral): Dataset {
  return {
    ...dataset,
    minerals: [mineral],
    baseYearValues: dataset.baseYearValues.filter((row) => row.mineral === mineral.id),
    suppliers: dataset.suppliers.filter((row) => row.mineral === mineral.id),
    parameters: dataset.parameters.filter((row) => row.mineral === mineral.id || row.mineral === ALL_MINERALS),
    projects: dataset.projects.filter((row) => row.mineral === mineral.id),
  };
}

/** Demand and prices abroad stay as in the base year, in every world. */
export const flat = (dataset: Dataset): Dataset => growing(dataset, 0);

/** Demand grows by `yearly` (0.03 = 3 % a year) for ever; prices stay. */
export function growing(dataset: Dataset, yearly: number): Dataset {
  return {
    ...dataset,
    worldSeries: dataset.worldSeries.map((row) => ({
      ...row,
      values: dataset.anchorYears.map((year) => (row.variable === "demand_index" ? (1 + yearly) ** (year - dataset.baseYear) : 1)),
    })),
  };
}

/** No projects, no entry of its own: capacity moves only by policy. */
export const withoutEntry = (dataset: Dataset): Dataset => ({ ...withParameters(dataset, { x0_entry: 0, iota: 0 }), projects: [] });

/** Imports are the only supply. */
export const importsOnly = (dataset: Dataset): Dataset => withParameters(withBaseYear(withoutEntry(dataset), { capacity: 0 }), { c0: 0 });

export const lasting = (dataset: Dataset, months: number): Dataset => ({ ...dataset, months });

/** The first mineral with demand and a non-allied supplier at processing, and a collection rate that policy can raise. */
export function probeMineral(dataset: Dataset): Mineral {
  const found = dataset.minerals.find((mineral) => {
    const stage = processingStage(dataset, mineral);
    const demand = dataset.baseYearValues.find((row) => row.mineral === mineral.id && row.stage === stage && row.quantity === "demand")?.value ?? 0;
    const hasTop = dataset.suppliers.some((row) => row.mineral === mineral.id && row.stage === stage && !row.isAlly && row.importSharePct > 20);
    return demand > 0 && hasTop && parameterOf(dataset, mineral.id, "c_max") - parameterOf(dataset, mineral.id, "c0") > 0.2;
  });
  if (!found) throw new Error("the dataset has no mineral that the checks can work on");
  return found;
}

export function processingStage(dataset: Dataset, mineral: Mineral): string {
  const processing = new Set(dataset.stages.filter(({ role }) => role === "processing").map(({ id }) => id));
  const stage = mineral.stages.find((id) => processing.has(id));
  if (stage === undefined) throw new Error(`${mineral.id} has no processing stage`);
  return stage;
}

/** A mineral-level parameter of the dataset. */
export function parameterOf(dataset: Dataset, mineral: string, key: string): number {
  const at = (m: string) => dataset.parameters.find((row) => row.key === key && row.mineral === m && row.stage === "");
  const row = at(mineral) ?? at(ALL_MINERALS);
  if (!row) throw new Error(`no parameter ${key} of ${mineral}`);
  return row.value;
}
