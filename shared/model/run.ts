/**
 * Everything a run writes into, allocated once by `createRun`: state of every stage and mineral, monthly series, annual indicators.
 * State stands in objects with named fields of doubles: measured three times faster in V8 than slots of one typed array, and readable.
 * Symbols of the specification stand beside the names. Fields start as NaN so that V8 keeps them as unboxed doubles; `start-run.ts` sets them.
 */
import { createAnnual } from "./annual-layout.ts";
import type { Annual } from "./annual-layout.ts";
import { engineLevers } from "../dataset/engine-keys.ts";
import type { EngineLever } from "../dataset/engine-keys.ts";
import type { MineralModel, Model, StageModel } from "./compile-model.ts";
import { RECORD } from "./month-record.ts";
import { GlobalParameters, MineralParameters, RecyclingParameters, StageParameters } from "./parameters.ts";
import type { StageEvent } from "./stage-event.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";

/** Highest order of the delays whose order is a parameter (life_n). */
const MAX_ORDER = 24;

/** A partner country's plants that supply one stage (E11). */
export class AllyPlant {
  readonly supplier: number;
  /** PA: t/yr by delay stage. */
  readonly pipeline: Float64Array;
  /** Effective finance of this month, $M/yr. */
  finance = NaN;
  /** KA, t/yr. */
  capacity = NaN;
  /** C of this month before it is capped by need, t. */
  offered = NaN;
  /** Starts per room below the ceiling, t/yr per month, and the finance that they follow from. */
  startsPerRoom = NaN;
  keptFinance = NaN;

  constructor(supplier: number, delayStages: number) {
    this.supplier = supplier;
    this.pipeline = new Float64Array(delayStages);
    this.finance = 0;
    this.capacity = 0;
  }
}

/** One stage of one mineral. */
export class StageRun {
  readonly model: StageModel;
  readonly p = new StageParameters();
  readonly isFirst: boolean;
  /** Recycled material enters here. */
  readonly takesRecycled: boolean;
  readonly isProcessing: boolean;
  /** Mining or processing: production and clean credits apply, cleaner practice abates. */
  readonly isPrimary: boolean;

  // Constants of a parameter vector
  demandPerMonth = NaN;
  initialIndustryStock = NaN;
  initialDependence = NaN;
  /** m0. */
  referenceMargin = NaN;
  /** (u_max − u_ref)/u_ref. */
  utilisationOdds = NaN;
  /** 1/(eps_d + eps_s). */
  premiumExponent = NaN;
  /** home_cover·12/u_ref. */
  coverFactor = NaN;
  /** p_ref·0.001: $M per tonne at price 1. */
  value = NaN;
  /** ei_cum. */
  cumulativeIntensity = NaN;

  // Multipliers of step 1, renewed in months in which one of them changes
  infraCostFactor = NaN;
  /** A, t/yr of starts per year. */
  absorption = NaN;
  /** xg per $M/yr of grants. */
  grantScale = NaN;
  /** x0_entry·(1 + permit_entry_bonus·permit). */
  entry = NaN;
  /** n/T of the three delays. */
  permitRate = NaN;
  constructionRate = NaN;
  rampRate = NaN;
  /** 1 − at. */
  survival = NaN;
  /** Days of industry stock aimed at. */
  stockDays = NaN;

  // Levers of this month
  /** $M/yr. */
  grant = NaN;
  reserveDays = NaN;
  /** Share of the base-year price; 0 = none. */
  floor = NaN;
  eligible = NaN;
  offtake = NaN;
  credit = NaN;
  /** Some supplier pays a tariff. */
  tariffed = false;
  /** A tariff or transparency is in force. */
  wedged = false;

  // State
  /** K, t/yr. */
  capacity = NaN;
  /** PM, CO, RU, t/yr. */
  permitting1 = NaN;
  permitting2 = NaN;
  permitting3 = NaN;
  construction1 = NaN;
  construction2 = NaN;
  construction3 = NaN;
  rampUp1 = NaN;
  rampUp2 = NaN;
  /** V, t. */
  industryStock = NaN;
  /** G, t. */
  governmentStock = NaN;
  /** π. */
  premium = NaN;
  /** π̄. */
  premiumAverage = NaN;
  /** x. */
  surgeState = NaN;
  /** nn. */
  normalDependence = NaN;

  // This month: demand, price, margin (E2–E4)
  /** Dref. */
  demandReference = NaN;
  /** D. */
  demand = NaN;
  /** F. */
  feed = NaN;
  /** P. */
  price = NaN;
  /** price_index·π. */
  borderPrice = NaN;
  /** cb, cc, cost. */
  baseCost = NaN;
  costBeforeCredit = NaN;
  unitCost = NaN;
  /** s_off. */
  offtakeShare = NaN;
  /** Qd, t. */
  plannedOutput = NaN;
  /** y_eff. */
  yieldNow = NaN;

  // This month: market and capacity (E5, E6, E8), t
  /** Q. */
  output = NaN;
  /** Rin. */
  recycled = NaN;
  /** What imports are asked for; partner plants come first. */
  need = NaN;
  /** ΣI. */
  imports = NaN;
  /** ΣC. */
  allyImports = NaN;
  /** X. */
  exports = NaN;
  unmet = NaN;
  /** DelD, DelF. */
  deliveredDemand = NaN;
  deliveredFeed = NaN;
  /** fillG, Rel. */
  governmentFill = NaN;
  released = NaN;
  /** G at the start of the month. */
  governmentStockBefore = NaN;
  starts = NaN;

