/**
 * Annual indicators of a run (specification, section 7), one array per indicator under its own name. NaN = not defined.
 * Stage series are indexed by stage × year, mineral series by mineral × year, totals by year.
 */
import type { Model } from "./compile-model.ts";

export type Annual = ReturnType<typeof createAnnual>;

export function createAnnual(model: Model) {
  const years = model.years.length;
  return {
    stage: stageSeries(model.stages.length * years),
    mineral: mineralSeries(model.minerals.length * years),
    total: totalSeries(years),
    /** Position of the top supplier in its stage's list; -1 = none. */
    topSupplier: new Int32Array(model.stages.length * years),
    /** Unmet demand by priority class: class × stage × year. */
    unmetByClass: new Float64Array(model.dataset.classes.length * model.stages.length * years),
    /** Public cost, $M: lever × year, and mineral × year with "shared" last. */
    costByLever: new Float64Array(model.dataset.levers.length * years),
    costByMineral: new Float64Array((model.minerals.length + 1) * years),
  };
}

function stageSeries(size: number) {
  const series = (): Float64Array => new Float64Array(size);
  return {
    production_t: series(),
    secondary_t: series(),
    imports_t: series(),
    ally_imports_t: series(),
    exports_t: series(),
    demand_ref_t: series(),
    demand_t: series(),
    feed_t: series(),
    delivered_t: series(),
    apparent_consumption_t: series(),
    nir: series(),
    nirx: series(),
    unmet_t: series(),
    unmet_share: series(),
    price_destroyed_t: series(),
    total_loss_share: series(),
    premium_avg: series(),
    premium_max: series(),
    price_index_avg: series(),
    industry_stock_t: series(),
    government_stock_t: series(),
    released_t: series(),
    cover_days: series(),
    government_cover_days: series(),
    capacity_t_per_yr: series(),
    pipeline_t_per_yr: series(),
    starts_t_per_yr: series(),
    hhi: series(),
    top_supplier_share: series(),
    top_country_of_demand: series(),
    nonallied_dependence: series(),
    supply_hhi: series(),
    lead_time_months: series(),
    lead_time_p10_months: series(),
    lead_time_p90_months: series(),
    tariff_revenue_musd: series(),
    private_cost_musd: series(),
  };
}

function mineralSeries(size: number) {
  const series = (): Float64Array => new Float64Array(size);
  return {
    chain_origin_dependence: series(),
    nir_published_basis: series(),
    dependence: series(),
    eol_t: series(),
    collected_t: series(),
    secondary_t: series(),
    collection_rate: series(),
    recovery_yield: series(),
    eol_rr: series(),
    eol_rir: series(),
    scrap_stock_t: series(),
    recycling_capacity_t_per_yr: series(),
    in_use_stock_t: series(),
    substitution: series(),
    clean_adoption: series(),
    emissions_territorial_t: series(),
    emissions_consumption_t: series(),
  };
}

function totalSeries(size: number) {
  const series = (): Float64Array => new Float64Array(size);
  return {
    public_cost_musd: series(),
    public_cost_discounted_cum_musd: series(),
    tariff_revenue_musd: series(),
    private_cost_musd: series(),
    composite_equal: series(),
    composite_chain_equal: series(),
    composite_value: series(),
    emissions_territorial_t: series(),
    emissions_consumption_t: series(),
  };
}
