/** One task in a web worker of its own, which ends with it, also when it is cancelled: both sides of the conversation. */
import type { Cancellable, Control } from "../../shared/analysis/jobs/progress.ts";

export type FromTask<T> =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "so-far"; readonly value: T }
  | { readonly type: "done"; readonly value: T }
  | { readonly type: "failed"; readonly message: string };

export interface TaskControl<T> extends Control {
  /** Hears what is there so far. */
  readonly show?: (value: T) => void;
}

/** A cancel is looked for so often, milliseconds. */
const LOOK_MS = 50;

/** In the window: asks a fresh worker. Workers that it has opened end with it. */
export const askWorker = <Q, T>(worker: Worker, question: Q, control: TaskControl<T>): Promise<Cancellable<T>> =>
  new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (control.isCancelled?.() === true) end(() => resolve("cancelled"));
    }, LOOK_MS);
    const end = (settle: () => void): void => {
      clearInterval(look);
      worker.terminate();
      settle();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<FromTask<T>>) => {
      if (data.type === "progress") control.progress?.(data.done, data.total);
      else if (data.type === "so-far") control.show?.(data.value);
      else end(() => (data.type === "done" ? resolve(data.value) : reject(new Error(data.message))));
    });
    worker.addEventListener("error", (event) => end(() => reject(new Error(event.message || "the worker has ended"))));
    worker.postMessage(question);
  });

/** What of a worker's global scope is used here; the window's types do not know it. */
interface WorkerScope<Q, T> {
  readonly postMessage: (message: FromTask<T>) => void;
  readonly addEventListener: (type: "message", hear: (event: { readonly data: Q }) => void) => void;
}

/** What a worker says before it is done. */
type Tell<T> = Pick<Required<TaskControl<T>>, "progress" | "show">;

/** In the worker: answers the one question that it is sent. */
export function serveTask<Q, T>(answer: (question: Q, tell: Tell<T>) => Promise<Cancellable<T>>): void {
  const scope = globalThis as unknown as WorkerScope<Q, T>;
  async function run(question: Q): Promise<void> {
    try {
      const value = await answer(question, {
        progress: (done, total) => scope.postMessage({ type: "progress", done, total }),
        show: (soFar) => scope.postMessage({ type: "so-far", value: soFar }),
      });
      if (value !== "cancelled") scope.postMessage({ type: "done", value });
    } catch (error) {
      scope.postMessage({ type: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }
  scope.addEventListener("message", ({ data }) => void run(data));
}
