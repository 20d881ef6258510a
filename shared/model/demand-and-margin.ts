/** E2–E4 demand, price and margin of one mineral, stages from downstream to upstream. */
import { averageWedge } from "./multipliers.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { StageRun } from "./stage-run.ts";

const PER_MONTH = 1 / 12;

export function demandAndMargin(m: MineralRun, t: number): void {
  const { stages } = m;
  const demandIndex = m.demandIndex[t]!;
  const priceIndex = m.priceIndex[t]!;
  const remaining = 1 - m.substituted;
  // E4.2
  const hX = m.extractionKnowledge > 0 ? 1 - 2 ** (-m.extractionKnowledge / m.p.rd_x_half) : 0;
  let feed = 0;
  for (let i = stages.length - 1; i >= 0; i--) {
    const c = stages[i]!;
    const { p } = c;

    // E2.1, E2.2 and E3.3: demand at the reference price and at the price that buyers see
    if (c.wedgeStale) averageWedge(c);
    const buyerPrice = c.premium * c.meanWedge;
    if (buyerPrice !== c.keptBuyerPrice) {
      c.keptBuyerPrice = buyerPrice;
      c.demandResponse = Math.max(p.price_index_min, buyerPrice) ** -m.p.eps_d;
    }
    const price = priceIndex * buyerPrice;
    const demandReference = c.demandPerMonth * demandIndex * remaining;
    c.demandReference = demandReference;
    c.demand = demandReference * c.demandResponse;
    c.borderPrice = priceIndex * c.premium;
    c.price = price;
    c.priceSum += price;

    // E4.1 and E4.3–E4.8: price after the floor's contract for difference, cost, margin, use of capacity
    if (c.technologyStale || hX > 0 || m.cleanPractice > 0) costAndYield(c, m, hX);
    const netPrice = c.floor > price ? price + c.eligible * (c.floor - price) : price;
    if (netPrice !== c.keptNetPrice) {
      c.keptNetPrice = netPrice;
      respondToMargin(c, netPrice / c.unitCost - 1);
    }
    let use = c.marketUse;
    if (c.offtake > use) {
      c.offtakeShare = Math.min(1, (c.offtake - use) / (p.u_max - p.u_ref));
      use = c.offtake;
    } else c.offtakeShare = 0;

    // E4.9 and E4.11: planned output, and the feed that it asks of the stage before
    const planned = c.capacity * use * PER_MONTH * c.outageFactor;
    c.plannedOutput = planned;
    c.feed = feed;
    feed = planned / c.yieldNow;
  }
}

/** E4.3–E4.5 unit cost after knowledge, infrastructure, cleaner practice and credit; yield of E4.10. */
function costAndYield(c: StageRun, m: MineralRun, hX: number): void {
  const { p } = c;
  c.baseCost = p.kappa * (1 - p.rd_x_cost_red_max * hX) * c.infraCostFactor;
  c.costBeforeCredit = c.isPrimary ? c.baseCost * (1 - m.cleanPractice * Math.max(0, m.cleanCredit - p.clean_tax_credit_premium)) : c.baseCost;
  c.unitCost = c.costBeforeCredit * (1 - c.credit);
  c.yieldNow = p.yield + p.rd_x_yield_gain_max * hX * Math.max(0, 1 - p.yield);
  c.technologyStale = false;
  c.keptNetPrice = NaN;
}

/** E4.6 and E4.7, the pull of E8.5, and the starts per head room of E8 that the margin draws. */
function respondToMargin(c: StageRun, margin: number): void {
  const { p } = c;
  if (margin !== c.keptMargin) {
    c.keptMargin = margin;
    c.marketUse = p.u_max / (1 + c.utilisationOdds * Math.exp((c.referenceMargin - margin) / p.m_width));
  }
  const granted = c.grant > 0 ? c.grant * c.grantScale : 0;
  const pull = c.entry + granted + p.iota * Math.max(0, margin - p.m_hurdle);
  if (pull !== c.keptPull) {
    c.keptPull = pull;
    c.pullShare = 1 - Math.exp(-pull);
  }
  c.startsPerRoom = c.absorption * c.pullShare * PER_MONTH;
}
