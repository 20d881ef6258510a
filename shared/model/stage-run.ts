/**
 * State of one stage during a run: constants of the parameter vector, this month's levers and flows, stocks, suppliers, events.
 * Symbols of the specification stand beside the names. `start-run.ts` sets the fields; see `run.ts` for why they begin as NaN.
 */
import type { AllyPlant } from "./ally-plant.ts";
import type { MineralModel, StageModel } from "./compile-model.ts";
import { StageParameters } from "./parameters.ts";
import type { StageEvent } from "./stage-event.ts";

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

/** Largest base share among suppliers that are neither allied nor the rest; the first in file order on ties. */
function topNonAllied(stage: StageModel): number {
  let top = -1;
  stage.suppliers.forEach((supplier, j) => {
    if (supplier.isAlly || supplier.isRest || supplier.share <= 0) return;
    if (top < 0 || supplier.share > stage.suppliers[top]!.share) top = j;
  });
  return top;
}
