/**
 * A dataset made ready to run: structure (chains, suppliers, projects, worlds) plus where each parameter stands in a parameter vector.
 * Built once per dataset; an ensemble draw or an assumption override is another vector, not another model.
 */
import type { Dataset, Mineral, StageRole, Supplier } from "../dataset/dataset.ts";
import { engineKeys, OTHER_SUPPLIERS } from "../dataset/engine-keys.ts";
import { monthIndex, yearOf } from "../time.ts";
import { parameterKeys } from "./parameters.ts";
import type { ParameterRows } from "./parameters.ts";
import { monthlyIndex } from "./world-index.ts";

/** One stage of one mineral's chain. */
export interface StageModel {
  /** Position among all stages of all minerals. */
  readonly index: number;
  readonly mineral: number;
  readonly id: string;
  readonly role: StageRole;
  readonly suppliers: readonly SupplierModel[];
  /** Base-year balance: t/yr, government stock in t. */
  readonly demand: number;
  readonly feed: number;
  readonly capacity: number;
  readonly governmentStock: number;
  readonly parameters: ParameterRows;
}

export interface SupplierModel {
  readonly iso3: string;
  /** w0, share of imports 0–1. */
  readonly share: number;
  /** Share of world supply 0–1; 0 where it is not known. */
  readonly worldShare: number;
  readonly risk: number;
  readonly isAlly: boolean;
  /** The row that stands for all countries not named: never a target of tariffs or diversification. */
  readonly isRest: boolean;
}

export interface ProjectModel {
  /** Month number in which it enters; never negative. */
  readonly month: number;
  /** Position of its stage in the chain. */
  readonly stage: number;
  /** capacity × realisation, t/yr. */
  readonly capacity: number;
  readonly enters: "ramp" | "construction" | "permitting";
}

export interface MineralModel {
  readonly index: number;
  readonly id: string;
  /** Upstream first. */
  readonly stages: readonly StageModel[];
  /** Positions in `stages`. */
  readonly recyclingStage: number;
  readonly processingStage: number;
  readonly publishedBasisStage: number;
  readonly publishedBasisKind: "stage" | "chain";
  readonly publishedCountsSecondary: number;
  /** θ: share of demand by priority class, in the dataset's order. */
  readonly classShares: Float64Array;
  /** Tonnes entering the in-use stock per tonne of home demand. */
  readonly inUseFactor: number;
  /** In the order of their months. */
  readonly projects: readonly ProjectModel[];
  readonly parameters: ParameterRows;
  readonly recyclingParameters: ParameterRows;
}

export interface WorldModel {
  /** One monthly index per mineral. */
  readonly demand: readonly Float64Array[];
  readonly price: readonly Float64Array[];
}

export interface Model {
  readonly dataset: Dataset;
  readonly months: number;
  /** Calendar years of the annual indicators. */
  readonly years: readonly number[];
  readonly minerals: readonly MineralModel[];
  /** All stages of all minerals, in the order of the minerals. */
  readonly stages: readonly StageModel[];
  /** Indices of a world, worked out when it is first asked for; undefined where the dataset has no such world. Throws as `compileModel` does. */
  readonly world: (id: string) => WorldModel | undefined;
  readonly globalParameters: ParameterRows;
  /** The dataset's own parameter vector: one value per row of `dataset.parameters`. */
  readonly parameterValues: Float64Array;
  readonly mineralIndex: ReadonlyMap<string, number>;
  readonly leverIndex: ReadonlyMap<string, number>;
}

