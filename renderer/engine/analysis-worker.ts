/** A web worker that computes runs: see `shared/analysis/worker-messages.ts`. */
import { serveJobs } from "../../shared/analysis/jobs/worker-messages.ts";
import type { FromWorker, ToWorker } from "../../shared/analysis/jobs/worker-messages.ts";

/** What of a worker's global scope is used here; the window's types do not know it. */
interface WorkerScope {
  readonly postMessage: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly addEventListener: (type: "message", hear: (event: { readonly data: ToWorker }) => void) => void;
}

const scope = globalThis as unknown as WorkerScope;

serveJobs({
  post: (message, buffers) => scope.postMessage(message, buffers),
  listen: (receive) => scope.addEventListener("message", ({ data }) => receive(data)),
});
