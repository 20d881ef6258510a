/** A Node worker thread that computes runs: see `shared/analysis/worker-messages.ts`. */
import { parentPort } from "node:worker_threads";
import { serveJobs, type ToWorker } from "../../shared/analysis/jobs/worker-messages.ts";

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker thread");

serveJobs({
  post: (message, buffers) => port.postMessage(message, buffers),
  listen: (receive) => port.on("message", (message: ToWorker) => receive(message)),
});
