/** Words of the field for numbers that a dataset calls otherwise: somebody who searches for them finds the number. */

const words: Readonly<Record<string, string>> = {
  a_max: "absorption build rate",
  armington_sigma: "armington",
  attrition: "project failure rate",
  c0: "recycling rate EOL-RR EOL-RIR",
  c_max: "recycling rate",
  capex: "capital cost CAPEX",
  discount_rate_real: "social discount rate",
  ei: "carbon intensity greenhouse gas GHG",
  eps_d: "price elasticity of demand",
  eps_s: "price elasticity of supply",
  growth_hist: "demand growth CAGR",
  kappa: "operating cost OPEX cost disadvantage",
  life_mean: "lifetime",
  p_ref: "price market price",
  recycle_private: "recycling rate",
  rho0: "recycling rate yield EOL-RR EOL-RIR",
  rho_max: "recycling rate yield",
  sub_max: "substitution potential",
  surge: "spare capacity",
  t_con: "lead time",
  t_perm: "lead time permit",
  t_ramp: "lead time",
  u_max: "utilization utilisation rate",
  u_ref: "utilization utilisation rate",
  v_days: "inventory",
  yield: "recovery rate",
  published_nir_pct: "import dependence NIR",
  published_nir_lower_bound_pct: "import dependence NIR",
  secondary_production: "recycling scrap",
  government_stock: "stockpile reserve",
  industry_stock: "inventory stockpile",
  domestic_production: "output mine production",
  apparent_consumption: "demand",
};

/** By the key of a parameter or the name of a base-year quantity; "" where there are none. */
export const searchWords = (key: string): string => (Object.hasOwn(words, key) ? words[key]! : "");

export const wordedKeys: readonly string[] = Object.keys(words);
