/**
 * Monthly series of a run: one record of doubles per stage and month, side by side in memory.
 * Flows are of the month; industry and government stock, premium and capacity are at its end (specification, section 5.1).
 */
import { RECORD, type StageQuantity, stageQuantities } from "./month-record.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

/** Writes the month that `c` has just been through and moves on to the next record. */
export function recordMonth(out: Float64Array, c: StageRun): void {
  const at = c.recordAt;
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
  c.recordAt = at + RECORD;
}

/** A copy of one monthly series of a stage, `model.months` long. */
export function monthlySeries(run: Run, mineral: string, stage: string, quantity: StageQuantity): Float64Array {
  const index = run.model.stages.findIndex((one) => one.id === stage && run.model.minerals[one.mineral]!.id === mineral);
  if (index < 0) throw new Error(`no stage ${stage} of ${mineral}`);
  const offset = index * run.model.months * RECORD + stageQuantities.indexOf(quantity);
  return Float64Array.from({ length: run.model.months }, (_, t) => run.stageMonths[offset + t * RECORD]!);
}
