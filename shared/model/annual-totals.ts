/** Annual totals of the country (specification, section 7): composites, costs, revenue, emissions. */
import type { Run } from "./run.ts";

export function annualTotals(run: Run): void {
  const { stage, mineral, total } = run.annual;
  const years = run.model.years.length;
  const growth = 1 + run.p.discount_rate_real;
  let discounted = 0;
  for (let year = 0; year < years; year++) {
    let cost = 0;
    for (let t = year * 12; t < year * 12 + 12; t++) {
      const ofMonth = run.publicCost[t]!;
      cost += ofMonth;
      // C14
      if (ofMonth !== 0) discounted += ofMonth * growth ** (-t / 12);
    }
    total.public_cost_musd[year] = cost;
    total.public_cost_discounted_cum_musd[year] = discounted;
    total.tariff_revenue_musd[year] = sum(stage.tariff_revenue_musd, run.stages.length, years, year);
    total.private_cost_musd[year] = sum(stage.private_cost_musd, run.stages.length, years, year);
    total.emissions_territorial_t[year] = sum(mineral.emissions_territorial_t, run.minerals.length, years, year);
    total.emissions_consumption_t[year] = sum(mineral.emissions_consumption_t, run.minerals.length, years, year);
    composites(run, year);
  }
}

function sum(series: Float64Array, rows: number, years: number, year: number): number {
  let total = 0;
  for (let i = 0; i < rows; i++) total += series[i * years + year]!;
  return total;
}

/** Plain and value-weighted mean of dependence, plain mean of clamped chain-origin dependence; minerals without the figure are left out. */
function composites(run: Run, year: number): void {
  const { mineral, total } = run.annual;
  const years = run.model.years.length;
  let plain = 0;
  let plainCount = 0;
  let valued = 0;
  let values = 0;
  let chain = 0;
  let chainCount = 0;
  for (let i = 0; i < run.minerals.length; i++) {
    const m = run.minerals[i]!;
    const dependence = mineral.dependence[i * years + year]!;
    const origin = mineral.chain_origin_dependence[i * years + year]!;
    if (!Number.isNaN(dependence)) {
      let value = 0;
      for (const c of m.stages) value += c.model.demand * c.p.p_ref;
      plain += dependence;
      plainCount++;
      valued += value * dependence;
      values += value;
    }
    if (!Number.isNaN(origin)) {
      chain += Math.min(1, Math.max(0, origin));
      chainCount++;
    }
  }
  total.composite_equal[year] = plainCount > 0 ? plain / plainCount : NaN;
  total.composite_value[year] = values > 0 ? valued / values : NaN;
  total.composite_chain_equal[year] = chainCount > 0 ? chain / chainCount : NaN;
}
