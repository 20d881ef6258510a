/** A country with two minerals and readers with chosen numbers, for tests of the Explore view. */
import type { Dataset, Lever, Mineral } from "../../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import type { Series } from "../../../shared/model/run-result.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import type { CardView, ExploreInput, ExploreView, RightView, TileView } from "../../../shared/view/explore/explore-types.ts";
import { buildCardsView, buildExploreView, buildRightView, buildTilesView } from "../../../shared/view/explore/explore-view.ts";

export const YEARS: readonly number[] = Array.from({ length: 25 }, (_, index) => 2026 + index);

const mineral = (id: string, name: string, symbol: string, stages: readonly string[]): Mineral => ({
  id,
  name,
  symbol,
  contentUnit: "t",
  stages,
  recyclingStage: "P",
  headlineStage: "P",
  publishedBasisStage: "P",
  publishedBasisKind: "stage",
  publishedCountsSecondary: 0,
  endUses: [],
});

const lever = (id: string, name: string): Lever => ({
  id,
  group: "Supply",
  name,
  unit: "$M/yr",
  min: 0,
  max: 1000,
  step: 50,
  default: 0,
  bands: [{ word: "small", upTo: 1000 }],
  defaultStart: "2027-01",
  defaultRampMonths: 12,
  represents: "",
  policyPrecedent: "",
  costRule: "",
  equation: "",
  subSettings: "",
});

export const dataset: Dataset = {
  id: "tiny",
  label: "Tiny 1",
  home: { iso3: "ATL", name: "Atlantis", adjective: "Atlantean" },
  baseYear: 2025,
  start: "2026-01",
  months: 300,
  currency: { code: "ATC", symbol: "€", real: 2025 },
  stages: [
    { id: "M", label: "Mining", role: "mining" },
    { id: "P", label: "Processing", role: "processing" },
    { id: "R", label: "Recycling", role: "recycling" },
  ],
  classes: [{ id: "defence", label: "Defense" }],
  worlds: [
    { id: "stated", label: "Stated policies" },
    { id: "boom", label: "Boom" },
  ],
  anchorYears: [2025, 2030],
  minerals: [mineral("ree", "Rare earths", "RE", ["M", "P"]), mineral("vanadium", "Vanadium and its alloys", "V", ["P"])],
  baseYearValues: [],
  baseYearChecks: [],
  publishedReliance: [],
  suppliers: [
    {
      mineral: "ree",
      stage: "P",
      iso3: "LEM",
      country: "Lemuria",
      importSharePct: 100,
      period: "",
      grade: "assumption",
      source: "",
      worldSharePct: null,
      worldShareSource: "",
      riskWeight: 0,
      riskGrade: "assumption",
      isAlly: false,
      allyRule: "",
    },
  ],
  parameters: [],
  levers: [lever("mining_invest", "Mining support"), lever("reserve_days", "Strategic reserve")],
  worldSeries: [],
  events: [
    {
      id: "stop",
      name: "Lemuria stops",
      minerals: "ree",
      stages: "*",
      suppliers: "LEM",
      scope: "targeted",
      severity: 1,
      durationMonths: 12,
      rampInMonths: 1,
      recoveryMonths: 6,
      worldShare: {},
      leak: null,
      source: "",
    },
  ],
  projects: [],
  vintage: "Tiny 1 · 00000000",
};

/** A value for every year, or one value per year. */
export type Line = number | null | readonly (number | null)[];

const seriesOf = (line: Line): Series => (typeof line === "number" || line === null ? YEARS.map(() => line) : line);

/** Keys: "total:id", "mineral:ree:id", "stage:ree:P:id", "lever:id", or the id alone for every place. What is not given is 0.5 for shares and 10 otherwise. */
export function reader(lines: Readonly<Record<string, Line>> = {}): ResultReader {
  const find = (...keys: readonly string[]): Series => {
    const key = keys.find((each) => each in lines);
    return seriesOf(key === undefined ? DEFAULT(keys.at(-1)!) : lines[key]!);
  };
  return {
    years: YEARS,
    stage: (m, s, id) => find(`stage:${m}:${s}:${id}`, id),
    stageText: () => YEARS.map(() => "LEM"),
    imports: (m, s) =>
      dataset.suppliers
        .filter(({ mineral, stage }) => mineral === m && stage === s)
        .map(({ iso3 }) => ({ iso3, values: seriesOf(lines[`imports:${m}:${s}:${iso3}`] ?? 0) })),
    mineral: (m, id) => find(`mineral:${m}:${id}`, id),
    total: (id) => find(`total:${id}`, id),
    costByLever: (id) => seriesOf(lines[`lever:${id}`] ?? 0),
    costByMineral: () => seriesOf(0),
  };
}

const ZERO = new Set(["public_cost_musd", "unmet_share"]);
const AMOUNT = /(?:_t|_days|_months|_musd|_per_yr|hhi)$/;
const DEFAULT = (id: string): number => (ZERO.has(id) ? 0 : AMOUNT.test(id) ? 10 : 0.5);

export const setting = (id: string, value = 100, start = "2027-01"): LeverSetting => ({ lever: id, value, start, ramp: 12, minerals: "all" });

export const documentOf = (over: Partial<ScenarioDocument> = {}, levers: readonly LeverSetting[] = []): ScenarioDocument => ({
  inputs: { levers, world: "stated", events: [] },
  assumptions: [],
  target: null,
  budget: null,
  ...over,
});

/** Status quo everywhere unless said otherwise; `current` is the scenario's reader. */
export function input(over: Partial<ExploreInput> & { readonly current?: ResultReader } = {}): ExploreInput {
  const statusQuo = over.readers?.statusQuo ?? reader();
  const { current, ...rest } = over;
  return {
    dataset,
    readers: { current: current ?? statusQuo, statusQuo, statusQuoInWorld: statusQuo },
    document: documentOf(),
    selection: { mineral: null, stage: null, left: "dependence" },
    outcomeYear: 2035,
    weighting: "equal",
    rightIndicator: { level: "total", id: "public_cost_musd" },
    leverInHand: null,
    ...rest,
  };
}

/** All of the Explore screen from one result. */
export const wholeView = (shown: ExploreInput): ExploreView & RightView & { readonly tiles: readonly TileView[]; readonly cards: readonly CardView[] } => ({
  ...buildExploreView(shown),
  ...buildRightView(shown),
  tiles: buildTilesView(shown),
  cards: buildCardsView(shown),
});
