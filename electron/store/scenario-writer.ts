/** The two ways a scenario's content is written: as its draft and as its next revision. To be called inside a transaction. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { changedLevers } from "../../shared/scenario/edit-scenario.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { packRevision } from "./packed-revision.ts";
import type { PackedRevision } from "./packed-revision.ts";
import { summariseResult } from "./result-summary.ts";
import type { Repositories } from "./store-session.ts";

export class ScenarioWriter {
  readonly #dataset: Dataset;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  putDraft({ scenarios }: Repositories, id: string, document: ScenarioDocument, at: number): void {
    scenarios.putDraft(id, document, this.#countChanged(document), at);
  }

  /** Keeps the dataset with the first result that was computed from it. Of many at once, `packed` is better made before the transaction. */
  append(
    { scenarios, revisions, settings }: Repositories,
    id: string,
    document: ScenarioDocument,
    result: RunResult,
    at: number,
    packed: PackedRevision = packRevision(document, result),
  ): void {
    if (result.planner.data_vintage === this.#dataset.vintage) revisions.keepDataset(this.#dataset, at);
    const summary = summariseResult(result, document.target, settings.read().outcomeYear);
    scenarios.touch(id);
    revisions.append(id, { document, result, changedLevers: this.#countChanged(document), summary, savedAt: at, packed });
  }

  #countChanged(document: ScenarioDocument): number {
    return changedLevers(document, this.#dataset.levers).length;
  }
}
