/**
 * Draws of uncertain parameters (specification, section 10): triangular between low and high around the value in use, one number per run and
 * parameter, the same for every scenario. All capex rows share one common factor and all t_con rows another (rank correlation 0.5 between any two).
 */
import { engineKeys, orderedKeys } from "../../dataset/engine-keys.ts";
import type { Model } from "../../model/compile-model.ts";
import { parameterUses, parameterVector } from "../../model/parameter-vector.ts";
import type { ParameterRows } from "../../model/parameters.ts";
import type { Assumption } from "../../scenario/scenario.ts";
import { normalCdf, normalQuantile, triangularQuantile } from "./probability.ts";
import { type Dimension, dimension, stratifiedUniform } from "./stratified.ts";

export interface DrawnParameter {
  /** Row of the dataset's parameter table. */
  readonly row: number;
  readonly mineral: string;
  readonly stage: string;
  readonly key: string;
  readonly low: number;
  /** The value in use: the dataset's or an assumption's. */
  readonly mode: number;
  readonly high: number;
}

/** Keys whose rows move together. */
const COMMON_FACTORS: readonly string[] = ["capex", "t_con"];
const RANK_CORRELATION = 0.5;
/** Correlation of normal variables whose ranks correlate by `RANK_CORRELATION` (Pearson 1907): ρ = 2·sin(π·r/6). */
const NORMAL_CORRELATION = 2 * Math.sin((Math.PI * RANK_CORRELATION) / 6);
const COMMON_WEIGHT = Math.sqrt(NORMAL_CORRELATION);
const OWN_WEIGHT = Math.sqrt(1 - NORMAL_CORRELATION);

/**
 * Rows that are drawn: with low and high, read by an equation, no definition, no whole number. An assumption moves the most likely value
 * and widens the range where it lies outside. Assumptions must have passed `parameterVector`.
 */
export function drawnParameters(model: Model, assumptions: readonly Assumption[]): readonly DrawnParameter[] {
  const uses = parameterUses(model);
  const values = vectorOf(model, assumptions);
  return model.dataset.parameters.flatMap(({ mineral, stage, key, low, high, grade }, row) => {
    if (low === null || high === null || grade === "definition" || engineKeys[key]?.range.integer === true || uses[row]!.length === 0) return [];
    const mode = values[row]!;
    return [{ row, mineral, stage, key, low: Math.min(low, mode), mode, high: Math.max(high, mode) }];
  });
}

export interface Sampler {
  readonly parameters: readonly DrawnParameter[];
  /** The parameter vector of run number `run`, in an array that the next draw overwrites. */
  readonly draw: (run: number) => Float64Array;
  /** Where parameter number `i` of `parameters` stands in its distribution in that run: 0–1. */
  readonly position: (i: number, run: number) => number;
}

export function createSampler(model: Model, assumptions: readonly Assumption[], seed: number): Sampler {
  const parameters = drawnParameters(model, assumptions);
  const base = vectorOf(model, assumptions);
  const vector = Float64Array.from(base);
  const own = parameters.map(({ mineral, stage, key }) => dimension(seed, `${mineral}|${stage}|${key}`));
  const common = COMMON_FACTORS.map((key) => dimension(seed, `common|${key}`));
  const factorOf = parameters.map(({ key }) => COMMON_FACTORS.indexOf(key));
  const ordered = orderedRows(model);
  const commonPart = (factor: Dimension, run: number): number => COMMON_WEIGHT * normalQuantile(stratifiedUniform(factor, run));
  /** A position that shares a common factor is uniform again, by way of the normal distribution. */
  const withCommon = (part: number, u: number): number => normalCdf(part + OWN_WEIGHT * normalQuantile(u));
  return {
    parameters,
    position: (i, run) => {
      const u = stratifiedUniform(own[i]!, run);
      const factor = factorOf[i]!;
      return factor < 0 ? u : withCommon(commonPart(common[factor]!, run), u);
    },
    draw: (run) => {
      vector.set(base);
      const parts = common.map((factor) => commonPart(factor, run));
      for (let i = 0; i < parameters.length; i++) {
        const { row, low, mode, high } = parameters[i]!;
        const u = stratifiedUniform(own[i]!, run);
        const factor = factorOf[i]!;
        vector[row] = triangularQuantile(factor < 0 ? u : withCommon(parts[factor]!, u), low, mode, high);
      }
      // An order that the dataset's check demands is kept by lifting the upper to the lower.
      for (const [lower, upper] of ordered) if (vector[upper]! < vector[lower]!) vector[upper] = vector[lower]!;
      return vector;
    },
  };
}

function vectorOf(model: Model, assumptions: readonly Assumption[]): Float64Array {
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) throw new Error("the assumptions do not fit the dataset; check them before drawing");
  return vector.value;
}

/** Pairs of rows that stand in one equation in this order, each once. */
export function orderedRows(model: Model): readonly (readonly [lower: number, upper: number])[] {
  const places: readonly ParameterRows[] = model.minerals.flatMap((mineral) => [mineral.parameters, ...mineral.stages.map((stage) => stage.parameters)]);
  const pairs = new Map<string, readonly [number, number]>();
  for (const { keys, rows } of places) {
    for (const { lower: lowerKey, upper: upperKey } of orderedKeys) {
      const lower = rows[keys.indexOf(lowerKey)] ?? -1;
      const upper = rows[keys.indexOf(upperKey)] ?? -1;
      if (lower >= 0 && upper >= 0) pairs.set(`${lower}|${upper}`, [lower, upper]);
    }
  }
  return [...pairs.values()];
}
