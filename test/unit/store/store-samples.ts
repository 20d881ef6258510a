/** What store tests share and no test runner is needed for: a small dataset, a clock that ticks, results that need no model. */
import type { OpenStoreOptions } from "../../../electron/store/open-store.ts";
import type { Dataset, Lever } from "../../../shared/dataset/dataset.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import type { Result } from "../../../shared/result.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";

const lever = (id: string, name: string, unit: string, max: number): Lever => ({
  id,
  group: "Group",
  name,
  unit,
  min: 0,
  max,
  step: 1,
  default: 0,
  bands: [],
  defaultStart: "2027-01",
  defaultRampMonths: 1,
  represents: "",
  policyPrecedent: "",
  costRule: "",
  equation: "",
  subSettings: "",
});

/** A dataset of labels only: the store reads nothing else of it. */
export const dataset: Dataset = {
  id: "test",
  label: "Test 1",
  home: { iso3: "AAA", name: "Aland", adjective: "A" },
  baseYear: 2025,
  start: "2026-01",
  months: 300,
  currency: { code: "USD", symbol: "$", real: 2025 },
  stages: [],
  classes: [],
  worlds: [
    { id: "stated", label: "Stated policies" },
    { id: "high", label: "High demand" },
  ],
  anchorYears: [2025, 2030],
  minerals: [],
  baseYearValues: [],
  baseYearChecks: [],
  publishedReliance: [],
  suppliers: [],
  parameters: [],
  levers: [lever("reserve_days", "Strategic reserve", "days", 365), lever("tariff", "Tariff", "%", 100)],
  worldSeries: [],
  events: [],
  projects: [],
  vintage: "Test 1 · 00000001",
};

export const labels = emptyLabels;
export const statusQuo: ScenarioDocument = statusQuoDocument("stated");

const setting = (id: string, value: number): LeverSetting => ({ lever: id, value, start: "2027-01", ramp: 1, minerals: "all" });

/** A document that differs from status quo in the reserve. */
export const reserve = (days: number): ScenarioDocument => ({ ...statusQuo, inputs: { ...statusQuo.inputs, levers: [setting("reserve_days", days)] } });

const YEARS = Array.from({ length: 25 }, (_, i) => 2026 + i);

/** A result whose numbers depend on `seed` and use all bits of a double. */
export function resultOf(document: ScenarioDocument, seed = 1, modelVersion = "1.0.0"): RunResult {
  const series = (k: number): readonly number[] => YEARS.map((year) => Math.sin(seed * 7.1 + k * 1.3 + year) * Math.exp((year - 2026) / 3));
  return {
    planner: { model_version: modelVersion, data_vintage: dataset.vintage },
    inputs: document.inputs,
    years: YEARS,
    minerals: { ree: { stages: { M: { production_t: series(1), top_supplier: YEARS.map(() => "CHN") } }, mineral: { dependence: series(2) } } },
    totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, public_cost_musd: series(3), composite_equal: series(4) },
  };
}

/** Options whose clock ticks one second per reading. */
export function options(file: string, more: Partial<OpenStoreOptions> = {}): OpenStoreOptions {
  let time = Date.UTC(2027, 0, 31, 14, 2, 0);
  return { file, dataset, appVersion: "0.1.0", now: () => (time += 1000), ...more };
}

export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export function errorOf(result: Result<unknown, AppError>): AppError {
  if (result.ok) throw new Error("expected an error, got a value");
  return result.error;
}
