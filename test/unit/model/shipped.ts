/** The shipped dataset and its model for model tests; every run is in checked mode. */
import { fileURLToPath } from "node:url";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { shippedDatasetFolder } from "../../../electron/dataset/shipped-dataset.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import type { Model } from "../../../shared/model/compile-model.ts";
import { violationText } from "../../../shared/model/invariants.ts";
import { createRun } from "../../../shared/model/run.ts";
import type { Run } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type { LeverSetting, ScenarioEvent, ScenarioInputs } from "../../../shared/scenario/scenario.ts";

const loaded = loadDataset(shippedDatasetFolder(fileURLToPath(new URL("../../../resources", import.meta.url))));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

export const dataset: Dataset = loaded.value;
export const model: Model = compileModel(dataset);
export const defaultWorld = dataset.worlds[0]!.id;

export const scenario = (levers: readonly LeverSetting[], world = defaultWorld, events: readonly ScenarioEvent[] = []): ScenarioInputs => ({
  levers,
  world,
  events,
});

/** A lever at its default start and ramp, unless told otherwise. */
export function setting(lever: string, value: number, more: Partial<LeverSetting> = {}): LeverSetting {
  const row = dataset.levers.find(({ id }) => id === lever);
  if (!row) throw new Error(`no lever ${lever}`);
  return { lever, value, start: row.defaultStart, ramp: row.defaultRampMonths, minerals: "all", ...more };
}

/** A finished run in checked mode; a violated invariant fails the test with its numbers. */
export function runChecked(inputs: ScenarioInputs, of: Model = model, vector?: Float64Array): Run {
  const run = createRun(of);
  const violation = simulate(of, inputs, run, { checked: true, ...(vector ? { vector } : {}) });
  if (violation !== null) throw new Error(violationText(violation));
  return run;
}

export interface NamedSeries {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Every number of a run that a reader can see: annual indicators, cost lines, monthly records. */
export function allSeries(run: Run): readonly NamedSeries[] {
  const { annual } = run;
  return [
    ...(["stage", "mineral", "total"] as const).flatMap((level) => Object.entries(annual[level]).map(([id, values]) => ({ name: `${level}.${id}`, values }))),
    { name: "topSupplier", values: annual.topSupplier },
    { name: "unmetByClass", values: annual.unmetByClass },
    { name: "costByLever", values: annual.costByLever },
    { name: "costByMineral", values: annual.costByMineral },
    { name: "stageMonths", values: run.stageMonths },
    { name: "publicCost", values: run.publicCost },
  ];
}

/** Names of the series that differ in any bit. */
export function differing(a: Run, b: Run): readonly string[] {
  const other = new Map(allSeries(b).map(({ name, values }) => [name, values]));
  return allSeries(a)
    .filter(({ name, values }) => !Array.from(values).every((value, i) => Object.is(value, other.get(name)?.[i])))
    .map(({ name }) => name);
}
