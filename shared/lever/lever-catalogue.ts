/**
 * What the program knows of each lever beyond its row in the dataset: a lever is added here, and its effect in `shared/model/`.
 * Names, bounds, dates and precedents are the dataset's. Statements are about the equations, not about policy, and name no country.
 */
import type { StageRole } from "../dataset/dataset.ts";
import type { IndicatorLevel } from "../indicator/indicator.ts";

export type LeverField = "minerals" | "stages" | "partner" | "eligible" | "phase_out" | "countries";

interface LeverChart {
  readonly level: IndicatorLevel;
  readonly id: string;
}

export interface LeverRow {
  /** Sub-settings that an instance may carry (specification, section 6). Without `minerals` it acts on the country as a whole. */
  readonly fields: readonly LeverField[];
  /** How it works in the model, in words. */
  readonly works: string;
  /** Ids of the equations that read it or that it is there for, the one that says most first. Its cost rule stands in the dataset. */
  readonly equations: readonly string[];
  /** What it cannot do in this model. */
  readonly limits: string;
  /** Words that people use for it and that may stand nowhere in the dataset. */
  readonly also: string;
  /** Which suppliers it acts on: it is found by their countries. */
  readonly suppliers?: "all" | "allied" | "not allied";
  /** Indicators that show what it does, the most telling first. */
  readonly charts: readonly LeverChart[];
  /** It moves purchases from one supplier to another: its first chart is the whole of a mineral's supply. */
  readonly isShownByOrigin?: true;
  /** Parameters of its delays in the order in which they pass, and the role of the stages whose plants pass them. */
  readonly delays?: { readonly keys: readonly string[]; readonly role?: StageRole };
  /** The plants that its money pays for; `role` null = of any stage. */
  readonly pays?: { readonly kind: "plants" | "recycling" | "partner"; readonly role: StageRole | null };
  /** Role of the stages that it holds at while a setting names none; without it a lever with `stages` holds at all. */
  readonly usualStage?: StageRole;
  /** It works through what is collected, whose rate follows slowly. */
  readonly collects?: true;
  /** It only changes what the levers do that pay for plants at home. */
  readonly servesGrants?: true;
}

const stage = (id: string): LeverChart => ({ level: "stage", id });
const mineral = (id: string): LeverChart => ({ level: "mineral", id });
const total = (id: string): LeverChart => ({ level: "total", id });

const CAPACITY = [stage("capacity_t_per_yr"), stage("pipeline_t_per_yr"), stage("production_t"), stage("starts_t_per_yr")];
const MARKET = [stage("production_t"), stage("capacity_t_per_yr"), total("public_cost_musd"), stage("price_index_avg")];
const SUPPLIERS = [stage("top_supplier_share"), stage("nonallied_dependence"), stage("hhi"), stage("top_country_of_demand")];
const SCRAP = [mineral("collection_rate"), mineral("secondary_t"), mineral("eol_rir"), mineral("recycling_capacity_t_per_yr"), mineral("scrap_stock_t")];

const PLANT = ["t_perm", "t_con", "t_ramp"];
const GRANT = "each further million begins fewer. What is begun passes permits, construction and ramp-up; some of it is given up.";

