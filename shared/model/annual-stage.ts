/** Annual indicators of one stage: sums over twelve months unless the name says otherwise. NaN = not defined. */
import { leadTime, leadTimePercentile } from "./lead-time.ts";
import { RECORD } from "./month-record.ts";
import { constructionMonths, permitMonths, rampMonths } from "./multipliers.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

export function stageYear(run: Run, c: StageRun, year: number): void {
  const series = run.annual.stage;
  const months = run.stageMonths;
  const at = c.model.index * run.model.years.length + year;
  const first = (c.model.index * run.model.months + year * 12) * RECORD;

  let output = 0;
  let recycled = 0;
  let bought = 0;
  let allyImports = 0;
  let exports = 0;
  let demand = 0;
  let demandReference = 0;
  let feed = 0;
  let unmet = 0;
  let premium = 0;
  let premiumMax = 0;
  // Records are in the order of `stageQuantities`.
  for (let o = first; o < first + 12 * RECORD; o += RECORD) {
    output += months[o]!;
    recycled += months[o + 1]!;
    bought += months[o + 2]!;
    allyImports += months[o + 3]!;
    exports += months[o + 4]!;
    demand += months[o + 5]!;
    demandReference += months[o + 6]!;
    feed += months[o + 7]!;
    unmet += months[o + 8]!;
    const monthly = months[o + 11]!;
    premium += monthly;
    if (monthly > premiumMax) premiumMax = monthly;
  }
  const { industryStock, governmentStock } = c;
  const industryBefore = year === 0 ? c.initialIndustryStock : months[first - RECORD + 9]!;
  const governmentBefore = year === 0 ? c.model.governmentStock : months[first - RECORD + 10]!;
  const stockChange = industryStock - industryBefore + (governmentStock - governmentBefore);

  const imports = bought + allyImports;
  const domestic = output + recycled;
  const asked = demand + feed;
  const reference = demandReference + feed;
  const apparent = domestic + imports - exports - stockChange;
  const decemberRate = 12 * (c.demand + c.feed);

  series.production_t[at] = output;
  series.secondary_t[at] = recycled;
  series.imports_t[at] = imports;
  series.ally_imports_t[at] = allyImports;
  series.exports_t[at] = exports;
  series.demand_ref_t[at] = demandReference;
  series.demand_t[at] = demand;
  series.feed_t[at] = feed;
  series.delivered_t[at] = asked - unmet;
  series.apparent_consumption_t[at] = apparent;
  // Undefined where everything is exported.
  series.nir[at] = apparent <= 1e-6 * domestic ? NaN : (imports - exports - stockChange) / apparent;
  // I3. Undefined for an exporter: need at home is at most 2 % of output.
  series.nirx[at] = reference <= 0.02 * domestic ? NaN : 1 - domestic / reference;
  series.unmet_t[at] = unmet;
  series.unmet_share[at] = ratio(unmet, asked);
  series.price_destroyed_t[at] = demandReference - demand;
  series.total_loss_share[at] = ratio(unmet + demandReference - demand, reference);
  series.premium_avg[at] = premium / 12;
  series.premium_max[at] = premiumMax;
  series.price_index_avg[at] = c.priceSum / 12;
  series.industry_stock_t[at] = industryStock;
  series.government_stock_t[at] = governmentStock;
  series.cover_days[at] = ratio(365 * (industryStock + governmentStock), decemberRate);
  series.government_cover_days[at] = ratio(365 * governmentStock, decemberRate);
  series.capacity_t_per_yr[at] = c.capacity;
  series.pipeline_t_per_yr[at] = c.permitting1 + c.permitting2 + c.permitting3 + c.construction1 + c.construction2 + c.construction3 + c.rampUp1 + c.rampUp2;
  series.starts_t_per_yr[at] = c.startsSum;
  leadTimeOfYear(run, c, year, at);
}

const ratio = (a: number, b: number): number => (b > 0 ? a / b : NaN);

/** Lead times of December; copied from the year before where no multiplier has changed since. */
function leadTimeOfYear(run: Run, c: StageRun, year: number, at: number): void {
  const { lead_time_months, lead_time_p10_months, lead_time_p90_months } = run.annual.stage;
  const t = year * 12 + 11;
  if (year > 0 && sameLeadTime(run, t - 12, t)) {
    lead_time_months[at] = lead_time_months[at - 1]!;
    lead_time_p10_months[at] = lead_time_p10_months[at - 1]!;
    lead_time_p90_months[at] = lead_time_p90_months[at - 1]!;
    return;
  }
  const { mean, variance } = leadTime(permitMonths(c, run.permit[t]!), constructionMonths(c, run.infrastructureGain[t]!), rampMonths(c, run.hubGain[t]!));
  lead_time_months[at] = mean;
  lead_time_p10_months[at] = leadTimePercentile(mean, variance, -1);
  lead_time_p90_months[at] = leadTimePercentile(mean, variance, 1);
}

const sameLeadTime = (run: Run, a: number, b: number): boolean =>
  run.permit[a] === run.permit[b] && run.infrastructureGain[a] === run.infrastructureGain[b] && run.hubGain[a] === run.hubGain[b];
