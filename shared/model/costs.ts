/** Costs and revenue (specification, section 6), million real base-year US$: money that is spent as planned, and what follows from the run. */
import type { EngineLever } from "../dataset/engine-keys.ts";
import type { MineralRun, Run, StageRun } from "./run.ts";
import { rampFactor } from "./schedule-levers.ts";
import type { ScheduledLever } from "./schedule-levers.ts";

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
  for (let t = Math.max(0, lever.start); t < last; t++) book(run, lever.index, mineral, t, lever.value * rampFactor(lever, t) * share * PER_MONTH);
}

/** C3 and C10: administration of a measure for the whole country, in proportion to its effective strength. */
function bookAdministration(run: Run, levers: readonly ScheduledLever[], id: EngineLever, strength: Float64Array, costPerYear: number): void {
  const lever = levers.find((one) => one.lever === id);
  if (!lever) return;
  for (let t = 0; t < strength.length; t++) if (strength[t]! > 0) book(run, lever.index, run.minerals.length, t, costPerYear * strength[t]! * PER_MONTH);
}

function book(run: Run, lever: number, mineral: number, t: number, cost: number): void {
  const years = run.model.years.length;
  const year = Math.floor(t / 12);
  run.annual.costByLever[lever * years + year]! += cost;
  run.annual.costByMineral[mineral * years + year]! += cost;
  run.publicCost[t]! += cost;
}

/** Books what the month's course of one mineral costs and earns. */
export function bookCostsOfMonth(run: Run, m: MineralRun, t: number): void {
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    bookReserve(run, m, c, t);
    bookMarketSupport(run, m, c, t);
    bookTrade(run, m, c, t);
  }
  // C12
  if (m.circular > 0) {
    bookFor(run, "circular", m, t, m.p.circ_cost_share * m.circular * m.processing.value * m.collected);
  }
  // C13
  if (m.collectionDutyCost > 0) bookFor(run, "recycling_rate", m, t, m.collectionDutyCost);
}

function bookFor(run: Run, lever: EngineLever, m: MineralRun, t: number, cost: number): void {
  if (cost !== 0) book(run, run.costLine[lever], m.model.index, t, cost);
}

/** C1: buying, selling and holding the government stock; holding is on the stock at the start of the month. */
function bookReserve(run: Run, m: MineralRun, c: StageRun, t: number): void {
  const { governmentFill, released, governmentStockBefore } = c;
  if (governmentFill === 0 && released === 0 && governmentStockBefore === 0) return;
  const { stock_trade_margin, stock_holding_cost } = c.p;
  const tonnes = governmentFill * (1 + stock_trade_margin) - released * (1 - stock_trade_margin) + stock_holding_cost * PER_MONTH * governmentStockBefore;
  bookFor(run, "reserve_days", m, t, tonnes * c.price * c.value);
}

/** C4–C7. */
function bookMarketSupport(run: Run, m: MineralRun, c: StageRun, t: number): void {
  const worth = c.output * c.value;
  // C4: half a contract for difference: the state pays below the floor and shares what is above it, where the floor is at least the base price
  if (c.floor > 0) {
    const share = c.floor >= 1 ? c.p.price_floor_upside_share : 0;
    bookFor(run, "price_floor", m, t, c.eligible * worth * (Math.max(0, c.floor - c.price) - share * Math.max(0, c.price - c.floor)));
  }
  // C5: against the market price, not the supported one
  if (c.offtakeShare > 0) bookFor(run, "offtake", m, t, c.offtakeShare * Math.max(0, c.unitCost - c.price) * worth);
  // C6: on the cost before the credit
  if (c.credit > 0) bookFor(run, "production_credit", m, t, c.credit * c.costBeforeCredit * worth);
  // C7
  if (c.isPrimary && m.cleanCredit > 0) bookFor(run, "clean_credit", m, t, m.cleanCredit * m.cleanPracticeBefore * c.baseCost * worth);
}

/** C8 tariff revenue; C9 and C10 private cost of diversification and transparency. Base price is the border price without the wedge. */
function bookTrade(run: Run, m: MineralRun, c: StageRun, t: number): void {
  const at = c.model.index * run.model.years.length + Math.floor(t / 12);
  const worth = c.borderPrice * c.value;
  if (c.tariffed) run.annual.stage.tariff_revenue_musd[at]! += c.tariffOnImports * worth;
  if (m.diversify > 0) run.annual.stage.private_cost_musd[at]! += c.p.diversify_premium * c.shiftBefore * c.imports * worth;
  if (m.transparency > 0) run.annual.stage.private_cost_musd[at]! += c.p.transp_cost_wedge * m.transparency * c.riskOnImports * worth;
}