  /** Start of this month's record in `stageMonths`. */
  recordAt = 0;

  // This year so far
  priceSum = NaN;
  startsSum = NaN;
  /** Σ Q·a, t made with cleaner practice. */
  cleanOutput = NaN;

  // Results kept while their argument stays the same, so that exp and pow run only where something moves
  keptBuyerPrice = NaN;
  demandResponse = NaN;
  keptNetPrice = NaN;
  /** um and A·(1 − exp(−entry))/12: follow the margin. */
  keptMargin = NaN;
  marketUse = NaN;
  startsPerRoom = NaN;
  /** entry + grants + what the margin adds, and 1 − exp(−of that). */
  keptPull = NaN;
  pullShare = NaN;
  /** Cost and yield must be worked out anew. */
  technologyStale = false;

  // Suppliers, in file order
  /** w. */
  readonly shares: Float64Array;
  /** w0. */
  readonly baseShares: Float64Array;
  /** ws. */
  readonly targetShares: Float64Array;
  /** τ_j. */
  readonly tariffs: Float64Array;
  /** L_j. */
  readonly wedges: Float64Array;
  /** L_j^−armington_sigma. */
  readonly wedgeResponse: Float64Array;
  readonly risks: Float64Array;
  readonly isAlly: Uint8Array;
  /** Largest non-allied supplier, the one that diversification moves away from; -1 = none. */
  readonly topNonAllied: number;
  /** Σw. */
  shareTotal = NaN;
  /** L̄. */
  meanWedge = NaN;
  /** Σ w_j τ_j and Σ w_j risk_j. */
  tariffOnShares = NaN;
  riskOnShares = NaN;
  /** Σ I_j τ_j and Σ I_j risk_j of this month. */
  tariffOnImports = NaN;
  riskOnImports = NaN;
  /** ½Σ|w − w0| at the start of the month and after it. */
  shiftBefore = NaN;
  shift = NaN;
  /** Shares may move this month; their target must be worked out anew; the mean wedge must. */
  sharesMove = false;
  targetStale = false;
  wedgeStale = false;
  /** Imports of this year made at the present shares, not yet booked to suppliers: Σ I_j/w_j. */
  unbooked = NaN;
  /** Imports by year and supplier, t. */
  readonly importsBySupplier: Float64Array;
  /** The part that partners' plants sent (C). */
  readonly allyImportsBySupplier: Float64Array;
  allyPlants: AllyPlant[] = [];

  // Events in force this month (4.2)
  events: StageEvent[] = [];
  active = false;
  targeted = false;
  global = false;
  /** tf_j, bf_j. */
  readonly targetedFactors: Float64Array;
  readonly globalFactors: Float64Array;
  /** cap_j. */
  readonly available: Float64Array;
  /** gf. */
  worldFactor = NaN;
  /** Π(1 − δ) of outages. */
  outageFactor = NaN;

  constructor(model: StageModel, mineral: MineralModel, years: number) {
    const { suppliers } = model;
    const perSupplier = (): Float64Array => new Float64Array(suppliers.length);
    this.model = model;
    this.isFirst = mineral.stages[0] === model;
    this.takesRecycled = mineral.stages[mineral.recyclingStage] === model;
    this.isProcessing = model.role === "processing";
    this.isPrimary = model.role === "processing" || model.role === "mining";
    this.shares = perSupplier();
    this.baseShares = Float64Array.from(suppliers, (supplier) => supplier.share);
    this.targetShares = perSupplier();
    this.tariffs = perSupplier();
    this.wedges = perSupplier();
    this.wedgeResponse = perSupplier();
    this.risks = Float64Array.from(suppliers, (supplier) => supplier.risk);
    this.isAlly = Uint8Array.from(suppliers, (supplier) => (supplier.isAlly ? 1 : 0));
    this.topNonAllied = topNonAllied(model);
    this.targetedFactors = perSupplier();
    this.globalFactors = perSupplier();
    this.available = perSupplier();
    this.importsBySupplier = new Float64Array(suppliers.length * years);
    this.allyImportsBySupplier = new Float64Array(suppliers.length * years);
  }
}

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
  /** Under a collection target: the highest rate that a target reaches, and c°, what spending and circularity reach without it. */
  collectionLimit = NaN;
  collectionFree = NaN;
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

const NOTHING = new Float64Array(0);

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

  /** The parameter vector that stands in the parameter fields now. */
  readonly loadedVector: Float64Array;
  isLoaded: boolean;

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
  /** (1 + discount_rate_real)^(−t/12). */
  readonly discount: Float64Array;
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
    loadedVector: new Float64Array(model.parameterValues.length),
    isLoaded: false,
    permit: byMonth(),
    transparency: byMonth(),
    infrastructureGain: byMonth(),
    hubGain: byMonth(),
    grantReach: byMonth(),
    policyChanges: new Uint8Array(months),
    stageMonths: new Float64Array(model.stages.length * months * RECORD),
    costLine: Object.fromEntries(engineLevers.map((lever) => [lever, model.leverIndex.get(lever) ?? -1])) as Record<EngineLever, number>,
    publicCost: byMonth(),
    discount: byMonth(),
    annual: createAnnual(model),
  };
}

/** Largest base share among suppliers that are neither allied nor the rest; the first in file order on ties. */
function topNonAllied(stage: StageModel): number {
  let top = -1;
  stage.suppliers.forEach((supplier, j) => {
    if (supplier.isAlly || supplier.isRest || supplier.share <= 0) return;
    if (top < 0 || supplier.share > stage.suppliers[top]!.share) top = j;
  });
  return top;
}
