/** A web worker that searches for packages: its arithmetic between the runs never holds up the window. The runs go to workers of its own. */
import { findPackages, type FindResult } from "../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../shared/analysis/find/find-goal.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { createAnalysisWorkers } from "./analysis-worker-pool.ts";
import { serveTask } from "./worker-task.ts";

export interface ToFindWorker {
  readonly dataset: Dataset;
  readonly question: FindQuestion;
}

serveTask<ToFindWorker, FindResult>(async ({ dataset, question }, tell) => {
  const workers = createAnalysisWorkers(compileModel(dataset));
  try {
    return await findPackages(await workers.runner(), question, tell);
  } finally {
    workers.close();
  }
});
