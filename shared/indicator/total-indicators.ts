/** Indicators of the country over all minerals. */
import { rowsAt } from "./indicator.ts";
import type { Indicator } from "./indicator.ts";

const total = rowsAt("total");

export const totalIndicators: readonly Indicator[] = [
  total(
    "composite_equal",
    "share",
    "down",
    ["I13"],
    "Import dependence, all minerals",
    "mean_m dep_m",
    "Plain mean of the minerals' import dependence: share of need met from abroad, all stages by value, normal conditions.",
  ),
  total(
    "composite_value",
    "share",
    "down",
    ["I13"],
    "Import dependence, all minerals, weighted by value",
    "Σ_m val_m · dep_m / Σ_m val_m",
    "Mean of the minerals' import dependence, weighted by the value of their base-year demand.",
  ),
  total(
    "composite_chain_equal",
    "share",
    "down",
    ["I13"],
    "Chain-origin dependence, all minerals",
    "mean_m min(1, max(0, origin_m))",
    "Plain mean of the minerals' chain-origin dependence; it shows what mining support does.",
  ),
  total(
    "public_cost_musd",
    "musd",
    "down",
    ["C1", "I14"],
    "Public cost",
    "Σ_t Σ_k pay_k",
    "What all levers cost the public in the year, undiscounted, in base-year money; tariff revenue is not set off.",
  ),
  total(
    "public_cost_discounted_cum_musd",
    "musd",
    "down",
    ["I14"],
    "Public cost so far, discounted",
    "Σ_t pay_t · (1 + discount_rate_real)^(−t / 12)",
    "Present value of the public cost from the first month to the end of the year.",
  ),
  total(
    "tariff_revenue_musd",
    "musd",
    "neither",
    ["C8"],
    "Tariff revenue",
    "Σ_m Σ_s Σ_t revenue",
    "Duties paid on imports; its own line, not set off against public cost.",
  ),
  total(
    "private_cost_musd",
    "musd",
    "down",
    ["C9", "C10"],
    "Private cost of diversification and transparency",
    "Σ_m Σ_s Σ_t private",
    "What buyers pay more because they change suppliers or document where material comes from.",
  ),
  total(
    "emissions_territorial_t",
    "t_co2e",
    "down",
    ["E12"],
    "Emissions at home",
    "Σ_m ghg_home",
    "Greenhouse-gas emissions of the country's own mines, plants and recycling.",
  ),
  total(
    "emissions_consumption_t",
    "t_co2e",
    "down",
    ["E12"],
    "Emissions including imports",
    "Σ_m ghg_all",
    "Emissions at home plus those that imports caused abroad.",
  ),
];
