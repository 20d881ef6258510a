/**
 * State of one mineral during a run: its stages, the world it meets, levers, use and scrap, recycling plants, slow states.
 * Symbols of the specification stand beside the names. `start-run.ts` sets the fields; see `run.ts` for why they begin as NaN.
 */
import type { MineralModel } from "./compile-model.ts";
import { MineralParameters, RecyclingParameters } from "./parameters.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";
import { StageRun } from "./stage-run.ts";

/** Highest order of the delays whose order is a parameter (life_n). */
const MAX_ORDER = 24;

const NOTHING = new Float64Array(0);

export class MineralRun {
  readonly model: MineralModel;
  readonly p = new MineralParameters();
  readonly recycling = new RecyclingParameters();
  readonly stages: readonly StageRun[];
  readonly processing: StageRun;

  // World
  demandIndex: Float64Array;
  priceIndex: Float64Array;

  // Constants of a parameter vector
  /** p_ref of the processing stage, $/kg. */
  processingPrice = NaN;
  /** capexR, $ per t/yr of scrap. */
  recyclingCapex = NaN;
  /** E0, t/month. */
  initialEndOfLife = NaN;
  /** k. */
  inUseOrder = 1;

  // Multipliers of step 1
  /** $M/yr of plant support to t/yr of starts per month. */
  plantScale = NaN;
  recyclingPermitRate = NaN;
  recyclingConstructionRate = NaN;
  recyclingRampRate = NaN;
  /** 1 + hub_rd_max·hH. */
  researchBoost = NaN;
  transparency = NaN;

  // Levers of this month
  levers: ScheduledLever[] = [];
  booksCosts = false;
  /** circ, χ: shares. */
  circular = NaN;
  cleanCredit = NaN;
  /** 1 − exp(−clean_kappa·χ). */
  cleanTarget = NaN;
  /** $M/yr. */
  collectionMoney = NaN;
  plantMoney = NaN;
  substitutionMoney = NaN;
  extractionMoney = NaN;
  /** T, share. */
  recyclingTarget = NaN;
  /** Share points. */
  diversify = NaN;

  // State
  /** U[k], t. */
  readonly inUse = new Float64Array(MAX_ORDER);
  /** Z, t. */
  scrap = NaN;
  /** KR, t scrap/yr. */
  recyclingCapacity = NaN;
  /** RP, RC, RR, t scrap/yr. */
  recyclingPermitting1 = NaN;
  recyclingPermitting2 = NaN;
  recyclingPermitting3 = NaN;
  recyclingConstruction1 = NaN;
  recyclingConstruction2 = NaN;
  recyclingConstruction3 = NaN;
  recyclingRampUp1 = NaN;
  recyclingRampUp2 = NaN;
  /** c. */
  collectionRate = NaN;
  /** ρ. */
  recoveryYield = NaN;
  /** σ. */
  substituted = NaN;
  /** ext. */
  lifeExtension = NaN;
  /** a. */
  cleanPractice = NaN;
  /** Hs, Hx, $M. */
  substitutionKnowledge = NaN;
  extractionKnowledge = NaN;

  // This month
  /** f, and the ext it was worked out for. */
  outflowRate = NaN;
  keptLifeExtension = NaN;
  /** E, coll, R, disposal, t. */
  endOfLife = NaN;
  collected = NaN;
  recycled = NaN;
  disposal = NaN;
  /** c, ρ, σ, a at the start of the month. */
  collectionRateBefore = NaN;
  recoveryYieldBefore = NaN;
  substitutedBefore = NaN;
  cleanPracticeBefore = NaN;
  /** Slow states may move this month. */
  slowStatesMove = false;
  /** C13 of this month, $M. */
  collectionDutyCost = NaN;

  // This year so far, t
  endOfLifeSum = NaN;
  collectedSum = NaN;
  recycledSum = NaN;

  // Events: first month in force and first month after
  eventsFrom = NaN;
  eventsTo = NaN;
  // Projects: the next one in the model's list and its month; Infinity = none left
  nextProject = 0;
  nextProjectMonth = NaN;

  constructor(model: MineralModel, years: number) {
    this.model = model;
    this.stages = model.stages.map((stage) => new StageRun(stage, model, years));
    this.processing = this.stages[model.processingStage]!;
    this.demandIndex = NOTHING;
    this.priceIndex = NOTHING;
  }
}
