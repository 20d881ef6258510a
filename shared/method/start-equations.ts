/** Equations of the start, delays, levers, money and disruptions over time (specification, sections 3 to 4 and steps 0 and 1). */
import { equation } from "./equation.ts";
import type { Equation } from "./equation.ts";

export const startEquations: readonly Equation[] = [
  equation(
    "Start",
    "Where the run begins",
    "Stocks, shares and material in use start from the base-year balance. The age of what is in use follows from past growth; nothing is fitted to published dependence. What is not named starts at 0, premiums at 1.",
    [
      ["3.1", "f0 = min(1, life_n / life_mean), g = (1 + growth_hist)^(1 / 12) − 1"],
      ["3.2", "U_1 = in_use_factor / (12 · (g + f0)) · Σ_s content_factor · demand_s"],
      ["3.3", "U_i = f0 · U_before / (g + f0)", "for the steps of product life after the first"],
      ["3.4", "E0 = f0 · U_k"],
      ["3.5", "R0 = 12 · c0 · rho0 · E0"],
      [
        "3.6",
        "nn = max(0, demand + feed − u_ref · capacity − R0) / (demand + feed)",
        "recycled supply counts at the recycling stage only; 1 where nothing is needed",
      ],
      ["3.7", "KR = recycle_headroom · 12 · c0 · E0"],
      ["3.8", "V = v_days / 365 · (demand + feed), G = government_stock"],
      ["3.9", "K = capacity, w_j = w0_j, c = c0, ρ = rho0"],
    ],
  ),
  equation(
    "E0",
    "Delays",
    "Permits, construction, ramp-up and product life are chains of steps. What enters leaves after the mean delay, some earlier and some later; nothing is lost on the way. push(S, in, T) stands for these lines. Permits and construction have three steps, ramp-up two, infrastructure three.",
    [
      ["E0.1", "f = min(1, n / T)"],
      ["E0.2", "S_1′ = S_1 + inflow − f · S_1"],
      ["E0.3", "S_i′ = S_i + f · S_before − f · S_i"],
      ["E0.4", "outflow = f · S_n"],
      ["E0.5", "var = T^2 / n − T", "spread of the delay around its mean T"],
    ],
  ),
  equation(
    "World",
    "A world month by month",
    "Worlds give demand and prices abroad for some years. Between them the index grows at a constant rate; after the last the rate of the last stretch is kept.",
    [
      ["3.10", "y_t = y_start + (t + 0.5) / 12"],
      [
        "3.11",
        "v_t = v_i · (v_next / v_i)^((y_t − Y_i) / (Y_next − Y_i))",
        "anchors stand in the middle of their years; v is the demand index or the price index",
      ],
    ],
  ),
  equation(
    "Lever",
    "A lever over time",
    "A lever begins with its start, grows to its setting over the ramp, and ends before its end. Of several settings of one lever money adds up; of the others the largest counts.",
    [
      ["4.1", "F_t = {0 if t < t_start or t ≥ t_end; min(1, (t − t_start + 1) / max(1, ramp)) otherwise}"],
      ["4.2", "effective = value · F_t"],
    ],
  ),
  equation(
    "Money",
    "Splitting money",
    "Money for several minerals is split in proportion to weights that are fixed at the start, so that each is at the same point of diminishing returns. A mineral without the stage gets nothing.",
    [
      ["4.3", "Ω = a_max · capex", "investment at mining, processing, fabrication"],
      ["4.4", "Ω = max(0, c_max − c0) · p_ref_P · E0", "collection"],
      ["4.5", "Ω = max(0, c_max − c0 · recycle_private) · E0 · recycle_capex_mult · capex_P", "recycling plants"],
      ["4.6", "Ω = ally_a_max · capex", "partner finance, over the stages that list the partner"],
      ["4.7", "Ω = 1", "research"],
      ["4.8", "share_m = Ω_m / Σ_m Ω_m"],
    ],
  ),
  equation(
    "Events",
    "Disruptions over time",
    "A disruption ramps in, holds, and fades. Its tail ends once it falls below a floor. A part of the banned flow leaks through.",
    [
      ["4.9", "δ_t = δ · min(1, (t − t0 + 1) / ramp_in)", "while it lasts"],
      ["4.10", "tail = δ · min(1, d / ramp_in) · exp(−(t − t0 − d + 1) / τ_r)", "afterwards; none without a recovery time"],
      ["4.11", "δ_t = {tail if tail ≥ event_floor; 0 otherwise}", "afterwards"],
      ["4.12", "δe = δ_t · (1 − leak)"],
    ],
  ),
  equation(
    "Projects",
    "Announced projects",
    "A named project enters ramp-up, construction or permitting in its month, with its capacity times the share expected to be realised.",
    [["Step 0", "S_1′ = S_1 + project · realisation"]],
  ),
  equation(
    "Shared",
    "Infrastructure, hubs and public share",
    "Infrastructure and hubs work through what has been built up, with diminishing returns. The smaller the public share of a project, the more public money builds.",
    [
      ["Step 1.1", "hI = 1 − 2^(−Bcap / (1000 · infra_half))"],
      ["Step 1.2", "hH = 1 − 2^(−Ghub / hub_half)"],
      ["Step 1.3", "φ = ppp_phi + (φ_v − ppp_phi) · F_t"],
      ["Step 1.4", "aφ = 1 − exp(−φ / ppp_phi0)"],
      ["Step 3.1", "Bcap′ = Bcap + push(B, inf / 12, infra_build_months) − infra_depreciation · Bcap / 12"],
      ["Step 3.2", "Ghub′ = Ghub + (hub − Ghub) / tau_hub"],
    ],
  ),
];
