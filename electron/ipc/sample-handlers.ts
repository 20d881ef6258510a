/** The worked examples that ship with the app. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Sample } from "../../shared/ipc/channels.ts";
import { ok } from "../../shared/result.ts";
import type { FiledScenario } from "../../shared/scenario/filed-scenario.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import type { Handlers } from "./register.ts";

/** Paths of the examples, in the order of their names. */
export const sampleFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".lodestone"))
    .toSorted()
    .map((name) => join(folder, name));

/** `folder` holds one `.lodestone` file per example; they are told in the order of their names. One that does not fit the dataset is left out. */
export function sampleHandlers({ dataset, folder }: { readonly dataset: Dataset; readonly folder: string }): Pick<Handlers, "sample:list"> {
  return {
    "sample:list": () => {
      const read = sampleFiles(folder).map((file) => readScenarioFileAt(file, dataset, sha256));
      return ok(read.flatMap((file) => (file.ok ? file.value.scenarios.map(sampleOf) : [])));
    },
  };
}

const sampleOf = (filed: FiledScenario): Sample => {
  const { title, notes, tags, question, hypothesis, findings, decision, inputs, assumptions, target, budget } = filed;
  return { labels: { title, notes, tags, question, hypothesis, findings, decision }, document: { inputs, assumptions, target, budget } };
};