/** Compiles a checked dataset (`shared/dataset/check-dataset.ts`). Throws where the dataset lacks what its check demands. */
export function compileModel(dataset: Dataset): Model {
  const find = rowFinder(dataset);
  const roles = new Map(dataset.stages.map((stage) => [stage.id, stage.role]));
  const base = new Map(dataset.baseYearValues.map((row) => [`${row.mineral}|${row.stage}|${row.quantity}`, row.value]));
  const suppliers = Map.groupBy(dataset.suppliers, (row) => `${row.mineral}|${row.stage}`);
  const recyclingId = dataset.stages.find((stage) => stage.role === "recycling")?.id ?? "";

  const baseValue = (mineral: string, stage: string, quantity: string): number =>
    base.get(`${mineral}|${stage}|${quantity}`) ?? missing(`base-year ${quantity} of ${mineral} at ${stage}`);

  let stageCount = 0;
  const minerals = dataset.minerals.map((mineral, index): MineralModel => {
    const stages = mineral.stages.map((id, position): StageModel => ({
      index: stageCount++,
      mineral: index,
      id,
      role: roles.get(id) ?? missing(`stage ${id}`),
      suppliers: (suppliers.get(`${mineral.id}|${id}`) ?? []).map(supplierModel),
      demand: baseValue(mineral.id, id, "demand"),
      feed: baseValue(mineral.id, id, "feed_to_next_stage"),
      capacity: baseValue(mineral.id, id, "capacity"),
      governmentStock: baseValue(mineral.id, id, "government_stock"),
      parameters: find.stage(mineral.id, id, position === 0),
    }));
    if (new Set(stages.map(({ role }) => role)).size < stages.length) missing(`one stage per role in the chain of ${mineral.id}`);
    return {
      index,
      id: mineral.id,
      stages,
      recyclingStage: position(mineral, mineral.recyclingStage),
      processingStage: theOnly(
        stages.flatMap((stage, at) => (stage.role === "processing" ? [at] : [])),
        `processing stage of ${mineral.id}`,
      ),
      publishedBasisStage: position(mineral, mineral.publishedBasisStage),
      publishedBasisKind: mineral.publishedBasisKind,
      publishedCountsSecondary: mineral.publishedCountsSecondary,
      classShares: Float64Array.from(dataset.classes, ({ id }) =>
        mineral.endUses.reduce((sum, use) => (use.priorityClass === id ? sum + use.demandSharePct / 100 : sum), 0),
      ),
      inUseFactor: baseValue(mineral.id, mineral.recyclingStage, "in_use_factor"),
      projects: dataset.projects
        .filter((project) => project.mineral === mineral.id)
        .map((project) => ({
          month: Math.max(0, monthIndex(project.month, dataset.start)),
          stage: position(mineral, project.stage),
          capacity: project.capacityTPerYr * project.realisation,
          enters: project.enters,
        }))
        .toSorted((a, b) => a.month - b.month),
      parameters: find.mineral(mineral.id),
      recyclingParameters: find.recycling(mineral.id, recyclingId),
    };
  });

  const startYear = yearOf(dataset.start);
  return {
    dataset,
    months: dataset.months,
    years: Array.from({ length: dataset.months / 12 }, (_, y) => startYear + y),
    minerals,
    stages: minerals.flatMap((mineral) => mineral.stages),
    world: worldFinder(dataset, startYear),
    globalParameters: find.global(),
    parameterValues: Float64Array.from(dataset.parameters, (row) => row.value),
    mineralIndex: new Map(minerals.map((mineral) => [mineral.id, mineral.index])),
    leverIndex: new Map(dataset.levers.map((lever, i) => [lever.id, i])),
  };
}

function supplierModel(row: Supplier): SupplierModel {
  return {
    iso3: row.iso3,
    share: row.importSharePct / 100,
    worldShare: (row.worldSharePct ?? 0) / 100,
    risk: row.riskWeight,
    isAlly: row.isAlly,
    isRest: row.iso3 === OTHER_SUPPLIERS,
  };
}

function worldFinder(dataset: Dataset, startYear: number): Model["world"] {
  const found = new Map<string, WorldModel>();
  const known = new Set(dataset.worlds.map(({ id }) => id));
  return (id) => {
    if (!known.has(id)) return undefined;
    const world = found.get(id) ?? worldModel(dataset, id, startYear);
    found.set(id, world);
    return world;
  };
}

function worldModel(dataset: Dataset, world: string, startYear: number): WorldModel {
  const series = (variable: "demand_index" | "price_index"): Float64Array[] =>
    dataset.minerals.map(({ id }) => {
      const row = dataset.worldSeries.find((one) => one.world === world && one.mineral === id && one.variable === variable);
      return monthlyIndex(dataset.anchorYears, (row ?? missing(`${variable} of ${id} in ${world}`)).values, startYear, dataset.months);
    });
  return { demand: series("demand_index"), price: series("price_index") };
}

/** Look-up order of section 2: (mineral, stage) → (mineral, "") → ("all", stage) → ("all", ""); the mineral level skips the stages. */
function rowFinder(dataset: Dataset) {
  const rowOf = new Map(dataset.parameters.map((row, i) => [`${row.mineral}|${row.stage}|${row.key}`, i]));
  const resolve = (keys: readonly string[], what: string, places: readonly string[], fixed: Readonly<Record<string, number>>): ParameterRows => {
    const found = keys.map((key) => (key in fixed ? undefined : places.map((at) => rowOf.get(`${at}|${key}`)).find((row) => row !== undefined)));
    return {
      keys,
      rows: Int32Array.from(found, (row) => row ?? -1),
      fixed: Float64Array.from(keys, (key, i) =>
        found[i] === undefined ? (fixed[key] ?? engineKeys[key]?.fallback ?? missing(`parameter ${key} of ${what}`)) : NaN,
      ),
    };
  };
  return {
    global: () => resolve(parameterKeys.global, "the country", ["all|"], {}),
    mineral: (mineral: string) => resolve(parameterKeys.mineral, mineral, [`${mineral}|`, "all|"], {}),
    recycling: (mineral: string, stage: string) =>
      resolve(parameterKeys.recycling, `${mineral} at ${stage}`, [`${mineral}|${stage}`, `${mineral}|`, `all|${stage}`, "all|"], {}),
    stage: (mineral: string, stage: string, isFirst: boolean) =>
      resolve(parameterKeys.stage, `${mineral} at ${stage}`, [`${mineral}|${stage}`, `${mineral}|`, `all|${stage}`, "all|"], isFirst ? { yield: 1 } : {}),
  };
}

function position(mineral: Mineral, stage: string): number {
  const at = mineral.stages.indexOf(stage);
  return at < 0 ? missing(`stage ${stage} of ${mineral.id}`) : at;
}

function theOnly(found: readonly number[], what: string): number {
  return found.length === 1 ? found[0]! : missing(what);
}

function missing(what: string): never {
  throw new Error(`the dataset lacks its ${what}; check it before compiling`);
}
