/**
 * The parameters that equations read, by the level at which they are looked up (specification, section 2).
 * Field names are the keys of the dataset; `shared/dataset/engine-keys.ts` says the same as data, and a test holds the two together.
 * `loadParameters` fills the fields from a parameter vector; `run.ts` says why they begin as NaN.
 */

/** One value for the country: step 1, step 3, events, costs that belong to no mineral. */
export class GlobalParameters {
  ally_sub_rate = NaN;
  discount_rate_real = NaN;
  event_floor = NaN;
  hub_half = NaN;
  infra_build_months = NaN;
  infra_depreciation = NaN;
  infra_half = NaN;
  permit_admin_cost = NaN;
  ppp_phi = NaN;
  ppp_phi0 = NaN;
  tau_hub = NaN;
  transp_admin_cost = NaN;
}

/** One value per mineral: E1, E2, E7, E8R, E9, splitting money. */
export class MineralParameters {
  c0 = NaN;
  c_max = NaN;
  circ_cmax_bonus = NaN;
  circ_cost_share = NaN;
  circ_effort = NaN;
  circ_life_ext_max = NaN;
  circ_rho_bonus = NaN;
  clean_kappa = NaN;
  collect_effort_scale = NaN;
  collect_target_cap = NaN;
  eps_d = NaN;
  growth_hist = NaN;
  hub_rd_max = NaN;
  k_price_sub = NaN;
  life_mean = NaN;
  life_n = NaN;
  rd_depreciation = NaN;
  rd_half_sub = NaN;
  rd_x_half = NaN;
  recycle_capex_mult = NaN;
  recycle_headroom = NaN;
  recycle_private = NaN;
  recycled_ghg_factor = NaN;
  rho0 = NaN;
  rho_max = NaN;
  sub_max = NaN;
  sub_rate_back = NaN;
  sub_rate_max = NaN;
  tau_clean = NaN;
  tau_collect = NaN;
  tau_ext = NaN;
  tau_recycle_order = NaN;
  tau_scrap_loss = NaN;
  tau_sub = NaN;
}

/** One value per mineral at the stage with the recycling role: E8R. */
export class RecyclingParameters {
  attrition = NaN;
  hub_tramp_red_max = NaN;
  t_con = NaN;
  t_perm = NaN;
  t_ramp = NaN;
}

/** One value per mineral and stage of its chain: E2–E6, E8, E10–E12, cost rules. */
export class StageParameters {
  a_max = NaN;
  ally_a_max = NaN;
  ally_k_max = NaN;
  ally_n = NaN;
  ally_offtake_share = NaN;
  ally_t = NaN;
  armington_sigma = NaN;
  attrition = NaN;
  capex = NaN;
  clean_abatement_max = NaN;
  clean_tax_credit_premium = NaN;
  content_factor = NaN;
  diversify_premium = NaN;
  ei = NaN;
  eps_s = NaN;
  fill_cap_share = NaN;
  fill_price_ceiling = NaN;
  home_cover = NaN;
  hub_amax_max = NaN;
  hub_tramp_red_max = NaN;
  import_ei_mult = NaN;
  infra_capex_red_max = NaN;
  infra_cost_red_max = NaN;
  infra_tcon_red_max = NaN;
  iota = NaN;
  k_max = NaN;
  kappa = NaN;
  leak = NaN;
  m_hurdle = NaN;
  m_width = NaN;
  p_ref = NaN;
  permit_attr_penalty = NaN;
  permit_entry_bonus = NaN;
  permit_mult_min = NaN;
  pi_cap = NaN;
  price_floor_eligible = NaN;
  price_floor_upside_share = NaN;
  price_index_min = NaN;
  rd_x_cost_red_max = NaN;
  rd_x_yield_gain_max = NaN;
  release_horizon = NaN;
  release_trigger = NaN;
  rho_div = NaN;
  stock_holding_cost = NaN;
  stock_trade_margin = NaN;
  surge = NaN;
  t_con = NaN;
  t_perm = NaN;
  t_ramp = NaN;
  tariff_passthrough = NaN;
  tau_contract = NaN;
  tau_div = NaN;
  tau_fill = NaN;
  tau_pi_dn = NaN;
  tau_pi_up = NaN;
  tau_v_draw = NaN;
  tau_v_fill = NaN;
  transp_cost_wedge = NaN;
  transp_safety_days = NaN;
  transp_share_shift = NaN;
  u_max = NaN;
  u_ref = NaN;
  v_days = NaN;
  v_min = NaN;
  x0_entry = NaN;
  /** Not read at the first stage, where it is 1. */
  yield = NaN;
}

export const parameterKeys = {
  global: Object.keys(new GlobalParameters()),
  mineral: Object.keys(new MineralParameters()),
  recycling: Object.keys(new RecyclingParameters()),
  stage: Object.keys(new StageParameters()),
} as const;

/** Where each key of one parameter object stands in the parameter vector: a row of the dataset, or -1 with a fixed value. */
export interface ParameterRows {
  readonly keys: readonly string[];
  readonly rows: Int32Array;
  readonly fixed: Float64Array;
}

/** Copies the values of `vector` into the fields of `parameters`. */
export function loadParameters(parameters: object, from: ParameterRows, vector: Float64Array): void {
  const fields = parameters as Record<string, number>;
  for (let i = 0; i < from.keys.length; i++) {
    const row = from.rows[i]!;
    fields[from.keys[i]!] = row < 0 ? from.fixed[i]! : vector[row]!;
  }
}
