/** Starts a search for packages in a worker of its own. */
import type { FindControl, FindResult } from "../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../shared/analysis/find/find-goal.ts";
import type { Cancellable } from "../../shared/analysis/jobs/progress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ToFindWorker } from "./find-worker.ts";
import { askWorker } from "./worker-task.ts";

export type FindSearch = (question: FindQuestion, control: FindControl) => Promise<Cancellable<FindResult>>;

export const createFindSearch =
  (dataset: Dataset): FindSearch =>
  (question, control) =>
    askWorker<ToFindWorker, FindResult>(new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" }), { dataset, question }, control);
