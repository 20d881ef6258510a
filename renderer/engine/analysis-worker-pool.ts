/** The web workers of the analyses: opened with the first study, kept for the next, opened anew after one has died. */
import type { JobRunner } from "../../shared/analysis/jobs/job-runner.ts";
import { workersRunner } from "../../shared/analysis/jobs/worker-messages.ts";
import type { FromWorker, WorkerPort } from "../../shared/analysis/jobs/worker-messages.ts";
import type { Model } from "../../shared/model/compile-model.ts";

const MOST_WORKERS = 4;

/**
 * One core stays with the window. With a worker on each of two cores a drag while 20,000 runs go on took a fourth longer from input to paint
 * (median 80 against 63 ms, p95 189 against 164; 40 and 92 at rest), for a study that takes seven tenths of the time.
 */
const workerCount = (): number => Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1));

export interface AnalysisWorkers {
  /** Does the jobs of long studies, away from the window's thread; made when first asked for. */
  readonly runner: () => Promise<JobRunner>;
  /** Ends all work at once. */
  readonly close: () => void;
}

export function createAnalysisWorkers(model: Model): AnalysisWorkers {
  let open: { readonly workers: readonly Worker[]; readonly runner: Promise<JobRunner> } | null = null;

  function close(): void {
    for (const worker of open?.workers ?? []) worker.terminate();
    open = null;
  }

  return {
    close,
    runner() {
      if (open) return open.runner;
      const workers = Array.from({ length: workerCount() }, () => new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" }));
      const mine = {
        workers,
        runner: workersRunner(
          model,
          workers.map((worker) => portOf(worker, () => open === mine && close())),
        ),
      };
      open = mine;
      return mine.runner;
    },
  };
}

const portOf = (worker: Worker, onDeath: () => void): WorkerPort => ({
  post: (message, buffers) => worker.postMessage(message, buffers),
  listen: (receive) => worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data)),
  onDeath: (hear) =>
    worker.addEventListener("error", (event) => {
      hear(new Error(event.message || "the worker has ended"));
      onDeath();
    }),
});
