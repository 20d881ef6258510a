/** What a lever cannot do in this model, in plain words. Statements about the equations, not about policy. */

const limits: Readonly<Record<string, string>> = {
  reserve_days:
    "Helps in a disruption; it does not lower import dependence in normal years. Filling pauses while a disruption lasts and while prices are very high.",
  mining_invest:
    "New mines count after about nine years. They show in chain-origin dependence, not in exposure at processing. The money is spent also where nothing more can be built.",
  processing_invest:
    "New plants count after five to six years. Without ore at home they run on imported feed. The money is spent also where nothing more can be built.",
  magnet_invest: "Works only for minerals with a fabrication stage. New plants count after five to six years.",
  ppp_public_share: "Changes nothing unless a grant is paid.",
  permit_speed: "Shortens permitting only; a few more projects fail in court.",
  infrastructure: "Shared by all minerals; builds up over years.",
  hubs: "Shared by all minerals; helps projects that something else has started.",
  price_floor: "Processing only.",
  offtake: "Processing only; plants cannot run above their capacity.",
  production_credit: "Mining and processing only.",
  clean_credit: "Mining and processing only.",
  tariff: "Never on allied suppliers or on unnamed countries.",
  diversify: "Moves imports between suppliers; it does not lower imports.",
  transparency: "Moves imports away from risky suppliers; it does not lower imports by itself.",
  ally_finance: "A partner's output is still an import: it lowers dependence on suppliers that are not allies.",
  recycling_rate: "Covers collection only; recycled tonnes also need plants. A target at or below the rate reached anyway changes nothing and costs nothing.",
  collection_spend: "Collection only; recycled tonnes also need plants.",
  recycling_plants: "Plants need collected scrap; about three and a half years to build.",
};

/** Empty where nothing is written down. */
export const leverLimits = (leverId: string): string => limits[leverId] ?? "";
