/** A long computation: one at a time, with progress and cancel, and its last result kept with the question that it answers. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { JobRunner } from "../../../shared/analysis/jobs/job-runner.ts";
import type { Cancellable, Control } from "../../../shared/analysis/jobs/progress.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import type { Planner } from "../../state/planner.ts";

export interface StudyState<Q, T> {
  /** What is being computed, or was stopped or failed. */
  readonly asked: Q | null;
  readonly status: "idle" | "running" | "done" | "stopped" | "failed";
  readonly done: number;
  readonly total: number;
  /** Milliseconds since the start, as of the last progress. */
  readonly elapsed: number;
  readonly failure: string;
  /** The last result, and its question: while another runs it is still shown. */
  readonly result: {
    readonly question: Q;
    readonly value: T;
    readonly ms: number;
    /** False for what was there before all was computed. */
    readonly isWhole: boolean;
  } | null;
}

export interface Study<Q, T> {
  readonly store: StoreApi<StudyState<Q, T>>;
  /** Starts, in the place of what runs. */
  readonly start: (question: Q) => void;
  /** As `start`, unless this very question runs, is answered, or was stopped or failed. */
  readonly ask: (question: Q) => void;
  readonly cancel: () => void;
}

export interface StudyControl<T> extends Control {
  /** Puts on screen what is there so far; it stays when the study is stopped. */
  readonly show: (value: T) => void;
}

export type Task<Q, T> = (runner: JobRunner, question: Q, control: StudyControl<T>) => Promise<Cancellable<T>>;

/** A study whose jobs go to the workers of the analyses. */
export const createStudy = <Q, T>({ analysis }: Planner, task: Task<Q, T>): Study<Q, T> =>
  createStudyOf(async (question, control) => task(await analysis.runner(), question, control));

/** Progress is told no oftener, milliseconds: drawing it must not take what computing needs. */
const TELL_MS = 100;

/** A study that computes wherever it likes. */
export function createStudyOf<Q, T>(compute: (question: Q, control: StudyControl<T>) => Promise<Cancellable<T>>): Study<Q, T> {
  const store = createStore<StudyState<Q, T>>(() => ({ asked: null, status: "idle", done: 0, total: 0, elapsed: 0, failure: "", result: null }));
  /** Counts starts and cancels: an older study hears that it is over. */
  let current = 0;
  /** How far the running one is, also where it was not told: what it says at its end counts what is shown. */
  let reached = { done: 0, total: 0 };

  async function run(question: Q): Promise<void> {
    const mine = ++current;
    const begin = performance.now();
    const elapsed = (): number => performance.now() - begin;
    let toldAt = -TELL_MS;
    reached = { done: 0, total: 0 };
    store.setState({ asked: question, status: "running", done: 0, total: 0, elapsed: 0, failure: "" });
    const control: StudyControl<T> = {
      isCancelled: () => mine !== current,
      progress: (done, total) => {
        if (mine !== current) return;
        reached = { done, total };
        if (done < total && elapsed() - toldAt < TELL_MS) return;
        toldAt = elapsed();
        store.setState({ done, total, elapsed: toldAt });
      },
      show: (value) => {
        if (mine === current) store.setState({ result: { question, value, ms: elapsed(), isWhole: false }, elapsed: elapsed() });
      },
    };
    try {
      const value = await compute(question, control);
      if (mine !== current || value === "cancelled") return;
      store.setState({ status: "done", result: { question, value, ms: elapsed(), isWhole: true }, elapsed: elapsed() });
    } catch (error) {
      if (mine === current) store.setState({ status: "failed", ...reached, failure: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    store,
    start: (question) => void run(question),
    ask(question) {
      const { asked, result, status } = store.getState();
      if (status !== "idle" && sameValue(asked, question)) return;
      if (result?.isWhole === true && sameValue(result.question, question)) {
        current++;
        store.setState({ asked: question, status: "done" });
        return;
      }
      void run(question);
    },
    cancel() {
      if (store.getState().status !== "running") return;
      current++;
      store.setState({ status: "stopped", ...reached });
    },
  };
}
