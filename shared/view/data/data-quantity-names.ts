/** What the quantities of the base-year balance are called on screen, in the order in which a reviewer asks for them. */

const quantities: readonly (readonly [id: string, name: string])[] = [
  ["domestic_production", "Domestic production"],
  ["secondary_production", "Recycled production"],
  ["apparent_consumption", "Apparent consumption"],
  ["apparent_consumption_published", "Apparent consumption as published"],
  ["demand", "Demand"],
  ["imports", "Imports"],
  ["exports", "Exports"],
  ["exports_ores_and_compounds", "Exports of ores and compounds"],
  ["exports_implied", "Exports implied by the balance"],
  ["published_nir_pct", "Net import reliance as published"],
  ["published_nir_lower_bound_pct", "Net import reliance as published, at least"],
  ["capacity", "Capacity at home"],
  ["industry_stock", "Industry stock at the end of the year"],
  ["industry_stock_prev", "Industry stock a year before"],
  ["government_stock", "Government stock"],
  ["feed_to_next_stage", "Feed of the next stage"],
  ["model_net_imports", "Net imports in the model"],
  ["model_surplus_exports", "Surplus exports in the model"],
  ["unexplained_surplus", "Surplus that is not explained"],
  ["statistical_discrepancy", "What the balance leaves open"],
  ["in_use_factor", "Material that enters use, per unit of demand"],
];

const names = new Map(quantities);
const ranks = new Map(quantities.map(([id], rank) => [id, rank]));

/** A quantity without a row as its file writes it, in words. */
export const quantityName = (id: string): string => names.get(id) ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll("_", " ");

/** Place in the order; those without a row stand last. */
export const quantityRank = (id: string): number => ranks.get(id) ?? quantities.length;

/** Prices come after trade and before capacity. */
export const PRICE_RANK = quantityRank("published_nir_lower_bound_pct") + 0.5;
