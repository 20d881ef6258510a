/** The content of the golden scenario files: the same scenarios, deck and dataset whatever the version of the file. */
import { fileURLToPath } from "node:url";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import type { ScenarioFile } from "../../../shared/scenario/filed-scenario.ts";
import { file, scenario } from "./sample-files.ts";

export function goldenFile(): ScenarioFile {
  const loaded = loadDataset(fileURLToPath(new URL("../../../resources/datasets/norland-example", import.meta.url)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const planner = { model_version: "1.0", data_vintage: loaded.value.vintage };
  const [, draft] = file.scenarios;
  const result = scenario.result === null ? null : { ...scenario.result, planner };
  const view = { screen: "explore", settings: { year: 2035, table: false, right: null, mineral: "ree" } };
  return {
    app: "0.1.0",
    scenarios: [{ ...scenario, result }, ...(draft === undefined ? [] : [draft])],
    decks: [
      {
        title: "Monday",
        items: [
          { scenario: scenario.id, view, notes: "Say this first" },
          { scenario: null, view, notes: "" },
        ],
      },
    ],
    datasets: [loaded.value],
  };
}
