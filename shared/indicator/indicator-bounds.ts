/** Between which values an indicator lies, and when it has none: what the method page says beside its formula. */
import type { Indicator, IndicatorUnit } from "./indicator.ts";

export interface IndicatorBounds {
  readonly range: string;
  /** "" = it always has a value. */
  readonly none: string;
}

const NOT_NEGATIVE = "0 or more";
const byUnit: Readonly<Record<IndicatorUnit, string>> = {
  share: "0% to 100%",
  t: NOT_NEGATIVE,
  t_per_yr: NOT_NEGATIVE,
  t_co2e: NOT_NEGATIVE,
  musd: NOT_NEGATIVE,
  days: NOT_NEGATIVE,
  months: NOT_NEGATIVE,
  index: "more than 0; 1 = base year",
  hhi: "0 to 10,000; 10,000 = one supplier",
  text: "a supplier of the dataset",
};

const AT_MOST_ALL = "at most 100%; negative = net exporter";
const PREMIUM = "1 (normal) to the highest premium of the dataset";
const COST = "can be negative: sales from the reserve and shared prices above a floor are set off";
const NO_IMPORTS = "without imports";
const NO_MINERAL = "where no mineral has a value";

/** What differs from the rule of the unit. */
const exceptions: Readonly<Record<string, Partial<IndicatorBounds>>> = {
  nir: { range: AT_MOST_ALL, none: "where practically everything is exported: apparent consumption is at most a millionth of output" },
  nirx: { range: AT_MOST_ALL, none: "for an exporter: need at home is at most 2% of output" },
  nonallied_dependence: { range: "0% or more; above 100% where imports also fill stocks", none: "for an exporter, as exposure" },
  unmet_share: { none: "where nothing is asked for" },
  total_loss_share: { none: "where nothing is needed" },
  premium_avg: { range: PREMIUM },
  premium_max: { range: PREMIUM },
  cover_days: { none: "where nothing is asked for in December" },
  government_cover_days: { none: "where nothing is asked for in December" },
  hhi: { none: NO_IMPORTS },
  top_supplier: { none: NO_IMPORTS },
  top_supplier_share: { none: NO_IMPORTS },
  top_country_of_demand: { range: "0% or more; above 100% where imports also fill stocks", none: "where nothing is asked for" },
  supply_hhi: { none: "without any supply" },
  dependence: { none: "where no stage has demand in the base year" },
  chain_origin_dependence: { range: AT_MOST_ALL, none: "where nothing is needed at processing" },
  nir_published_basis: { range: AT_MOST_ALL, none: "where the consumption that the publication counts is 0 or less" },
  eol_rr: { range: "0% or more; above 100% while waiting scrap is worked off", none: "where nothing reaches its end of life" },
  eol_rir: { none: "without any supply at processing" },
  composite_equal: { none: NO_MINERAL },
  composite_value: { none: NO_MINERAL },
  composite_chain_equal: { none: NO_MINERAL },
  public_cost_musd: { range: COST },
  public_cost_discounted_cum_musd: { range: COST },
};

export const boundsOf = ({ id, unit }: Pick<Indicator, "id" | "unit">): IndicatorBounds => ({ range: byUnit[unit], none: "", ...exceptions[id] });

export const boundedIds: readonly string[] = Object.keys(exceptions);
