/**
 * What step 1 and the trade levers make of each stage: lead times, absorption, costs of supply by supplier. Called only in months in which a
 * multiplier or a lever changes.
 */
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

/** Step 1 as it enters E5.3, E8.1, E8.4, E8.5, E8.10, E8R and E9.12. */
export function multipliersOfMonth(run: Run, m: MineralRun, t: number): void {
  const permit = run.permit[t]!;
  const hI = run.infrastructureGain[t]!;
  const hH = run.hubGain[t]!;
  m.transparency = run.transparency[t]!;
  m.researchBoost = 1 + m.p.hub_rd_max * hH;
  m.recyclingPermitRate = Math.min(1, 3 / m.recycling.t_perm);
  m.recyclingConstructionRate = Math.min(1, 3 / m.recycling.t_con);
  m.recyclingRampRate = Math.min(1, 2 / Math.max(2, m.recycling.t_ramp * (1 - m.recycling.hub_tramp_red_max * hH)));
  m.plantScale = ((1e6 * run.grantReach[t]!) / m.recyclingCapex) * PER_MONTH;
  for (const c of m.stages) {
    const { p } = c;
    c.absorption = p.a_max * (1 + p.hub_amax_max * hH);
    const capex = p.capex * (1 - p.infra_capex_red_max * hI);
    c.grantScale = c.absorption > 0 ? (1e6 * run.grantReach[t]!) / (capex * c.absorption) : 0;
    c.entry = p.x0_entry * (1 + p.permit_entry_bonus * permit);
    c.permitRate = Math.min(1, 3 / permitMonths(c, permit));
    c.constructionRate = Math.min(1, 3 / constructionMonths(c, hI));
    c.rampRate = Math.min(1, 2 / rampMonths(c, hH));
    c.survival = 1 - (p.attrition + p.permit_attr_penalty * permit * (1 - p.attrition));
    c.infraCostFactor = 1 - p.infra_cost_red_max * hI;
    c.stockDays = p.v_days + p.transp_safety_days * m.transparency;
  }
}

const PER_MONTH = 1 / 12;

/** E8.7–E8.9: Tp, Tc, Tr in months. */
export const permitMonths = ({ p }: StageRun, permit: number): number => Math.max(3, p.t_perm * (1 - (1 - p.permit_mult_min) * permit));
export const constructionMonths = ({ p }: StageRun, hI: number): number => Math.max(3, p.t_con * (1 - p.infra_tcon_red_max * hI));
export const rampMonths = ({ p }: StageRun, hH: number): number => Math.max(2, p.t_ramp * (1 - p.hub_tramp_red_max * hH));

/** E3.1, L_j; every change of trade policy makes the target shares of E10 stale. */
export function tradePolicyOfMonth(m: MineralRun): void {
  for (const c of m.stages) {
    const { p, tariffs, wedges, wedgeResponse, risks } = c;
    c.tariffed = false;
    for (let j = 0; j < wedges.length; j++) {
      wedges[j] = 1 + p.tariff_passthrough * tariffs[j]! + p.transp_cost_wedge * m.transparency * risks[j]!;
      if (tariffs[j]! > 0) c.tariffed = true;
    }
    c.wedged = c.tariffed || m.transparency > 0;
    if (c.wedged) for (let j = 0; j < wedges.length; j++) wedgeResponse[j] = wedges[j]! ** -p.armington_sigma;
    c.targetStale = true;
    c.wedgeStale = true;
    c.sharesMove = true;
  }
}

/** E3.2: L̄ = 1 + Σ w_j(L_j − 1) at the shares of this month, and the averages that the revenue and private cost lines need. */
export function averageWedge(c: StageRun): void {
  const { shares, tariffs, wedges, risks } = c;
  let mean = 1;
  let tariff = 0;
  let risk = 0;
  for (let j = 0; j < shares.length; j++) {
    const share = shares[j]!;
    mean += share * (wedges[j]! - 1);
    tariff += share * tariffs[j]!;
    risk += share * risks[j]!;
  }
  c.meanWedge = mean;
  c.tariffOnShares = tariff;
  c.riskOnShares = risk;
  c.wedgeStale = false;
}
