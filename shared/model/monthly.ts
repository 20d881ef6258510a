/**
 * Monthly series of a run: one record of doubles per stage and month, one per mineral and month, side by side in memory.
 * Flows are of the month; industry and government stock, premium, capacity and pipeline are at its end (specification, section 5.1).
 */
import type { MineralRun, Run, StageRun } from "./run.ts";

/** Quantities of a stage by the specification's symbols, with their place in a record. It = I alone, Ct = ally offtake C, pi = premium π. */
export const stageQuantities = ["Q", "R", "It", "Ct", "X", "D", "Dref", "F", "unmet", "V", "G", "pi", "K", "P", "starts", "pipeline"] as const;
/** E, collected, R, then c, ρ, σ, a at the start of the month, then scrap Z, recycling capacity KR and in-use stock at its end. */
export const mineralQuantities = ["E", "collected", "R", "c", "rho", "sigma", "a", "Z", "KR", "U"] as const;

export type StageQuantity = (typeof stageQuantities)[number];
export type MineralQuantity = (typeof mineralQuantities)[number];

export const STAGE_RECORD = stageQuantities.length;
export const MINERAL_RECORD = mineralQuantities.length;

/** Writes the month that `c` has just been through; `at` is the start of its record. */
export function recordStage(out: Float64Array, at: number, c: StageRun): void {
  out[at] = c.output;
  out[at + 1] = c.recycled;
  out[at + 2] = c.imports;
  out[at + 3] = c.allyImports;
  out[at + 4] = c.exports;
  out[at + 5] = c.demand;
  out[at + 6] = c.demandReference;
  out[at + 7] = c.feed;
  out[at + 8] = c.unmet;
  out[at + 9] = c.industryStock;
  out[at + 10] = c.governmentStock;
  out[at + 11] = c.premium;
  out[at + 12] = c.capacity;
  out[at + 13] = c.price;
  out[at + 14] = c.starts;
  out[at + 15] = c.permitting1 + c.permitting2 + c.permitting3 + c.construction1 + c.construction2 + c.construction3 + c.rampUp1 + c.rampUp2;
}

/** Writes what E1 leaves of the month, before the slow states move: the rates at its start. */
export function recordMineralStart(out: Float64Array, at: number, m: MineralRun): void {
  out[at] = m.endOfLife;
  out[at + 1] = m.collected;
  out[at + 2] = m.recycled;
  out[at + 3] = m.collectionRate;
  out[at + 4] = m.recoveryYield;
  out[at + 5] = m.substituted;
  out[at + 6] = m.cleanPractice;
}

/** Writes the stocks at the end of the month. */
export function recordMineralEnd(out: Float64Array, at: number, m: MineralRun): void {
  out[at + 7] = m.scrap;
  out[at + 8] = m.recyclingCapacity;
  let inUse = 0;
  for (let i = 0; i < m.inUseOrder; i++) inUse += m.inUse[i]!;
  out[at + 9] = inUse;
}

/** A copy of one monthly series of a stage, `model.months` long. */
export function monthlyOfStage(run: Run, mineral: string, stage: string, quantity: StageQuantity): Float64Array {
  const index = run.model.stages.findIndex((one) => one.id === stage && run.model.minerals[one.mineral]!.id === mineral);
  if (index < 0) throw new Error(`no stage ${stage} of ${mineral}`);
  const offset = index * run.model.months * STAGE_RECORD + stageQuantities.indexOf(quantity);
  return Float64Array.from({ length: run.model.months }, (_, t) => run.stageMonths[offset + t * STAGE_RECORD]!);
}

/** A copy of one monthly series of a mineral, `model.months` long. */
export function monthlyOfMineral(run: Run, mineral: string, quantity: MineralQuantity): Float64Array {
  const index = run.model.mineralIndex.get(mineral);
  if (index === undefined) throw new Error(`no mineral ${mineral}`);
  const offset = index * run.model.months * MINERAL_RECORD + mineralQuantities.indexOf(quantity);
  return Float64Array.from({ length: run.model.months }, (_, t) => run.mineralMonths[offset + t * MINERAL_RECORD]!);
}
