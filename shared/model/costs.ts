/** Costs and revenue (specification, section 6), million real base-year US$: money that is spent as planned, and what follows from the run. */
import type { EngineLever } from "../lever/lever-catalogue.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";
import { rampFactor } from "./schedule-levers.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";

const PER_MONTH = 1 / 12;

/** Clears what a run adds up and books what does not depend on the course of the run: C2, C3, C10 (administration) and C11. */
export function bookPlannedCosts(run: Run, levers: readonly ScheduledLever[]): void {
  const { annual } = run;
  annual.costByLever.fill(0);
  annual.costByMineral.fill(0);
  annual.stage.tariff_revenue_musd.fill(0);
  annual.stage.private_cost_musd.fill(0);
  annual.stage.released_t.fill(0);
  annual.unmetByClass.fill(0);
  run.publicCost.fill(0);
  for (const lever of levers) {
    if (lever.lever === "infrastructure" || lever.lever === "hubs") bookMoney(run, lever, run.minerals.length, 1);
    else if (lever.lever === "ally_finance") {
      run.stages.forEach((c, s) => bookMoney(run, lever, c.model.mineral, lever.stageShare[s]! * run.p.ally_sub_rate));
    } else if (lever.mineralShare.length > 0) {
      run.minerals.forEach((m) => bookMoney(run, lever, m.model.index, lever.mineralShare[m.model.index]!));
    }
  }
  bookAdministration(run, levers, "permit_speed", run.permit, run.p.permit_admin_cost);
  bookAdministration(run, levers, "transparency", run.transparency, run.p.transp_admin_cost);
}

/** value·F/12 of one instance, times the share booked to one mineral ("shared" = number of minerals). */
function bookMoney(run: Run, lever: ScheduledLever, mineral: number, share: number): void {
  if (share === 0) return;
  const last = Math.min(run.model.months, lever.end);
  const inFull = lever.value * share * PER_MONTH;
  for (let t = Math.max(0, lever.start); t < last; t++) {
    const cost = t < lever.start + lever.ramp ? lever.value * rampFactor(lever, t) * share * PER_MONTH : inFull;
    book(run, lever.index, mineral, t, Math.floor(t / 12), cost);
  }
}

/** C3 and C10: administration of a measure for the whole country, in proportion to its effective strength. */
function bookAdministration(run: Run, levers: readonly ScheduledLever[], id: EngineLever, strength: Float64Array, costPerYear: number): void {
  const lever = levers.find((one) => one.lever === id);
  if (!lever) return;
  for (let t = 0; t < strength.length; t++)
    if (strength[t]! > 0) book(run, lever.index, run.minerals.length, t, Math.floor(t / 12), costPerYear * strength[t]! * PER_MONTH);
}

/** Adds a cost of month `t`, which lies in `year`, to a lever's line and a mineral's line. */
function book(run: Run, lever: number, mineral: number, t: number, year: number, cost: number): void {
  if (cost === 0) return;
  const years = run.model.years.length;
  run.annual.costByLever[lever * years + year]! += cost;
  run.annual.costByMineral[mineral * years + year]! += cost;
  run.publicCost[t]! += cost;
}

/** Books what the course of month `t`, which lies in `year`, costs and earns with one mineral. */
export function bookCostsOfMonth(run: Run, m: MineralRun, t: number, year: number): void {
  const { costLine } = run;
  const mineral = m.model.index;
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    bookReserve(run, mineral, c, t, year);
    bookMarketSupport(run, m, c, t, year);
    bookTrade(run, m, c, year);
  }
  // C12
  if (m.circular > 0) book(run, costLine.circular, mineral, t, year, m.p.circ_cost_share * m.circular * m.processing.value * m.collected);
  // C13
  if (m.collectionDutyCost > 0) book(run, costLine.recycling_rate, mineral, t, year, m.collectionDutyCost);
}

/** C1: buying, selling and holding the government stock; holding is on the stock at the start of the month. */
function bookReserve(run: Run, mineral: number, c: StageRun, t: number, year: number): void {
  const { governmentFill, released, governmentStockBefore } = c;
  if (governmentFill === 0 && released === 0 && governmentStockBefore === 0) return;
  const { stock_trade_margin, stock_holding_cost } = c.p;
  const tonnes = governmentFill * (1 + stock_trade_margin) - released * (1 - stock_trade_margin) + stock_holding_cost * PER_MONTH * governmentStockBefore;
  book(run, run.costLine.reserve_days, mineral, t, year, tonnes * c.price * c.value);
}

/** C4–C7. */
function bookMarketSupport(run: Run, m: MineralRun, c: StageRun, t: number, year: number): void {
  const { costLine } = run;
  const mineral = m.model.index;
  const worth = c.output * c.value;
  // C4: half a contract for difference: the state pays below the floor and shares what is above it, where the floor is at least the base price
  if (c.floor > 0) {
    const share = c.floor >= 1 ? c.p.price_floor_upside_share : 0;
    const paid = Math.max(0, c.floor - c.price) - share * Math.max(0, c.price - c.floor);
    book(run, costLine.price_floor, mineral, t, year, c.eligible * worth * paid);
  }
  // C5: against the market price, not the supported one
  if (c.offtakeShare > 0) book(run, costLine.offtake, mineral, t, year, c.offtakeShare * Math.max(0, c.unitCost - c.price) * worth);
  // C6: on the cost before the credit
  if (c.credit > 0) book(run, costLine.production_credit, mineral, t, year, c.credit * c.costBeforeCredit * worth);
  // C7
  if (c.isPrimary && m.cleanCredit > 0) book(run, costLine.clean_credit, mineral, t, year, m.cleanCredit * m.cleanPracticeBefore * c.baseCost * worth);
}

/** C8 tariff revenue; C9 and C10 private cost of diversification and transparency. Base price is the border price without the wedge. */
function bookTrade(run: Run, m: MineralRun, c: StageRun, year: number): void {
  const at = c.model.index * run.model.years.length + year;
  const worth = c.borderPrice * c.value;
  if (c.tariffed) run.annual.stage.tariff_revenue_musd[at]! += c.tariffOnImports * worth;
  if (m.diversify > 0) run.annual.stage.private_cost_musd[at]! += c.p.diversify_premium * c.shiftBefore * c.imports * worth;
  if (m.transparency > 0) run.annual.stage.private_cost_musd[at]! += c.p.transp_cost_wedge * m.transparency * c.riskOnImports * worth;
}
