/**
 * Effective lever values of one mineral in a month (specification, section 4; 4.2): money adds up, of other levers the largest effective value counts.
 * Called only in months in which one of them changes.
 */
import type { EngineLever } from "../lever/lever-catalogue.ts";
import type { StageRole } from "../dataset/dataset.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";
import { phaseOutFactor, rampFactor } from "./schedule-levers.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";

export function leversOfMonth(run: Run, m: MineralRun, t: number): void {
  clearLevers(m);
  for (const lever of m.levers) {
    const factor = rampFactor(lever, t);
    if (factor > 0) effects[lever.lever]?.(m, lever, lever.value * factor, run.model.years[Math.floor(t / 12)]!);
  }
  m.cleanTarget = 1 - Math.exp(-m.p.clean_kappa * m.cleanCredit);
}

type Effect = (m: MineralRun, lever: ScheduledLever, effective: number, year: number) => void;

/** Levers that act on the country as a whole are in policy.ts. */
const effects: Partial<Readonly<Record<EngineLever, Effect>>> = {
  mining_invest: (m, lever, effective) => grant(m, "mining", lever, effective),
  processing_invest: (m, lever, effective) => grant(m, "processing", lever, effective),
  magnet_invest: (m, lever, effective) => grant(m, "fabrication", lever, effective),
  reserve_days: (m, lever, effective) => atStages(m, lever, (c) => (c.reserveDays = Math.max(c.reserveDays, effective))),
  price_floor: (m, lever, effective) => {
    const c = m.processing;
    c.floor = Math.max(c.floor, effective / 100);
    c.eligible = Number.isNaN(lever.eligible) ? c.p.price_floor_eligible : lever.eligible;
  },
  offtake: (m, _, effective) => {
    m.processing.offtake = Math.max(m.processing.offtake, effective / 100);
  },
  production_credit: (m, lever, effective, year) => {
    const credit = ((lever.phaseOut ? phaseOutFactor(year) : 1) * effective) / 100;
    for (const c of m.stages) if (c.isPrimary) c.credit = Math.max(c.credit, credit);
  },
  clean_credit: (m, _, effective) => {
    m.cleanCredit = Math.max(m.cleanCredit, effective / 100);
  },
  tariff: (m, lever, effective) => atStages(m, lever, (c) => tariff(c, lever, effective / 100)),
  diversify: (m, _, effective) => {
    m.diversify = Math.max(m.diversify, effective / 100);
  },
  ally_finance: (m, lever, effective) =>
    atStages(m, lever, (c) => {
      for (const plant of c.allyPlants) {
        if (plant.supplier === lever.partner[c.model.index]) plant.finance += effective * lever.stageShare[c.model.index]!;
      }
    }),
  recycling_rate: (m, _, effective) => {
    m.recyclingTarget = Math.max(m.recyclingTarget, effective / 100);
  },
  collection_spend: (m, lever, effective) => {
    m.collectionMoney += effective * lever.mineralShare[m.model.index]!;
  },
  recycling_plants: (m, lever, effective) => {
    m.plantMoney += effective * lever.mineralShare[m.model.index]!;
  },
  circular: (m, _, effective) => {
    m.circular = Math.max(m.circular, effective / 100);
  },
  rd_substitution: (m, lever, effective) => {
    m.substitutionMoney += effective * lever.mineralShare[m.model.index]!;
  },
  rd_extraction: (m, lever, effective) => {
    m.extractionMoney += effective * lever.mineralShare[m.model.index]!;
  },
};

function clearLevers(m: MineralRun): void {
  m.circular = 0;
  m.cleanCredit = 0;
  m.collectionMoney = 0;
  m.plantMoney = 0;
  m.substitutionMoney = 0;
  m.extractionMoney = 0;
  m.recyclingTarget = 0;
  m.diversify = 0;
  for (const c of m.stages) {
    c.grant = 0;
    c.reserveDays = 0;
    c.floor = 0;
    c.eligible = c.p.price_floor_eligible;
    c.offtake = 0;
    c.credit = 0;
    c.tariffs.fill(0);
    for (const plant of c.allyPlants) plant.finance = 0;
  }
}

function atStages(m: MineralRun, lever: ScheduledLever, apply: (c: StageRun) => void): void {
  for (const c of m.stages) if (lever.stages[c.model.index] === 1) apply(c);
}

function grant(m: MineralRun, role: StageRole, lever: ScheduledLever, effective: number): void {
  for (const c of m.stages) if (c.model.role === role) c.grant += effective * lever.mineralShare[m.model.index]!;
}

/** τ_j of the suppliers named, or of all that are not allied; never of the rest. */
function tariff(c: StageRun, lever: ScheduledLever, rate: number): void {
  const { suppliers } = c.model;
  for (let j = 0; j < suppliers.length; j++) {
    const supplier = suppliers[j]!;
    const isNamed = lever.countries === null ? !supplier.isAlly : lever.countries.includes(supplier.iso3);
    if (isNamed && !supplier.isRest) c.tariffs[j] = Math.max(c.tariffs[j]!, rate);
  }
}
