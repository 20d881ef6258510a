/**
 * The protocol between a thread that asks and workers that compute, over any channel that copies plain data and can hand over array buffers:
 * Node's worker threads and the web's workers alike. A worker loads one dataset and then does jobs in the order in which they come.
 */
import type { Dataset } from "../../dataset/dataset.ts";
import { compileModel, type Model } from "../../model/compile-model.ts";
import { blocksOf, type DoJob, type Job, jobDoer, type JobResult } from "./job.ts";
import type { JobRunner } from "./job-runner.ts";
import { HEADLINE } from "../outcome.ts";
import { statusQuoDocument } from "../../scenario/scenario.ts";

export type ToWorker = { readonly type: "load"; readonly dataset: Dataset } | { readonly type: "job"; readonly id: number; readonly job: Job };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "done"; readonly id: number; readonly result: JobResult }
  /** A programmer's error inside the worker. */
  | { readonly type: "failed"; readonly id: number; readonly message: string };

/** One end of a channel; `post` hands the buffers over, so that the sender no longer holds them. */
export interface Port<Out, In> {
  readonly post: (message: Out, buffers: ArrayBuffer[]) => void;
  readonly listen: (receive: (message: In) => void) => void;
}

/** The asking side's end, which also hears when its worker dies. */
export interface WorkerPort extends Port<ToWorker, FromWorker> {
  readonly onDeath: (hear: (error: Error) => void) => void;
}

/** The worker's side: answers every message. */
export function serveJobs(port: Port<FromWorker, ToWorker>): void {
  let doJob: DoJob | null = null;
  port.listen((message) => {
    if (message.type === "load") {
      doJob = jobDoer(compileModel(message.dataset));
      port.post({ type: "ready" }, []);
      doJob(warmUp(message.dataset));
      return;
    }
    try {
      if (doJob === null) throw new Error("a job came before its dataset");
      const result = doJob(message.job);
      port.post({ type: "done", id: message.id, result }, buffersOf(result));
    } catch (error) {
      port.post({ type: "failed", id: message.id, message: error instanceof Error ? error.message : String(error) }, []);
    }
  });
}

/** Enough runs for the engine to compile the model's code before the first question comes; a hundredth of a second where one is there already. */
const WARM_UP_RUNS = 24;

function warmUp({ worlds }: Dataset): Job {
  const packages = Array.from({ length: WARM_UP_RUNS }, () => statusQuoDocument(worlds[0]!.id));
  return { kind: "evaluate", packages, measures: [{ kind: "annual", outcome: HEADLINE }] };
}

/** Jobs that wait inside a worker, so that it never idles while a message travels. */
const JOBS_PER_WORKER = 2;

/**
 * The asking side: gives each job to the worker with the fewest under way. Ready once every worker has compiled its model.
 * A worker that dies takes its jobs with it, so its death fails every job, those under way and those to come.
 */
export async function workersRunner(model: Model, ports: readonly WorkerPort[]): Promise<JobRunner> {
  const waiting = new Map<number, { readonly resolve: (result: JobResult) => void; readonly reject: (error: Error) => void }>();
  const load = ports.map(() => 0);
  let nextId = 0;
  let death: Error | null = null;
  const settle = (message: Exclude<FromWorker, { readonly type: "ready" }>): void => {
    const job = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "done") job?.resolve(message.result);
    else job?.reject(new Error(`analysis worker: ${message.message}`));
  };
  const ready = ports.map(
    (port, w) =>
      new Promise<void>((resolve, reject) => {
        port.listen((message) => {
          if (message.type === "ready") {
            resolve();
            return;
          }
          load[w]!--;
          settle(message);
        });
        port.onDeath((error) => {
          death ??= error;
          reject(error);
          for (const id of waiting.keys()) settle({ type: "failed", id, message: error.message });
        });
        port.post({ type: "load", dataset: model.dataset }, []);
      }),
  );
  await Promise.all(ready);
  return {
    model,
    inFlight: JOBS_PER_WORKER * ports.length,
    run: (job) =>
      new Promise((resolve, reject) => {
        if (death !== null) {
          reject(death);
          return;
        }
        const id = nextId++;
        const w = load.indexOf(Math.min(...load));
        load[w]!++;
        waiting.set(id, { resolve, reject });
        ports[w]!.post({ type: "job", id, job }, job.kind === "bands" ? buffersOf(blocksOf(job)) : []);
      }),
  };
}

const buffersOf = (arrays: readonly Float64Array[]): ArrayBuffer[] => arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
