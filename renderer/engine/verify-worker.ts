/** A web worker that checks the model on a dataset, check by check. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { type CheckResult, checkCount, verifyModel } from "../../shared/verify/verify-model.ts";
import { serveTask } from "./worker-task.ts";

serveTask<Dataset, readonly CheckResult[]>(async (dataset, { progress, show }) => {
  const total = checkCount(dataset);
  const results: CheckResult[] = [];
  for (const { check, outcome } of verifyModel(dataset)) {
    results.push({ id: check.id, title: check.title, outcome });
    progress(results.length, total);
    show(results);
  }
  return results;
});
