/** A study for a command: in worker threads, with its progress on standard error, and stopped by Ctrl+C. */
import { type JobRunner, localRunner } from "../../shared/analysis/jobs/job-runner.ts";
import type { Cancellable, Control } from "../../shared/analysis/jobs/progress.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { ok, type Result } from "../../shared/result.ts";
import { defaultWorkers, openWorkerPool } from "../analysis/worker-pool.ts";
import { readCount } from "./analysis-options.ts";
import { exitCode, type Terminal } from "./command.ts";

export const studyOptions = { workers: { type: "string" }, progress: { type: "boolean" } } as const;

export const studyHelp = `  --workers N        threads, 0 = none beside this one; default one per core. The numbers are the same
  --progress         a line on standard error for each tenth, for logs; a terminal shows a running count anyway`;

export interface StudyOptions {
  /** Threads beside this one. */
  readonly workers: number;
  readonly progress: boolean;
}

const MAX_WORKERS = 64;

export function readStudyOptions(asked: { readonly workers?: string | undefined; readonly progress?: boolean | undefined }): Result<StudyOptions, string> {
  const workers = readCount("workers", asked.workers, defaultWorkers(), 0, MAX_WORKERS);
  return workers.ok ? ok({ workers: workers.value, progress: asked.progress === true }) : workers;
}

export interface Study {
  readonly runner: JobRunner;
  /** A control that counts pieces of work called `what`. */
  readonly control: (what: string) => Control;
}

/** Does `work` and ends its threads whatever happens. "cancelled" when Ctrl+C was pressed; pressed again it ends the process at once. */
export async function runStudy<T>(
  model: Model,
  options: StudyOptions,
  terminal: Terminal,
  work: (study: Study) => Promise<Cancellable<T>>,
): Promise<Cancellable<T>> {
  let isCancelled = false;
  const forget = terminal.onInterrupt?.(() => {
    isCancelled = true;
  });
  try {
    const pool = options.workers === 0 ? null : await openWorkerPool(model, options.workers);
    try {
      const control = (what: string): Control => ({
        progress: progressOf(terminal, options, what),
        isCancelled: () => isCancelled,
        pause: () => new Promise((resolve) => void setImmediate(resolve)),
      });
      return await work({ runner: pool ?? localRunner(model), control });
    } finally {
      await pool?.close();
    }
  } finally {
    forget?.();
    terminal.progress?.("");
  }
}

function progressOf(terminal: Terminal, { progress }: StudyOptions, what: string): NonNullable<Control["progress"]> {
  let tenth = 0;
  return (done, total) => {
    const text = `${what}: ${done} of ${total}`;
    terminal.progress?.(text);
    if (!progress || terminal.progress !== undefined || Math.floor((10 * done) / total) <= tenth) return;
    tenth = Math.floor((10 * done) / total);
    terminal.err(text);
  };
}

/** Says that a study was stopped. */
export function stopped(terminal: Terminal): number {
  terminal.err("Stopped. Nothing was written.");
  return exitCode.stopped;
}
