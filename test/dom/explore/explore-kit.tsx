/** A tiny dataset with what the Explore screen needs beyond the shared one: partners, sub-settings, events and world paths. */
import type { Dataset, EventPreset, Supplier, WorldSeries } from "../../../shared/dataset/dataset.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const supplier = (mineral: string, iso3: string, country: string, isAlly: boolean): Supplier => ({
  mineral,
  stage: "P",
  iso3,
  country,
  importSharePct: 50,
  period: "",
  grade: "assumption",
  source: "",
  worldSharePct: null,
  worldShareSource: "",
  riskWeight: 0,
  riskGrade: "assumption",
  isAlly,
  allyRule: "",
});

const path = (world: string, mineral: string, variable: WorldSeries["variable"], values: readonly number[]): WorldSeries => ({
  world,
  mineral,
  variable,
  values,
  grade: "assumption",
  source: "",
});

const chinaStop: EventPreset = {
  id: "stop",
  name: "China stops rare earths",
  minerals: "ree",
  stages: "*",
  suppliers: "CHN",
  scope: "targeted",
  severity: 0.9,
  durationMonths: 12,
  rampInMonths: 1,
  recoveryMonths: 6,
  worldShare: {},
  leak: null,
  source: "",
};

const [reserve, mining, tariff] = tinyDataset.levers;

export const exploreDataset: Dataset = {
  ...tinyDataset,
  anchorYears: [2025, 2030, 2035],
  suppliers: [
    supplier("ree", "CHN", "China", false),
    supplier("ree", "AUS", "Australia", true),
    supplier("tin", "AUS", "Australia", true),
    supplier("tin", "PER", "Peru", true),
    supplier("tin", "OTH", "Other countries", false),
  ],
  levers: [
    { ...reserve!, subSettings: "minerals; stages (default P)" },
    mining!,
    { ...tariff!, subSettings: "minerals; stages (default all); countries (list, default non_ally)" },
    {
      ...mining!,
      id: "ally_finance",
      group: "Allies",
      name: "Ally partnerships",
      costRule: "C11",
      subSettings: "minerals; partner (supplier iso3); stages (default P)",
    },
    { ...tariff!, id: "permit_speed", name: "Expedited permitting", group: "Domestic supply", subSettings: "none (all minerals)" },
  ],
  worldSeries: [
    path("stated", "ree", "demand_index", [1, 1.2, 1.5]),
    path("stated", "tin", "demand_index", [1, 1.1, 1.2]),
    path("stated", "ree", "price_index", [1, 1, 1]),
    path("stated", "tin", "price_index", [1, 1, 1]),
    path("high", "ree", "demand_index", [1, 2, 3]),
    path("high", "tin", "demand_index", [1, 1.5, 2]),
    path("high", "ree", "price_index", [1, 1, 1]),
    path("high", "tin", "price_index", [1, 1.1, 1.25]),
  ],
  events: [chinaStop],
};
