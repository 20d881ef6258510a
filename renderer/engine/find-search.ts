/** Starts a search for packages in a worker of its own and ends that worker with it, also when it is cancelled. */
import type { FindControl, FindResult } from "../../shared/analysis/find.ts";
import type { FindQuestion } from "../../shared/analysis/find-goal.ts";
import type { Cancellable } from "../../shared/analysis/progress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { FromFindWorker, ToFindWorker } from "./find-worker.ts";

/** A cancel is looked for so often, milliseconds. */
const LOOK_MS = 50;

export type FindSearch = (question: FindQuestion, control: FindControl) => Promise<Cancellable<FindResult>>;

export const createFindSearch =
  (dataset: Dataset): FindSearch =>
  (question, control) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" });
      const look = setInterval(() => {
        if (control.isCancelled?.() === true) end(() => resolve("cancelled"));
      }, LOOK_MS);
      const end = (settle: () => void): void => {
        clearInterval(look);
        // Workers that it has opened end with it.
        worker.terminate();
        settle();
      };
      worker.addEventListener("message", ({ data }: MessageEvent<FromFindWorker>) => {
        if (data.type === "progress") control.progress?.(data.done, data.total);
        else if (data.type === "so-far") control.show?.(data.result);
        else end(() => (data.type === "found" ? resolve(data.result) : reject(new Error(data.message))));
      });
      worker.addEventListener("error", (event) => end(() => reject(new Error(event.message || "the search's worker has ended"))));
      worker.postMessage({ dataset, question } satisfies ToFindWorker);
    });
