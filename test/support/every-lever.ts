/** A scenario with every lever and every kind of disruption at once, so that each term of each formula counts somewhere. */
import type { ScenarioInputs } from "../../shared/scenario/scenario.ts";
import { model, scenario, setting } from "../unit/model/shipped.ts";

export const everything: ScenarioInputs = scenario(
  [
    setting("reserve_days", 90),
    setting("mining_invest", 400),
    setting("processing_invest", 800),
    setting("magnet_invest", 200),
    setting("ppp_public_share", 30),
    setting("permit_speed", 75),
    setting("infrastructure", 500),
    setting("hubs", 200),
    setting("price_floor", 130),
    setting("offtake", 80),
    setting("production_credit", 15),
    setting("clean_credit", 30),
    setting("tariff", 25),
    setting("diversify", 30),
    setting("transparency", 60),
    setting("ally_finance", 500, { partner: "AUS" }),
    setting("recycling_rate", 45),
    setting("collection_spend", 50),
    setting("recycling_plants", 100),
    setting("circular", 50),
    setting("rd_substitution", 200),
    setting("rd_extraction", 200),
  ],
  model.dataset.worlds.at(-1)!.id,
  [
    { event: "embargo_multi", start: "2030-01" },
    { event: "china_gage", start: "2036-01" },
    { minerals: "*", stages: "*", suppliers: "DOMESTIC", scope: "outage", severity: 0.5, start: "2041-01", duration: 6, ramp_in: 2, recovery: 3 },
  ],
);
