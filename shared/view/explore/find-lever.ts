/** Finding a lever by what people call it. */
import type { Lever } from "../../dataset/dataset.ts";

/** Words for a lever that stand nowhere in its row of the dataset. A lever of another dataset is found by its own words. */
const ALSO: Readonly<Record<string, string>> = {
  reserve_days: "inventory storage buffer",
  mining_invest: "subsidy subsidies money funding loans",
  processing_invest: "subsidy subsidies money funding loans refineries smelters",
  magnet_invest: "subsidy subsidies money funding loans",
  ppp_public_share: "public-private partnership ppp co-funding subsidy",
  permit_speed: "approvals licences red tape delays",
  infrastructure: "roads railways energy",
  hubs: "innovation clusters",
  price_floor: "minimum price guarantee",
  offtake: "purchase demand guarantee",
  production_credit: "subsidy subsidies tax break",
  clean_credit: "subsidy subsidies green emissions",
  tariff: "duty duties customs import tax",
  diversify: "suppliers sourcing friend-shoring de-risking",
  transparency: "traceability due diligence reporting",
  ally_finance: "friend-shoring allies foreign abroad subsidy funding",
  recycling_rate: "scrap reuse",
  collection_spend: "scrap e-waste reuse",
  recycling_plants: "scrap subsidy subsidies funding",
  circular: "scrap reuse repair",
  rd_substitution: "r&d innovation alternatives",
  rd_extraction: "r&d innovation efficiency",
};

type Described = Pick<Lever, "id" | "name" | "group" | "represents" | "policyPrecedent">;

/** Whether every word that was typed stands in the lever's name, group, description, precedent, or in what else it is called; a plural finds its singular. */
export function isLeverFound({ id, name, group, represents, policyPrecedent }: Described, typed: string): boolean {
  const words = `${name} ${group} ${represents} ${policyPrecedent} ${ALSO[id] ?? ""}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word) || (word.length > 3 && words.includes(word.replace(/s$/, ""))));
}
