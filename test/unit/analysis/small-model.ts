/** The invented second dataset and its model: two minerals, so that studies of many runs are done in a moment. */
import { fileURLToPath } from "node:url";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";

const loaded = loadDataset(fileURLToPath(new URL("../../../resources/datasets/norland-example", import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

export const dataset = loaded.value;
export const model = compileModel(dataset);

/** A package of levers at their default start and ramp, in the default world. */
export const packageOf = (levers: Readonly<Record<string, number>>): Package => ({
  inputs: {
    levers: dataset.levers.flatMap(({ id, defaultStart, defaultRampMonths }) =>
      levers[id] === undefined ? [] : [{ lever: id, value: levers[id], start: defaultStart, ramp: defaultRampMonths, minerals: "all" as const }],
    ),
    world: dataset.worlds[0]!.id,
    events: [],
  },
  assumptions: [],
});

export const statusQuo = packageOf({});
export const broad = packageOf({ mining_invest: 600, processing_invest: 1200, recycling_plants: 200, collection_spend: 200 });
