/**
 * Lever instances of a scenario made ready for the monthly loop (specification, section 4): months as numbers, minerals, stages and suppliers
 * as masks, money split over its minerals or partner plants (4.1).
 */
import { engineLevers } from "../lever/lever-catalogue.ts";
import type { EngineLever } from "../lever/lever-catalogue.ts";
import type { StageRole } from "../dataset/dataset.ts";
import { leverCatalogue } from "../lever/lever-catalogue.ts";
import type { LeverSetting } from "../scenario/scenario.ts";
import { monthIndex } from "../time.ts";
import { AllyPlant } from "./ally-plant.ts";
import { LEVERS_CHANGE } from "./run.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";

/** Levers whose cost or revenue depends on the course of the run. */
const bookedMonthly: ReadonlySet<EngineLever> = new Set([
  "reserve_days",
  "price_floor",
  "offtake",
  "production_credit",
  "clean_credit",
  "tariff",
  "diversify",
  "transparency",
  "circular",
  "recycling_rate",
]);

/** Share of a phased-out production credit that is still paid, by calendar year: full before the first, nothing after the last. */
const PHASE_OUT: Readonly<Record<number, number>> = { 2031: 0.75, 2032: 0.5, 2033: 0.25 };
const PHASE_OUT_END = 2034;

/** 4.1, F(t): 0 outside [start, end), else the share of the ramp that has passed. */
export function rampFactor(lever: ScheduledLever, t: number): number {
  if (t < lever.start || t >= lever.end) return 0;
  return Math.min(1, (t - lever.start + 1) / Math.max(1, lever.ramp));
}

export function phaseOutFactor(year: number): number {
  return year >= PHASE_OUT_END ? 0 : (PHASE_OUT[year] ?? 1);
}

/** Attaches the instances to the minerals of `run`, marks the months in which an effective value changes, and answers all of them in order. */
export function scheduleLevers(run: Run, settings: readonly LeverSetting[]): readonly ScheduledLever[] {
  const { months, years } = run.model;
  const levers = settings.map((setting) => scheduleLever(run, setting));
  run.policyChanges.fill(0);
  run.policyChanges[0] = LEVERS_CHANGE;
  for (const c of run.stages) if (c.allyPlants.length > 0) c.allyPlants = [];
  for (const m of run.minerals) {
    m.levers = levers.length === 0 ? NO_LEVERS : levers.filter((lever) => lever.minerals[m.model.index] === 1);
    m.booksCosts = m.levers.some((lever) => bookedMonthly.has(lever.lever)) || m.stages.some((c) => c.model.governmentStock > 0);
  }
  for (const lever of levers) {
    const reached = Math.min(months, lever.end, lever.start + Math.max(1, lever.ramp));
    for (let t = Math.max(0, lever.start); t < reached; t++) run.policyChanges[t] = LEVERS_CHANGE;
    if (lever.end < months) run.policyChanges[Math.max(0, lever.end)] = LEVERS_CHANGE;
    if (lever.phaseOut) {
      years.forEach((year, y) => {
        if (year > 0 && phaseOutFactor(year) !== phaseOutFactor(year - 1)) run.policyChanges[12 * y] = LEVERS_CHANGE;
      });
    }
    if (lever.lever === "ally_finance") {
      run.stages.forEach((c, s) => {
        if (lever.stageShare[s]! > 0 && !c.allyPlants.some((plant) => plant.supplier === lever.partner[s])) {
          c.allyPlants.push(new AllyPlant(lever.partner[s]!, c.p.ally_n));
        }
      });
    }
  }
  return levers;
}

const NO_LEVERS: ScheduledLever[] = [];

