/** Rules of public and private cost (specification, section 6): million a month, unless said otherwise. */
import { equation } from "./equation.ts";
import type { Equation } from "./equation.ts";

export const costEquations: readonly Equation[] = [
  equation("C0", "Public share of projects", "It costs nothing by itself: it changes what a grant buys.", []),
  equation(
    "C1",
    "Cost of the reserve",
    "Purchases at the price of the day with a margin, less sales, plus the yearly cost of holding. A lower target stops buying; nothing is sold.",
    [
      ["C1", "val = p_ref / 1000"],
      ["C1", "pay = P · val · (buyG · (1 + stock_trade_margin) − Rel · (1 − stock_trade_margin) + stock_holding_cost / 12 · G)"],
    ],
  ),
  equation("C2", "Levers set in money", "They cost what is set, also where nothing more can be built.", [["C2", "pay = effective / 12"]]),
  equation("C3", "Cost of faster permits", "Staff and administration, in proportion to the lever's strength.", [["C3", "pay = permit_admin_cost · pm / 12"]]),
  equation(
    "C4",
    "Cost of a price floor",
    "The gap between floor and price for the covered output. Where the floor is at least the base-year price, the public shares in prices above it.",
    [
      ["C4", "up = {price_floor_upside_share if floor ≥ 1; 0 otherwise}"],
      ["C4", "pay = el · Q · p_ref / 1000 · (max(0, floor − P) − up · max(0, P − floor))"],
    ],
    [{ kind: "parameter", key: "price_floor_eligible" }],
  ),
  equation("C5", "Cost of offtake contracts", "The loss on the output that only the contract keeps running, at the market price.", [
    ["C5", "pay = so · max(0, cost − P) · Q · p_ref / 1000"],
  ]),
  equation("C6", "Cost of production credits", "A share of the unit cost of all output of mining and processing, before the credit.", [
    ["C6", "pay = cr · cc · Q · p_ref / 1000"],
  ]),
  equation("C7", "Cost of clean credits", "A share of the unit cost of the output of mining and processing that has adopted clean practice.", [
    ["C7", "pay = χ · a · cb · Q · p_ref / 1000"],
  ]),
  equation("C8", "Tariff revenue", "No cost; revenue is a line of its own. Output committed by partner plants is exempt.", [
    ["C8", "revenue = p_w · π · p_ref / 1000 · Σ_j τ_j · I_j"],
  ]),
  equation("C9", "Private cost of diversification", "Second-choice suppliers cost more. Due while diversification is asked for.", [
    ["C9", "private = diversify_premium · 0.5 · Σ_j abs(w_j − w0_j) · I · p_w · π · p_ref / 1000"],
  ]),
  equation("C10", "Cost of transparency", "Administration for the public, compliance on risky imports for companies.", [
    ["C10", "pay = transp_admin_cost · ψ / 12"],
    ["C10", "private = transp_cost_wedge · ψ · p_w · π · p_ref / 1000 · Σ_j risk_j · I_j"],
  ]),
  equation("C11", "Cost of partner finance", "The public share of the finance.", [["C11", "pay = effective · ally_sub_rate / 12"]]),
  equation("C12", "Cost of circular incentives", "A payment per tonne collected.", [["C12", "pay = circ_cost_share · circ · p_ref_P / 1000 · coll"]]),
  equation(
    "C13",
    "Cost of a collection target",
    "The effort that the target needs beyond what spending and incentives supply already. Booked as public cost so that packages compare; under producer responsibility producers and buyers would pay it.",
    [["C13", "pay = max(0, need_e − ee) · collect_effort_scale · p_ref_P / 1000 · E", "where the target binds (E9)"]],
  ),
  equation("Discount", "Discounted cost", "Only the total over all years is discounted; the headline cost is not.", [
    ["C14", "PV = Σ_t pay_t · (1 + discount_rate_real)^(−t / 12)"],
  ]),
];