const rows = {
  reserve_days: {
    fields: ["minerals", "stages"],
    works:
      "Sets the stock that the reserve aims at. It buys a part of what is missing each month, and releases in a disruption what commercial stocks do not cover.",
    equations: ["E5"],
    limits:
      "Helps in a disruption; it does not lower import dependence in normal years. Filling pauses while a disruption lasts and while prices are very high.",
    also: "inventory storage buffer",
    charts: [stage("government_cover_days"), stage("cover_days"), stage("government_stock_t"), stage("unmet_share"), stage("released_t")],
    delays: { keys: ["tau_fill"] },
    usualStage: "processing",
  },
  mining_invest: {
    fields: ["minerals"],
    works: `Grants begin new mines; ${GRANT}`,
    equations: ["E8"],
    limits:
      "New mines count once all steps have passed, in many years. They show in chain-origin dependence, not in exposure at processing. The money is spent also where nothing more can be built.",
    also: "subsidy subsidies money funding loans",
    charts: [mineral("chain_origin_dependence"), total("composite_chain_equal"), ...CAPACITY],
    delays: { keys: PLANT, role: "mining" },
    pays: { kind: "plants", role: "mining" },
  },
  processing_invest: {
    fields: ["minerals"],
    works: `Grants begin new processing plants; ${GRANT}`,
    equations: ["E8"],
    limits:
      "New plants count once all steps have passed, in years. Without ore at home they run on imported feed. The money is spent also where nothing more can be built.",
    also: "subsidy subsidies money funding loans refineries smelters",
    charts: [...CAPACITY, stage("nirx")],
    delays: { keys: PLANT, role: "processing" },
    pays: { kind: "plants", role: "processing" },
  },
  magnet_invest: {
    fields: ["minerals"],
    works: `Grants begin new plants of the last stage; ${GRANT}`,
    equations: ["E8"],
    limits: "Works only for minerals with such a stage. New plants count once all steps have passed, in years.",
    also: "subsidy subsidies money funding loans",
    charts: [...CAPACITY, stage("nirx")],
    delays: { keys: PLANT, role: "fabrication" },
    pays: { kind: "plants", role: "fabrication" },
  },
  ppp_public_share: {
    fields: [],
    works: "Sets how much of a project's capital a grant carries. The smaller the share, the more projects the same money starts.",
    equations: ["Shared"],
    limits: "Changes nothing unless a grant is paid.",
    also: "public-private partnership ppp co-funding subsidy",
    charts: [...CAPACITY, stage("nirx")],
    servesGrants: true,
  },
  permit_speed: {
    fields: [],
    works: "Shortens the permitting time of plants at home and adds to their starts; a few more permitted projects are given up.",
    equations: ["E8"],
    limits: "Shortens permitting only; a few more projects fail in court.",
    also: "approvals licences red tape delays",
    charts: [stage("lead_time_months"), stage("lead_time_p90_months"), ...CAPACITY],
    delays: { keys: ["t_perm"], role: "mining" },
  },
  infrastructure: {
    fields: [],
    works: "Builds up shared works that make plants at home cheaper to build and to run, and quicker to build, each further million less.",
    equations: ["Shared", "E4", "E8"],
    limits: "Shared by all minerals; builds up over years.",
    also: "roads railways energy",
    charts: CAPACITY,
    delays: { keys: ["infra_build_months"] },
  },
  hubs: {
    fields: [],
    works: "Lets more plants be started in a year, shortens their ramp-up and makes research go further, each further million less.",
    equations: ["Shared", "E8", "E9"],
    limits: "Shared by all minerals; helps projects that something else has started.",
    also: "innovation clusters",
    charts: [...CAPACITY, stage("lead_time_months")],
    delays: { keys: ["tau_hub"] },
  },
  price_floor: {
    fields: ["minerals", "eligible"],
    works: "Pays processing plants what the price lacks to the floor, on the covered part of output: they earn more, run more, and more are begun.",
    equations: ["E4"],
    limits: "Processing only.",
    also: "minimum price guarantee",
    charts: MARKET,
  },
  offtake: {
    fields: ["minerals"],
    works: "Keeps processing plants running at the guaranteed share of capacity where the market alone would run them less.",
    equations: ["E4"],
    limits: "Processing only; plants cannot run above their capacity.",
    also: "purchase demand guarantee",
    charts: MARKET,
  },
  production_credit: {
    fields: ["minerals", "phase_out"],
    works: "Lowers the unit cost of mining and processing: plants earn more, run more, and more are begun.",
    equations: ["E4"],
    limits: "Mining and processing only.",
    also: "subsidy subsidies tax break",
    charts: MARKET,
  },
  clean_credit: {
    fields: ["minerals"],
    works: "Makes cleaner practice spread in mining and processing, and lowers the unit cost of what has adopted it by what the credit exceeds its extra cost.",
    equations: ["E9", "E4"],
    limits: "Mining and processing only.",
    also: "subsidy subsidies green emissions",
    charts: [mineral("clean_adoption"), mineral("emissions_territorial_t"), total("emissions_territorial_t"), total("public_cost_musd")],
    delays: { keys: ["tau_clean"] },
  },
  tariff: {
    fields: ["minerals", "stages", "countries"],
    works: "Adds to the price of imports from the suppliers it touches. Buyers ask for less, plants at home earn more, and purchases move to other suppliers.",
    equations: ["E3", "E10"],
    limits: "Where no countries are chosen it leaves out allied suppliers and those that the dataset does not name.",
    also: "duty duties customs import tax",
    suppliers: "not allied",
    charts: [...SUPPLIERS, total("tariff_revenue_musd")],
    isShownByOrigin: true,
  },
  diversify: {
    fields: ["minerals"],
    works: "Sets the share that the largest supplier that is no ally should fall to. Purchases move there no faster than contracts allow.",
    equations: ["E10"],
    limits: "Moves imports between suppliers; it does not lower imports.",
    also: "suppliers sourcing friend-shoring de-risking",
    suppliers: "not allied",
    charts: [...SUPPLIERS, total("private_cost_musd")],
    isShownByOrigin: true,
  },
  transparency: {
    fields: [],
    works: "Adds to the price of risky suppliers, moves purchases away from them, and lets users keep a few more days of stock.",
    equations: ["E10", "E3", "E5"],
    limits: "Moves imports away from risky suppliers; it does not lower imports by itself.",
    also: "traceability due diligence reporting",
    suppliers: "all",
    charts: [...SUPPLIERS, total("private_cost_musd")],
    isShownByOrigin: true,
  },
  ally_finance: {
    fields: ["minerals", "partner", "stages"],
    works: "Builds plants in the partner country after a delay, each further million fewer. A fixed part of their output is committed to the home country.",
    equations: ["E11", "E10"],
    limits: "A partner's output is still an import: it lowers dependence on suppliers that are not allies.",
    also: "friend-shoring allies foreign abroad subsidy funding",
    suppliers: "allied",
    charts: [stage("ally_imports_t"), ...SUPPLIERS],
    isShownByOrigin: true,
    delays: { keys: ["ally_t"], role: "processing" },
    pays: { kind: "partner", role: null },
    usualStage: "processing",
  },
  recycling_rate: {
    fields: ["minerals"],
    works: "Sets the collection rate that law asks for. Collection moves there slowly, not beyond its ceiling, and the effort that it takes is paid for.",
    equations: ["E9"],
    limits: "Covers collection only; recycled tonnes also need plants. A target at or below the rate reached anyway changes nothing and costs nothing.",
    also: "scrap reuse",
    charts: [...SCRAP, total("public_cost_musd")],
    delays: { keys: ["tau_collect"] },
    collects: true,
  },
  collection_spend: {
    fields: ["minerals"],
    works: "Buys collection effort: the rate rises slowly towards its ceiling, each further million less.",
    equations: ["E9"],
    limits: "Collection only; recycled tonnes also need plants.",
    also: "scrap e-waste reuse",
    charts: SCRAP,
    delays: { keys: ["tau_collect"] },
    collects: true,
  },
  recycling_plants: {
    fields: ["minerals"],
    works:
      "Orders recycling plants beside those that recyclers order themselves, fewer the more of the scrap has a plant; they pass permits, construction and ramp-up.",
    equations: ["E8R"],
    limits: "Plants need collected scrap, and count once all steps have passed, in years.",
    also: "scrap subsidy subsidies funding",
    charts: [mineral("recycling_capacity_t_per_yr"), mineral("secondary_t"), mineral("scrap_stock_t"), mineral("eol_rir")],
    delays: { keys: PLANT, role: "recycling" },
    pays: { kind: "recycling", role: null },
  },
  circular: {
    fields: ["minerals"],
    works: "Adds to collection and its ceiling, to recovery, and to the life of products.",
    equations: ["E9", "E1"],
    limits: "Longer life delays scrap. Recycled tonnes also need plants.",
    also: "scrap reuse repair",
    charts: [mineral("in_use_stock_t"), ...SCRAP, mineral("recovery_yield")],
    delays: { keys: ["tau_ext"] },
    collects: true,
  },
  rd_substitution: {
    fields: ["minerals"],
    works: "Builds up knowledge that lowers what is needed of the mineral, slowly and up to a largest share.",
    equations: ["E9", "E2"],
    limits: "Works through demand only. Knowledge fades where spending ends.",
    also: "r&d innovation alternatives",
    charts: [mineral("substitution"), stage("demand_ref_t"), stage("demand_t")],
    delays: { keys: ["tau_sub"] },
  },
  rd_extraction: {
    fields: ["minerals"],
    works: "Builds up knowledge that lowers the unit cost of plants at home and raises their yield, up to a limit.",
    equations: ["E9", "E4"],
    limits: "Needs plants at home. Knowledge fades where spending ends.",
    also: "r&d innovation efficiency",
    charts: [stage("production_t"), stage("capacity_t_per_yr"), stage("starts_t_per_yr")],
  },
} as const satisfies Readonly<Record<string, LeverRow>>;

/** Levers that the model knows. Every one but the public share is 0 in the status quo. */
export type EngineLever = keyof typeof rows;

export const leverCatalogue: Readonly<Record<EngineLever, LeverRow>> = rows;

export const engineLevers = Object.keys(rows) as readonly EngineLever[];

/** The row of a lever by the id that a dataset or scenario gives; undefined where the model does not know it. */
export const leverRow = (id: string): LeverRow | undefined => (Object.hasOwn(rows, id) ? leverCatalogue[id as EngineLever] : undefined);

/** Ids of the levers whose row has what is asked for. */
export const leversWith = (has: (row: LeverRow) => boolean): readonly EngineLever[] => engineLevers.filter((id) => has(leverCatalogue[id]));

/** It pays for plants at home, and its money goes further or less far with the public share of a project. */
export const isGrant = ({ pays }: LeverRow): boolean => pays !== undefined && pays.kind !== "partner";
