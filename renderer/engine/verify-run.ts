/** Starts the checks of the model in a worker of their own. */
import type { Cancellable } from "../../shared/analysis/jobs/progress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { CheckResult } from "../../shared/verify/verify-model.ts";
import { askWorker } from "./worker-task.ts";
import type { TaskControl } from "./worker-task.ts";

/** Shows the results so far, check by check. */
export type VerifyRun = (control: TaskControl<readonly CheckResult[]>) => Promise<Cancellable<readonly CheckResult[]>>;

export const createVerifyRun =
  (dataset: Dataset): VerifyRun =>
  (control) =>
    askWorker<Dataset, readonly CheckResult[]>(new Worker(new URL("./verify-worker.ts", import.meta.url), { type: "module" }), dataset, control);
