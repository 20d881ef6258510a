/** A web worker that searches for packages: its arithmetic between the runs never holds up the window. The runs go to workers of its own. */
import { findPackages, type FindResult } from "../../shared/analysis/find.ts";
import type { FindQuestion } from "../../shared/analysis/find-goal.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { createAnalysisWorkers } from "./analysis-worker-pool.ts";

export interface ToFindWorker {
  readonly dataset: Dataset;
  readonly question: FindQuestion;
}

export type FromFindWorker =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "so-far"; readonly result: FindResult }
  | { readonly type: "found"; readonly result: FindResult }
  | { readonly type: "failed"; readonly message: string };

/** What of a worker's global scope is used here; the window's types do not know it. */
interface WorkerScope {
  readonly postMessage: (message: FromFindWorker) => void;
  readonly addEventListener: (type: "message", hear: (event: { readonly data: ToFindWorker }) => void) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("message", ({ data }) => void search(data));

async function search({ dataset, question }: ToFindWorker): Promise<void> {
  const workers = createAnalysisWorkers(compileModel(dataset));
  try {
    const result = await findPackages(await workers.runner(), question, {
      progress: (done, total) => scope.postMessage({ type: "progress", done, total }),
      show: (soFar) => scope.postMessage({ type: "so-far", result: soFar }),
    });
    if (result !== "cancelled") scope.postMessage({ type: "found", result });
  } catch (error) {
    scope.postMessage({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  } finally {
    workers.close();
  }
}
