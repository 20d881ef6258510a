/** A dataset of two minerals and three levers: enough for screens and stores, too little for the model. */
import type { Dataset, Lever, Mineral } from "../../../shared/dataset/dataset.ts";

const lever = (id: string, group: string, name: string, unit: string, max: number, over: Partial<Lever> = {}): Lever => ({
  id,
  group,
  name,
  unit,
  min: 0,
  max,
  step: 5,
  default: 0,
  bands: [
    { word: "none", upTo: 0 },
    { word: "moderate", upTo: max / 2 },
    { word: "strong", upTo: max },
  ],
  defaultStart: "2027-01",
  defaultRampMonths: 12,
  represents: `what ${name} is`,
  policyPrecedent: "",
  costRule: "C2",
  equation: "E8",
  subSettings: "minerals",
  ...over,
});

const mineral = (id: string, name: string, symbol: string): Mineral => ({
  id,
  name,
  symbol,
  contentUnit: "t",
  stages: ["M", "P"],
  recyclingStage: "P",
  headlineStage: "P",
  publishedBasisStage: "P",
  publishedBasisKind: "stage",
  publishedCountsSecondary: 1,
  endUses: [],
});

export const tinyDataset: Dataset = {
  id: "tiny",
  label: "Tiny 1",
  home: { iso3: "USA", name: "United States", adjective: "US" },
  baseYear: 2025,
  start: "2026-01",
  months: 300,
  currency: { code: "USD", symbol: "$", real: 2025 },
  stages: [
    { id: "M", label: "Mining", role: "mining" },
    { id: "P", label: "Processing", role: "processing" },
  ],
  classes: [{ id: "defence", label: "Defense" }],
  worlds: [
    { id: "stated", label: "Stated policies" },
    { id: "high", label: "High demand" },
  ],
  anchorYears: [2025, 2030],
  minerals: [mineral("ree", "Rare earths", "RE"), mineral("tin", "Tin", "Sn")],
  baseYearValues: [],
  baseYearChecks: [],
  publishedReliance: [],
  suppliers: [],
  parameters: [],
  levers: [
    lever("reserve_days", "Stockpiles", "Strategic reserve", "days of stage demand", 365, { defaultRampMonths: 1 }),
    lever("mining_invest", "Domestic supply", "Mining support", "$M/yr", 3000, { step: 50 }),
    lever("tariff", "Trade", "Tariff", "%", 100),
  ],
  worldSeries: [],
  events: [],
  projects: [],
  vintage: "Tiny 1 · 00000001",
};
