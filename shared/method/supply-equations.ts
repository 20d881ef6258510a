/** Equations of plants, recycling, slow changes, suppliers, partners and emissions (specification, section 5, E8 to E12, and section 7). */
import { equation } from "./equation.ts";
import type { Equation } from "./equation.ts";

export const supplyEquations: readonly Equation[] = [
  equation(
    "E8",
    "New plants",
    "Starts grow with grants and margins up to a ceiling, and stop where the home market is covered. Each start goes through permits, construction and ramp-up; some are never built.",
    [
      ["E8.1", "A = a_max · (1 + hub_amax_max · hH), capex_eff = capex · (1 − infra_capex_red_max · hI)"],
      ["E8.2", "ceil = min(k_max, home_cover · 12 · max(0, ref − Rin) / u_ref)"],
      ["E8.3", "Ktot = K + PM + CO + RU, head = max(0, 1 − Ktot / ceil)", "no room where the ceiling is 0"],
      ["E8.4", "xg = grant · 10^6 · aφ / (φ · capex_eff · A)"],
      ["E8.5", "q = x0_entry · (1 + permit_entry_bonus · pm) + xg + iota · max(0, m − m_hurdle)"],
      ["E8.6", "starts = A · (1 − exp(−q)) · head / 12"],
      ["E8.7", "Tp = max(3, t_perm · (1 − (1 − permit_mult_min) · pm))"],
      ["E8.8", "Tc = max(3, t_con · (1 − infra_tcon_red_max · hI))"],
      ["E8.9", "Tr = max(2, t_ramp · (1 − hub_tramp_red_max · hH))"],
      ["E8.10", "at = attrition + permit_attr_penalty · pm · (1 − attrition)"],
      ["E8.11", "op = push(PM, starts, Tp), oc = push(CO, op · (1 − at), Tc)"],
      ["E8.12", "K′ = K + push(RU, oc, Tr)"],
    ],
  ),
  equation(
    "E8R",
    "Recycling plants",
    "Recyclers order plants for a part of the scrap by themselves; public money builds the rest, with fewer returns as capacity covers what could be collected.",
    [
      ["E8R.1", "KRtot = KR + RP + RC + RR, h = 12 · recycle_headroom"],
      ["E8R.2", "priv = max(0, recycle_private · h · coll − KRtot) / tau_recycle_order"],
      ["E8R.3", "capexR = recycle_capex_mult · capex_P"],
      ["E8R.4", "pub = plants · 10^6 · aφ / (12 · φ · capexR) · max(0, 1 − KRtot / (h · c_max · E))"],
      ["E8R.5", "op = push(RP, priv + pub, t_perm_R), oc = push(RC, op · (1 − attrition_R), t_con_R)"],
      ["E8R.6", "KR′ = KR + push(RR, oc, max(2, t_ramp_R · (1 − hub_tramp_red_max_R · hH)))"],
    ],
  ),
  equation(
    "E9",
    "Collection, recovery, substitution, knowledge",
    "Slow changes move towards what spending, targets and prices ask for, each with its own time. A collection target at or above the ceiling is not reached but is paid for.",
    [
      ["E9.1", "ee = 1000 · mc / (12 · collect_effort_scale · p_ref_P · E) + circ_effort · circ", "the first part is 0 where nothing reaches its end of life"],
      ["E9.2", "cm = {max(c_max, min(0.95, c_max · (1 + circ_cmax_bonus · circ))) if circ > 0; c_max otherwise}"],
      ["E9.3", "c° = c0 + (cm − c0) · (1 − exp(−ee))"],
      ["E9.4", "T_eff = min(target, c0 + collect_target_cap · (cm − c0))"],
      ["E9.5", "c* = {T_eff if target > 0 and cm > c0 and T_eff > c°; c° otherwise}, c′ = c + (c* − c) / tau_collect"],
      ["E9.6", "need_e = −ln(1 − (T_eff − c0) / (cm − c0))", "where the target binds; paid for by C13"],
      ["E9.7", "ρ* = rho0 + (rho_max − rho0) · circ_rho_bonus · circ, ρ′ = ρ + (ρ* − ρ) / life_mean"],
      ["E9.8", "ext′ = ext + (circ_life_ext_max · circ − ext) / tau_ext"],
      ["E9.9", "σ* = sub_max · (1 − exp(−Hs / rd_half_sub − k_price_sub · ln(max(1, max_s π̄_s))))", "with the premiums of the month's end"],
      ["E9.10", "Δσ = min(max((σ* − σ) / tau_sub, −sub_rate_back / 12), sub_rate_max / 12)"],
      ["E9.11", "σ′ = min(sub_max, max(0, σ + Δσ))"],
      ["E9.12", "H′ = H + research · (1 + hub_rd_max · hH) / 12 − rd_depreciation · H / 12"],
      ["E9.13", "a′ = a + (1 − exp(−clean_kappa · χ) − a) / tau_clean"],
    ],
  ),
  equation(
    "E10",
    "Shares of suppliers",
    "Shares drift towards what diversification, tariffs, transparency and disruptions make attractive, never faster than contracts allow. They begin at those of the base year; each line acts on the one before, and ∝ means that they are scaled to add up to 1.",
    [
      [
        "E10.1",
        "ws_top = max(0, w0_top − div), ws_j = w0_j · (1 − ws_top) / (1 − w0_top)",
        "diversification: the largest supplier that is no partner, and all others; without it the shares of the base year",
      ],
      ["E10.2", "ws_j ∝ ws_j · L_j^(−armington_sigma)", "while a tariff or transparency is in force"],
      ["E10.3", "ws_j ∝ ws_j · (1 − transp_share_shift · ψ · risk_j)", "while transparency is in force"],
      ["E10.4", "ws_j ∝ ws_j · tf_j", "while a targeted disruption is in force"],
      ["E10.5", "gap = 0.5 · Σ_j abs(ws_j − w_j)"],
      ["E10.6", 'e_pol = {1 if "tariff, diversification, targeted disruption or partner finance"; ψ otherwise}'],
      ["E10.7", "w_j′ = w_j + min(1, rho_div · (1 / 3 + 2 / 3 · e_pol) / (12 · gap)) · (ws_j − w_j)"],
    ],
  ),
  equation(
    "E11",
    "Plants in partner countries",
    "Finance builds plants abroad with diminishing returns and a delay; a part of their output is committed to the home country.",
    [
      ["E11.1", "KAtot_j = KA_j + PA_j"],
      ["E11.2", "s_j = ally_a_max · (1 − exp(−10^6 · fin_j / (capex · ally_a_max))) · max(0, 1 − KAtot_j / ally_k_max) / 12"],
      ["E11.3", "KA_j′ = KA_j + (1 − attrition) · push(PA_j, s_j, max(ally_n, ally_t))", "a delay of ally_n steps"],
    ],
  ),
  equation(
    "E12",
    "Emissions",
    "Output times its intensity. Territorial emissions count plants at home; consumption-based ones add what imports caused abroad. Cleaner practice cuts those of mining and processing.",
    [
      ["E12.1", "eic = ei + eic_before / yield", "at the first stage ei alone"],
      ["E12.2", 'ghg_home = Σ_s Q · ei · (1 − {clean_abatement_max · a if "mining or processing"; 0 otherwise}) + R · recycled_ghg_factor · eic_P'],
      ["E12.3", "ghg_all = ghg_home + Σ_s (I + C) · import_ei_mult · eic"],
    ],
  ),
  equation(
    "I11",
    "Import dependence",
    "Exposure of each stage, the share of need not made or recycled at home, weighted by the value of the stage's base-year demand. Stages that export count as 0 and keep their weight.",
    [
      ["I3", "nirx = 1 − (Q + R) / (Dref + F)", "sums of a year; not defined where need at home is at most 2% of output"],
      ["I11", "val_s = demand_s · p_ref, dep = Σ_s val_s · min(1, max(0, nirx_s)) / Σ_s val_s"],
    ],
  ),
];
