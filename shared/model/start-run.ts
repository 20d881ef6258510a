/** Start of a run: parameters from their vector, and the initial state of section 3. */
import type { ScenarioInputs } from "../scenario/scenario.ts";
import { ownWorldModel } from "./own-world.ts";
import { RECORD } from "./month-record.ts";
import { loadParameters } from "./parameters.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

const PER_MONTH = 1 / 12;

/** Loads `vector` (one value per row of the dataset's parameter table) unless it stands there already; NaN, as at first, is never there. */
export function startParameters(run: Run, vector: Float64Array): void {
  if (sameValues(run.loadedVector, vector)) return;
  const { model } = run;
  loadParameters(run.p, model.globalParameters, vector);
  for (const m of run.minerals) {
    loadParameters(m.p, m.model.parameters, vector);
    loadParameters(m.recycling, m.model.recyclingParameters, vector);
    for (const c of m.stages) loadParameters(c.p, c.model.parameters, vector);
    mineralConstants(m);
  }
  run.loadedVector.set(vector);
}

function sameValues(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** 3.5, 3.6, the stock of 3.8, m0 of E4.6, E12.1, and factors that formulas share. */
function mineralConstants(m: MineralRun): void {
  const { p } = m;
  let cumulative = 0;
  m.processingPrice = m.processing.p.p_ref;
  // E8R.3
  m.recyclingCapex = p.recycle_capex_mult * m.processing.p.capex;
  m.inUseOrder = Math.trunc(p.life_n);
  m.initialEndOfLife = initialInUse(m, m.inUse);
  const initialSecondary = 12 * p.c0 * p.rho0 * m.initialEndOfLife;
  for (const c of m.stages) {
    const need = c.model.demand + c.model.feed;
    c.demandPerMonth = c.model.demand * PER_MONTH;
    c.referenceMargin = 1 / c.p.kappa - 1;
    c.utilisationOdds = (c.p.u_max - c.p.u_ref) / c.p.u_ref;
    c.premiumExponent = 1 / (p.eps_d + c.p.eps_s);
    c.coverFactor = (c.p.home_cover * 12) / c.p.u_ref;
    c.value = c.p.p_ref * 0.001;
    cumulative = c.p.ei + cumulative / c.p.yield;
    c.cumulativeIntensity = cumulative;
    c.initialIndustryStock = (c.p.v_days / 365) * need;
    // nn subtracts secondary supply only where it enters.
    const domestic = c.p.u_ref * c.model.capacity + (c.takesRecycled ? initialSecondary : 0);
    c.initialDependence = need > 0 ? Math.max(0, need - domestic) / need : 1;
    c.keptBuyerPrice = NaN;
    c.keptNetPrice = NaN;
    c.keptMargin = NaN;
  }
  m.keptLifeExtension = NaN;
}

/** 3.1–3.4: fills U with its base-year age structure (growth g before the base year) and answers E0, t/month. */
function initialInUse(m: MineralRun, inUse: Float64Array): number {
  const { p } = m;
  const f = Math.min(1, p.life_n / p.life_mean);
  const g = (1 + p.growth_hist) ** PER_MONTH - 1;
  const demand = m.stages.reduce((sum, c) => sum + c.p.content_factor * c.model.demand, 0);
  let stock = (m.model.inUseFactor * demand * PER_MONTH) / (g + f);
  for (let i = 0; i < p.life_n; i++) {
    if (i > 0) stock = (f * stock) / (g + f);
    inUse[i] = stock;
  }
  return f * stock;
}

/** Sets the state of section 3. Parameters must be loaded. */
export function startState(run: Run, { world, own_world }: Pick<ScenarioInputs, "world" | "own_world">): void {
  const indices = own_world ? ownWorldModel(run.model, world, own_world) : run.model.world(world);
  if (!indices) throw new Error(`no world ${world} in the dataset`);
  for (const m of run.minerals) {
    m.demandIndex = indices.demand[m.model.index]!;
    m.priceIndex = indices.price[m.model.index]!;
    startMineral(m);
    for (const c of m.stages) startStage(c, run.model.months);
  }
}

/** 3.7 and 3.9. */
function startMineral(m: MineralRun): void {
  const { p } = m;
  m.nextProject = 0;
  m.nextProjectMonth = m.model.projects[0]?.month ?? Infinity;
  m.endOfLifeSum = 0;
  m.collectedSum = 0;
  m.recycledSum = 0;
  initialInUse(m, m.inUse);
  m.scrap = 0;
  m.recyclingCapacity = p.recycle_headroom * 12 * p.c0 * m.initialEndOfLife;
  m.recyclingPermitting1 = 0;
  m.recyclingPermitting2 = 0;
  m.recyclingPermitting3 = 0;
  m.recyclingConstruction1 = 0;
  m.recyclingConstruction2 = 0;
  m.recyclingConstruction3 = 0;
  m.recyclingRampUp1 = 0;
  m.recyclingRampUp2 = 0;
  m.collectionRate = p.c0;
  m.recoveryYield = p.rho0;
  m.substituted = 0;
  m.lifeExtension = 0;
  m.cleanPractice = 0;
  m.substitutionKnowledge = 0;
  m.extractionKnowledge = 0;
}

/** 3.8 and 3.9. */
function startStage(c: StageRun, months: number): void {
  c.recordAt = c.model.index * months * RECORD;
  c.capacity = c.model.capacity;
  c.permitting1 = 0;
  c.permitting2 = 0;
  c.permitting3 = 0;
  c.construction1 = 0;
  c.construction2 = 0;
  c.construction3 = 0;
  c.rampUp1 = 0;
  c.rampUp2 = 0;
  c.industryStock = c.initialIndustryStock;
  c.governmentStock = c.model.governmentStock;
  c.premium = 1;
  c.premiumAverage = 1;
  c.surgeState = 0;
  c.normalDependence = c.initialDependence;
  c.shares.set(c.baseShares);
  c.shareTotal = total(c.baseShares);
  c.meanWedge = 1;
  c.tariffOnShares = 0;
  c.riskOnShares = 0;
  c.shiftBefore = 0;
  c.shift = 0;
  c.unbooked = 0;
  c.priceSum = 0;
  c.startsSum = 0;
  c.cleanOutput = 0;
  c.importsBySupplier.fill(0);
  c.allyImportsBySupplier.fill(0);
  c.active = false;
  c.targeted = false;
  c.global = false;
  c.targetedFactors.fill(1);
  c.worldFactor = 1;
  c.outageFactor = 1;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
