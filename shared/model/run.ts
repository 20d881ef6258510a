/**
 * Everything a run writes into, allocated once by `createRun` and filled again by every `simulate`: state, monthly records, annual indicators.
 * State stands in objects with named fields. V8 gives each field of doubles a box of its own and overwrites what is in it, so a month of a run
 * allocates nothing; it does so from the start for fields that begin as NaN, which is no small integer.
 */
import { createAnnual } from "./annual-layout.ts";
import type { Annual } from "./annual-layout.ts";
import { engineLevers } from "../lever/lever-catalogue.ts";
import type { EngineLever } from "../lever/lever-catalogue.ts";
import type { Model } from "./compile-model.ts";
import { MineralRun } from "./mineral-run.ts";
import { RECORD } from "./month-record.ts";
import { GlobalParameters } from "./parameters.ts";
import type { StageRun } from "./stage-run.ts";

/** A lever's effective value differs from the month before. */
export const LEVERS_CHANGE = 1;
/** A multiplier of step 1 differs from the month before. */
export const MULTIPLIERS_CHANGE = 2;

export interface Run {
  readonly model: Model;
  readonly p: GlobalParameters;
  readonly minerals: readonly MineralRun[];
  /** All stages of all minerals, in the order of the minerals. */
  readonly stages: readonly StageRun[];

  /** The parameter vector that stands in the parameter fields now; NaN until there is one. */
  readonly loadedVector: Float64Array;

  /** Step 1 by month: shares permit and transp; hI, hH; aφ/φ. */
  readonly permit: Float64Array;
  readonly transparency: Float64Array;
  readonly infrastructureGain: Float64Array;
  readonly hubGain: Float64Array;
  readonly grantReach: Float64Array;
  /** What differs from the month before: bits LEVERS_CHANGE and MULTIPLIERS_CHANGE. */
  readonly policyChanges: Uint8Array;

  /** Monthly records (monthly.ts). */
  readonly stageMonths: Float64Array;

  /** Position of each lever's cost line; -1 where the dataset lacks the lever. */
  readonly costLine: Readonly<Record<EngineLever, number>>;
  /** Public cost by month, $M. */
  readonly publicCost: Float64Array;
  readonly annual: Annual;
}

/** Allocates a run of `model`. It may be filled any number of times; readers of it see its latest content. */
export function createRun(model: Model): Run {
  const { months } = model;
  const byMonth = (): Float64Array => new Float64Array(months);
  const minerals = model.minerals.map((mineral) => new MineralRun(mineral, model.years.length));
  return {
    model,
    p: new GlobalParameters(),
    minerals,
    stages: minerals.flatMap((mineral) => mineral.stages),
    loadedVector: new Float64Array(model.parameterValues.length).fill(NaN),
    permit: byMonth(),
    transparency: byMonth(),
    infrastructureGain: byMonth(),
    hubGain: byMonth(),
    grantReach: byMonth(),
    policyChanges: new Uint8Array(months),
    stageMonths: new Float64Array(model.stages.length * months * RECORD),
    costLine: Object.fromEntries(engineLevers.map((lever) => [lever, model.leverIndex.get(lever) ?? -1])) as Record<EngineLever, number>,
    publicCost: byMonth(),
    annual: createAnnual(model),
  };
}