function scheduleLever(run: Run, setting: LeverSetting): ScheduledLever {
  const { dataset } = run.model;
  const lever = engineLevers.find((id) => id === setting.lever);
  const index = run.model.leverIndex.get(setting.lever);
  if (lever === undefined || index === undefined) throw new Error(`no lever ${setting.lever} in the dataset`);
  const country = !leverCatalogue[lever].fields.includes("minerals");
  const covers = (m: MineralRun): boolean => country || setting.minerals === "all" || setting.minerals.includes(m.model.id);
  const minerals = mask(run.minerals, covers);
  const stageIds = setting.stages ?? defaultStages(lever, run);
  const stages = mask(run.stages, (c) => minerals[c.model.mineral] === 1 && (stageIds === null || stageIds.includes(c.model.id)));
  const partner = lever === "ally_finance" ? run.stages.map((c) => c.model.suppliers.findIndex(({ iso3 }) => iso3 === setting.partner)) : NO_PARTNERS;
  const weightOfMineral = moneyWeights[lever];
  return {
    lever,
    index,
    value: setting.value,
    start: monthIndex(setting.start, dataset.start),
    end: setting.end === undefined ? Infinity : monthIndex(setting.end, dataset.start),
    ramp: setting.ramp,
    minerals,
    stages,
    mineralShare: weightOfMineral ? split(run.minerals, (m) => (minerals[m.model.index] === 1 ? weightOfMineral(m) : 0)) : NO_SHARES,
    stageShare: lever === "ally_finance" ? split(run.stages, (c, s) => (stages[s] === 1 && partner[s]! >= 0 ? c.p.ally_a_max * c.p.capex : 0)) : NO_SHARES,
    partner,
    countries: setting.countries === undefined || setting.countries === "non_ally" ? null : setting.countries,
    eligible: setting.eligible ?? NaN,
    phaseOut: setting.phase_out ?? false,
  };
}

const NO_SHARES = new Float64Array(0);
const NO_PARTNERS: readonly number[] = [];

/** 1 where it holds. Numbered loops here and in `split`: `from` of a typed array with a function is slow, and an ensemble schedules its levers in every run. */
function mask<T>(over: readonly T[], holds: (one: T) => boolean): Uint8Array {
  const found = new Uint8Array(over.length);
  for (let i = 0; i < over.length; i++) if (holds(over[i]!)) found[i] = 1;
  return found;
}

/** Stage ids that a lever covers when the instance names none; null = all. */
function defaultStages(lever: EngineLever, run: Run): readonly string[] | null {
  const { usualStage } = leverCatalogue[lever];
  return usualStage === undefined ? null : run.model.dataset.stages.filter((stage) => stage.role === usualStage).map((stage) => stage.id);
}

/** 4.3–4.5 and 4.7 (4.6 stands above): weights by which money is split over minerals, fixed at the start; 0 where the stage does not exist. */
const moneyWeights: Partial<Readonly<Record<EngineLever, (m: MineralRun) => number>>> = {
  mining_invest: (m) => absorptiveCapital(m, "mining"),
  processing_invest: (m) => absorptiveCapital(m, "processing"),
  magnet_invest: (m) => absorptiveCapital(m, "fabrication"),
  collection_spend: (m) => Math.max(0, m.p.c_max - m.p.c0) * m.processingPrice * m.initialEndOfLife,
  recycling_plants: (m) => Math.max(0, m.p.c_max - m.p.c0 * m.p.recycle_private) * m.initialEndOfLife * m.recyclingCapex,
  rd_substitution: () => 1,
  rd_extraction: () => 1,
};

function absorptiveCapital(m: MineralRun, role: StageRole): number {
  return m.stages.reduce((sum, c) => (c.model.role === role ? sum + c.p.a_max * c.p.capex : sum), 0);
}

/** 4.8: shares in proportion to the weights; all 0 where no weight is positive. */
function split<T extends MineralRun | StageRun>(over: readonly T[], weight: (one: T, index: number) => number): Float64Array {
  const shares = new Float64Array(over.length);
  let total = 0;
  for (let i = 0; i < shares.length; i++) {
    shares[i] = weight(over[i]!, i);
    total += shares[i]!;
  }
  for (let i = 0; i < shares.length; i++) shares[i] = total > 0 ? shares[i]! / total : 0;
  return shares;
}
