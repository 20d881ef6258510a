/**
 * Which indicators show what a lever does, related ones first, and the list that the right chart offers.
 * A lever that this table does not know (another dataset) offers the whole catalogue without a related group.
 */
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import { inSentence } from "../../format/words.ts";
import { CATALOGUE } from "../../indicator/catalogue.ts";
import type { IndicatorLevel } from "../../indicator/indicator.ts";
import type { BreakdownChoice, BreakdownId, ChartChoice, ChartGroup, ChartOption, IndicatorChoice, IndicatorGroup, IndicatorOption } from "./explore-types.ts";
import { indicatorFor } from "../view-context.ts";

const stage = (id: string): IndicatorChoice => ({ level: "stage", id });
const mineral = (id: string): IndicatorChoice => ({ level: "mineral", id });
const total = (id: string): IndicatorChoice => ({ level: "total", id });

const CAPACITY = [stage("capacity_t_per_yr"), stage("pipeline_t_per_yr"), stage("production_t"), stage("starts_t_per_yr")];
const MARKET = [stage("production_t"), stage("capacity_t_per_yr"), total("public_cost_musd"), stage("price_index_avg")];
const SUPPLIERS = [stage("top_supplier_share"), stage("nonallied_dependence"), stage("hhi"), stage("top_country_of_demand")];
const SCRAP = [mineral("collection_rate"), mineral("secondary_t"), mineral("eol_rir"), mineral("recycling_capacity_t_per_yr"), mineral("scrap_stock_t")];

/** Lever id → indicators, the most telling first. */
const RELATED: Readonly<Record<string, readonly IndicatorChoice[]>> = {
  reserve_days: [stage("government_cover_days"), stage("cover_days"), stage("government_stock_t"), stage("unmet_share"), stage("released_t")],
  mining_invest: [mineral("chain_origin_dependence"), total("composite_chain_equal"), ...CAPACITY],
  processing_invest: [...CAPACITY, stage("nirx")],
  magnet_invest: [...CAPACITY, stage("nirx")],
  ppp_public_share: [...CAPACITY, total("public_cost_musd")],
  permit_speed: [stage("lead_time_months"), stage("lead_time_p90_months"), ...CAPACITY],
  infrastructure: CAPACITY,
  hubs: [...CAPACITY, mineral("recovery_yield")],
  price_floor: MARKET,
  offtake: MARKET,
  production_credit: MARKET,
  clean_credit: [mineral("clean_adoption"), mineral("emissions_territorial_t"), total("emissions_territorial_t"), total("public_cost_musd")],
  tariff: [...SUPPLIERS, total("tariff_revenue_musd")],
  diversify: [...SUPPLIERS, total("private_cost_musd")],
  transparency: [...SUPPLIERS, total("private_cost_musd")],
  ally_finance: [stage("ally_imports_t"), ...SUPPLIERS],
  recycling_rate: [...SCRAP, total("public_cost_musd")],
  collection_spend: SCRAP,
  recycling_plants: [mineral("recycling_capacity_t_per_yr"), mineral("secondary_t"), mineral("scrap_stock_t"), mineral("eol_rir")],
  circular: [mineral("in_use_stock_t"), ...SCRAP],
  rd_substitution: [mineral("substitution"), stage("demand_ref_t"), stage("demand_t")],
  rd_extraction: [mineral("recovery_yield"), stage("production_t"), stage("capacity_t_per_yr")],
};

export const relatedIndicators = (leverId: string | null): readonly IndicatorChoice[] => (leverId === null ? [] : (RELATED[leverId] ?? []));

/** Levers that move purchases from one supplier to another: their first chart is the whole of the supply. */
const SHOWN_BY_ORIGIN: ReadonlySet<string> = new Set(["tariff", "diversify", "transparency", "ally_finance"]);

const breakdown = (id: BreakdownId): BreakdownChoice => ({ level: "breakdown", id });

/** What the right chart shows when nobody has chosen: what the lever in hand does; else the minerals side by side, or who supplies the mineral. */
export function defaultChart(leverId: string | null, mineralId: string | null): ChartChoice {
  if (mineralId !== null && leverId !== null && SHOWN_BY_ORIGIN.has(leverId)) return breakdown("origin");
  return relatedIndicators(leverId)[0] ?? (mineralId === null ? mineral("dependence") : breakdown("origin"));
}

export const choiceKey = ({ level, id }: ChartChoice): string => `${level}:${id}`;

const LEVEL_NAMES: Readonly<Record<IndicatorLevel, string>> = { stage: "By stage", mineral: "By mineral", total: "All minerals together" };

/** The catalogue as the right chart offers it; words are not drawn, so text indicators are left out. */
export function indicatorGroups(dataset: Pick<Dataset, "levers">, leverInHand: string | null): readonly IndicatorGroup[] {
  const lever: Lever | undefined = dataset.levers.find(({ id }) => id === leverInHand);
  const related = relatedIndicators(leverInHand).map(option);
  const levels = (["stage", "mineral", "total"] as const).map((level) => ({
    label: LEVEL_NAMES[level],
    options: CATALOGUE.filter((indicator) => indicator.level === level && indicator.unit !== "text").map(({ id }) => option({ level, id })),
  }));
  return lever && related.length > 0 ? [{ label: `Related to ${inSentence(lever.name)}`, options: related }, ...levels] : levels;
}

const option = (choice: IndicatorChoice): IndicatorOption => ({ key: choiceKey(choice), choice, label: indicatorFor(choice).label });

const BREAKDOWN_LABELS: Readonly<Record<BreakdownId, string>> = {
  origin: "Supply by origin",
  stages: "Exposure by stage",
  minerals: "Import dependence by mineral",
  levers: "Public cost by lever",
  weightings: "Composite by both weightings",
};

/** All that the right chart offers: what goes with the lever in hand, the breakdowns that make sense for the selection, the catalogue. */
export function chartGroups(dataset: Pick<Dataset, "levers">, leverInHand: string | null, mineralId: string | null): readonly ChartGroup[] {
  const ids = mineralId === null ? (["minerals", "weightings", "levers"] as const) : (["origin", "stages", "minerals", "levers", "weightings"] as const);
  const options = ids.map((id): ChartOption => ({ key: choiceKey(breakdown(id)), choice: breakdown(id), label: BREAKDOWN_LABELS[id] }));
  const indicators = indicatorGroups(dataset, leverInHand);
  const hasRelated = indicators.length > Object.keys(LEVEL_NAMES).length;
  const sideBySide = { label: "Side by side", options };
  return hasRelated ? [indicators[0]!, sideBySide, ...indicators.slice(1)] : [sideBySide, ...indicators];
}
