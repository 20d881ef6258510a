/**
 * What the model reads from a dataset: parameter keys with the level at which an equation looks them up and the values it can work with,
 * and base-year quantities. A dataset that lacks one of them is not loaded; its levers are those of `shared/lever/`. Levels and look-up order: model specification, section 2.
 */
import type { NumberRange } from "./row-reader.ts";

/**
 * global: one value for the country. mineral: one per mineral. stage: one per mineral and stage of its chain.
 * later-stage: as stage, but not at the first. recycling: one per mineral at the stage with the recycling role.
 */
export type KeyLevel = "global" | "mineral" | "stage" | "later-stage" | "recycling";

export interface EngineKey {
  readonly levels: readonly KeyLevel[];
  readonly range: NumberRange;
  /** Value where the dataset has no row; undefined = a row must stand. */
  readonly fallback?: number;
}

const any: NumberRange = { min: 0 };
const positive: NumberRange = { min: 0, above: true };
const share: NumberRange = { min: 0, max: 1 };
const positiveShare: NumberRange = { min: 0, above: true, max: 1 };
/** A first-order adjustment faster than a month overshoots. */
const monthsToAdjust: NumberRange = { min: 1 };
const atLeastOne: NumberRange = { min: 1 };

const global = (range: NumberRange): EngineKey => ({ levels: ["global"], range });
const mineral = (range: NumberRange): EngineKey => ({ levels: ["mineral"], range });
const stage = (range: NumberRange): EngineKey => ({ levels: ["stage"], range });

