/** Node worker threads that do the jobs of an analysis. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { JobRunner } from "../../shared/analysis/jobs/job-runner.ts";
import { type FromWorker, type WorkerPort, workersRunner } from "../../shared/analysis/jobs/worker-messages.ts";
import type { Model } from "../../shared/model/compile-model.ts";

export interface WorkerPool extends JobRunner {
  /** Ends all workers, whatever they are doing; resolves when none is left. */
  readonly close: () => Promise<void>;
}

/** One worker per core that this process may use. */
export const defaultWorkers = (): number => availableParallelism();

export async function openWorkerPool(model: Model, count = defaultWorkers()): Promise<WorkerPool> {
  const workers = Array.from({ length: count }, () => new Worker(new URL("./worker.ts", import.meta.url)));
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  try {
    const runner = await workersRunner(model, workers.map(portOf));
    return { ...runner, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const portOf = (worker: Worker): WorkerPort => ({
  post: (message, buffers) => worker.postMessage(message, buffers),
  listen: (receive) => worker.on("message", (message: FromWorker) => receive(message)),
  onDeath: (hear) => {
    worker.on("error", hear);
    worker.on("exit", () => hear(new Error("the worker has ended")));
  },
});
