/** E5 market and E6 premium of one stage: who supplies it, what the stocks do, what stays unmet. */
import { importsInDisruption } from "./disruption.ts";
import { allyDeliveries } from "./ally-plants.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { StageRun } from "./stage-run.ts";

/** Days of stock to months of requirement: 12/365. */
const MONTHS_OF_DAYS = 12 / 365;
const PER_MONTH = 1 / 12;

/** `before` is the stage that feeds this one, `c` itself at the first. */
export function market(c: StageRun, m: MineralRun, before: StageRun, year: number): void {
  const { p, active } = c;
  const demand = c.demand;
  const feed = c.feed;
  const reference = c.demandReference + feed;
  const asked = demand + feed;

  // E5.1
  const output = c.isFirst ? c.plannedOutput : Math.min(c.plannedOutput, c.yieldNow * before.deliveredFeed);
  const recycled = c.takesRecycled ? m.recycled : 0;
  const domestic = output + recycled;

  // E5.3: stocks aimed at, and what goes into them
  const industryStock = c.industryStock;
  const governmentStock = c.governmentStock;
  const industryTarget = c.stockDays * MONTHS_OF_DAYS * reference;
  let industryFill = 0;
  let governmentFill = 0;
  if (!active) {
    if (industryTarget > industryStock) industryFill = (industryTarget - industryStock) / p.tau_v_fill;
    if (c.reserveDays > 0 && c.premium <= p.fill_price_ceiling) {
      const gap = c.reserveDays * MONTHS_OF_DAYS * reference - governmentStock;
      if (gap > 0) governmentFill = Math.min(gap / p.tau_fill, p.fill_cap_share * asked);
    }
  }

  // E5.4: need, and what partner plants deliver
  const required = asked + industryFill + governmentFill;
  c.need = Math.max(0, required - domestic);
  c.allyImports = 0;
  if (c.allyPlants.length > 0) allyDeliveries(c, year);
  const { allyImports, need } = c;

  // E5.5: normal import dependence; only a disruption reads it
  if (c.events.length > 0 && reference > 0) {
    const normal = c.normalDependence;
    const now = Math.max(0, reference - domestic - allyImports) / reference;
    if (!active) c.normalDependence = now;
    else if (now > normal) c.normalDependence = normal + (now - normal) / p.tau_contract;
  }

  // E5.6 and E5.7: imports
  if (active) {
    importsInDisruption(c, year);
    c.surgeState += (1 - c.surgeState) / p.tau_div;
  } else {
    const scale = c.shareTotal > 1 ? need / c.shareTotal : need;
    c.imports = scale * c.shareTotal;
    c.unbooked += scale;
    if (c.wedged) {
      c.tariffOnImports = scale * c.tariffOnShares;
      c.riskOnImports = scale * c.riskOnShares;
    }
    if (c.surgeState > 0) c.surgeState -= c.surgeState / p.tau_div;
  }

  // E5.8: surplus, or stocks and then unmet demand
  const supply = domestic + c.imports + allyImports;
  let exports = 0;
  let short = 0;
  let industryDraw = 0;
  let released = 0;
  if (supply >= required * (1 - 1e-12)) {
    const surplus = supply - required;
    if (surplus > 1e-12 * required) exports = surplus;
  } else {
    short = required - supply;
    const governmentCut = Math.min(short, governmentFill);
    governmentFill -= governmentCut;
    short -= governmentCut;
    const industryCut = Math.min(short, industryFill);
    industryFill -= industryCut;
    short -= industryCut;
    industryDraw = Math.min(short, Math.max(0, industryStock - p.v_min * industryTarget) / p.tau_v_draw);
    short -= industryDraw;
    if (short > p.release_trigger * asked) {
      released = Math.min(short, governmentStock / p.release_horizon);
      short -= released;
    }
  }

  // E5.9: deliveries in proportion, stocks
  if (short > 0) {
    const served = (asked - short) / asked;
    c.deliveredDemand = demand * served;
    c.deliveredFeed = feed * served;
  } else {
    c.deliveredDemand = demand;
    c.deliveredFeed = feed;
  }
  c.industryStock = industryStock + industryFill - industryDraw;
  c.governmentStock = governmentStock + governmentFill - released;

  // E6.1–E6.4: tightness premium
  let target = 1;
  if (active && reference > 0) {
    const within = supply + 0.5 * industryDraw + released - industryFill - governmentFill;
    const tightness = Math.max(1, reference / Math.max(1e-9 * reference, within));
    target = Math.min(p.pi_cap, tightness ** c.premiumExponent);
  }
  const premium = c.premium;
  if (target !== premium) c.premium = premium + (target - premium) / (target > premium ? p.tau_pi_up : p.tau_pi_dn);
  if (c.premium !== c.premiumAverage) c.premiumAverage += (c.premium - c.premiumAverage) * PER_MONTH;

  c.output = output;
  if (m.cleanPractice > 0) c.cleanOutput += output * m.cleanPractice;
  c.recycled = recycled;
  c.exports = exports;
  c.unmet = short;
  c.governmentFill = governmentFill;
  c.released = released;
  c.governmentStockBefore = governmentStock;
}
