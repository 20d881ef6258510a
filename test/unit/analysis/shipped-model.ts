/** The shipped dataset and its model, compiled once per test file. */
import { fileURLToPath } from "node:url";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { shippedDatasetFolder } from "../../../electron/dataset/shipped-dataset.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import type { Cancellable } from "../../../shared/analysis/jobs/progress.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";

const loaded = loadDataset(shippedDatasetFolder(fileURLToPath(new URL("../../../resources", import.meta.url))));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

export const dataset = loaded.value;
export const model = compileModel(dataset);

/** The shipped dataset with two of its minerals: the same equations at a fifth of the cost, for searches and studies of many runs. */
export const smallDataset: Dataset = { ...dataset, minerals: dataset.minerals.filter(({ id }) => id === "lithium" || id === "graphite") };
export const smallModel = compileModel(smallDataset);

/** A package of levers at their default start and ramp. */
export const packageOf = (levers: Readonly<Record<string, number>>, world = "stated"): Package => ({
  inputs: { levers: Object.entries(levers).map(([lever, value]) => setting(lever, value)), world, events: [] },
  assumptions: [],
});

export function setting(lever: string, value: number, more: Partial<LeverSetting> = {}): LeverSetting {
  const row = dataset.levers.find(({ id }) => id === lever);
  if (!row) throw new Error(`no lever ${lever}`);
  return { lever, value, start: row.defaultStart, ramp: row.defaultRampMonths, minerals: "all", ...more };
}

export const statusQuo = packageOf({});

/** A package that uses most kinds of levers. */
export const broad = packageOf({ reserve_days: 90, processing_invest: 600, permit_speed: 50, recycling_rate: 30, recycling_plants: 100, tariff: 25 });

export function done<T>(result: Cancellable<T>): T {
  if (result === "cancelled") throw new Error("cancelled");
  return result;
}