export const engineKeys: Readonly<Record<string, EngineKey>> = {
  // Country: step 1 and step 3, costs that belong to no mineral, events
  ally_sub_rate: global(share),
  discount_rate_real: global({ min: -1, above: true }),
  event_floor: global(share),
  hub_half: global(positive),
  infra_build_months: global(positive),
  infra_depreciation: global(share),
  infra_half: global(positive),
  permit_admin_cost: global(any),
  ppp_phi: global(positiveShare),
  ppp_phi0: global(positive),
  tau_hub: global(monthsToAdjust),
  transp_admin_cost: global(any),

  // Mineral: E1, E2, E7, E8R, E9
  c0: mineral(share),
  c_max: mineral(share),
  circ_cmax_bonus: mineral(any),
  circ_cost_share: mineral(any),
  circ_effort: mineral(any),
  circ_life_ext_max: mineral(any),
  circ_rho_bonus: mineral(share),
  clean_kappa: mineral(any),
  collect_effort_scale: mineral(positive),
  collect_target_cap: mineral({ min: 0, max: 1, below: true }),
  eps_d: mineral(any),
  growth_hist: mineral({ min: -0.5, max: 1 }),
  hub_rd_max: mineral(any),
  k_price_sub: mineral(any),
  life_mean: mineral(positive),
  life_n: mineral({ min: 1, max: 24, integer: true }),
  rd_depreciation: mineral(share),
  rd_half_sub: mineral(positive),
  rd_x_half: mineral(positive),
  recycle_capex_mult: mineral(positive),
  recycle_headroom: mineral(positive),
  recycle_private: mineral(share),
  recycled_ghg_factor: mineral(any),
  rho0: mineral(share),
  rho_max: mineral(share),
  sub_max: mineral({ min: 0, max: 1, below: true }),
  sub_rate_back: mineral(any),
  sub_rate_max: mineral(any),
  tau_clean: mineral(monthsToAdjust),
  tau_collect: mineral(monthsToAdjust),
  tau_ext: mineral(monthsToAdjust),
  tau_recycle_order: mineral(monthsToAdjust),
  tau_scrap_loss: mineral(monthsToAdjust),
  tau_sub: mineral(monthsToAdjust),

  // Stage: E2–E6, E8, E10–E12 and the cost rules
  a_max: stage(any),
  ally_a_max: stage(positive),
  ally_k_max: stage(positive),
  ally_n: stage({ min: 1, integer: true }),
  ally_offtake_share: stage(share),
  ally_t: stage(positive),
  armington_sigma: stage(any),
  attrition: { levels: ["stage", "recycling"], range: share },
  capex: stage(positive),
  clean_abatement_max: stage(share),
  clean_tax_credit_premium: stage(any),
  content_factor: { levels: ["stage"], range: positive, fallback: 1 },
  diversify_premium: stage(any),
  ei: stage(any),
  eps_s: stage(positive),
  fill_cap_share: stage(any),
  fill_price_ceiling: stage(atLeastOne),
  home_cover: stage(any),
  hub_amax_max: stage(any),
  hub_tramp_red_max: { levels: ["stage", "recycling"], range: share },
  import_ei_mult: stage(any),
  infra_capex_red_max: stage({ min: 0, max: 1, below: true }),
  infra_cost_red_max: stage({ min: 0, max: 1, below: true }),
  infra_tcon_red_max: stage(share),
  iota: stage(any),
  k_max: stage(any),
  kappa: stage(positive),
  leak: stage(share),
  m_hurdle: stage({}),
  m_width: stage(positive),
  p_ref: stage(positive),
  permit_attr_penalty: stage(share),
  permit_entry_bonus: stage(any),
  permit_mult_min: stage(positiveShare),
  pi_cap: stage(atLeastOne),
  price_floor_eligible: stage(share),
  price_floor_upside_share: stage(share),
  price_index_min: stage(positive),
  rd_x_cost_red_max: stage({ min: 0, max: 1, below: true }),
  rd_x_yield_gain_max: stage(share),
  release_horizon: stage(monthsToAdjust),
  release_trigger: stage(share),
  rho_div: stage(any),
  stock_holding_cost: stage(any),
  stock_trade_margin: stage(share),
  surge: stage(any),
  t_con: { levels: ["stage", "recycling"], range: positive },
  t_perm: { levels: ["stage", "recycling"], range: positive },
  t_ramp: { levels: ["stage", "recycling"], range: positive },
  tariff_passthrough: stage(any),
  tau_contract: stage(monthsToAdjust),
  tau_div: stage(monthsToAdjust),
  tau_fill: stage(monthsToAdjust),
  tau_pi_dn: stage(monthsToAdjust),
  tau_pi_up: stage(monthsToAdjust),
  tau_v_draw: stage(monthsToAdjust),
  tau_v_fill: stage(monthsToAdjust),
  transp_cost_wedge: stage(any),
  transp_safety_days: stage(any),
  transp_share_shift: stage(share),
  u_max: stage(positiveShare),
  u_ref: stage(positiveShare),
  v_days: stage(any),
  v_min: stage(share),
  x0_entry: stage(any),
  yield: { levels: ["later-stage"], range: positive },
};

/** Pairs of keys whose order equations rely on: `lower` may not pass `upper`, nor equal it where `strictly` is set. */
export const orderedKeys: readonly { readonly lower: string; readonly upper: string; readonly level: KeyLevel; readonly strictly: boolean }[] = [
  { lower: "u_ref", upper: "u_max", level: "stage", strictly: true },
  { lower: "c0", upper: "c_max", level: "mineral", strictly: false },
  { lower: "rho0", upper: "rho_max", level: "mineral", strictly: false },
];

/** Base-year figures that the model starts from, with the only unit it understands. */
export const engineQuantities: Readonly<Record<string, { readonly at: "stage" | "recycling stage"; readonly unit: string }>> = {
  demand: { at: "stage", unit: "t/yr" },
  feed_to_next_stage: { at: "stage", unit: "t/yr" },
  capacity: { at: "stage", unit: "t/yr" },
  government_stock: { at: "stage", unit: "t" },
  in_use_factor: { at: "recycling stage", unit: "t/t" },
};

/** Priority classes, first served first; their labels are the dataset's. */
export const engineClasses = ["defence", "essential", "other"] as const;

/** The supplier id that stands for the home country's own plants in an outage. */
export const DOMESTIC = "DOMESTIC";

/** The supplier id for all suppliers that a file does not name. */
export const OTHER_SUPPLIERS = "OTH";
