/** Runs of the model on the shipped dataset: the status quo, and a scenario in which almost everything moves. */
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type { ScenarioInputs } from "../../../shared/scenario/scenario.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";
import { setting } from "./view-kit.ts";

const model = compileModel(dataset);
export const read = (inputs: ScenarioInputs): ResultReader => {
  const run = createRun(model);
  simulate(model, inputs, run);
  return readerOfRun(model, run);
};

const world = dataset.worlds[0]!.id;
export const none: ScenarioInputs = { levers: [], world, events: [] };
export const busy: ScenarioInputs = {
  levers: [
    setting("reserve_days", 90),
    setting("mining_invest", 400),
    setting("processing_invest", 800),
    setting("recycling_rate", 40),
    setting("tariff", 25),
    setting("diversify", 20),
  ],
  world: "net_zero",
  events: [{ event: "embargo_multi", start: "2031-01" }],
};
export const statusQuo = read(none);
export const readers = {
  zero: { current: statusQuo, statusQuo, statusQuoInWorld: statusQuo },
  busy: { current: read(busy), statusQuo, statusQuoInWorld: read({ ...busy, levers: [] }) },
};
