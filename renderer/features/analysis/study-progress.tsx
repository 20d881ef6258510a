/** How far a long computation is: count, bar, time left and Cancel; after a stop or a failure the sentence and a way to run again. */
import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "zustand/react";
import { numberText } from "../../../shared/format/number.ts";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import type { Study, StudyState } from "./study.ts";
import "./study-progress.css";

/** Nothing is shown for less. */
const PATIENCE_MS = 300;
/** After this a study that has told nothing yet is said to be starting, and can be cancelled. */
const SILENCE_MS = 1000;
const ESC = ["Esc"];

export interface StudyProgressProps {
  readonly state: Pick<StudyState<unknown, unknown>, "status" | "done" | "total" | "elapsed" | "failure">;
  /** "runs", "cells" */
  readonly unit: string;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
  /** What is on screen although the study was stopped: some of its own result, or the one from before. */
  readonly shows?: "some" | "earlier" | null;
}

/** The progress of a study by itself, so that a step of it draws nothing else. */
export function LiveProgress<Q, T>({ study, ...rest }: { readonly study: Study<Q, T> } & Omit<StudyProgressProps, "state" | "onCancel">) {
  const state = useStore(study.store, (one) => one);
  return <StudyProgress state={state} onCancel={study.cancel} {...rest} />;
}

/** From here on minutes are told. */
const MOST_SECONDS = 90;
const timeLeft = (seconds: number): string => (seconds > MOST_SECONDS ? `${Math.ceil(seconds / 60)} min left` : `${Math.max(1, seconds)} s left`);

/** What a worker says of its end, without the words that only its program uses. */
export const failureText = (failure: string): string =>
  `The computation failed: ${failure.replace(/^(?:analysis worker: )?(?:Uncaught )?(?:\w*Error: )?/, "").replace(/\.$/, "")}. No scenario was changed.`;

export function StudyProgress({ state, unit, onCancel, onAgain, shows = null }: StudyProgressProps) {
  const { status, done, total, elapsed, failure } = state;
  const isRunning = status === "running";
  useEffect(() => {
    if (!isRunning) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) onCancel();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isRunning, onCancel]);
  const isStarting = useIsLong(isRunning && total === 0);
  const count = `${numberText(done, 0)} of ${numberText(total, 0)} ${unit}`;
  if (status === "failed" || status === "stopped") {
    return (
      <div className="study-progress card" role="status">
        {status === "failed" && <TriangleAlert size={16} aria-hidden className="study-failed" />}
        <span className="spacer">
          {status === "failed"
            ? failureText(failure)
            : `Stopped after ${count}.${shows === null ? "" : shows === "some" ? " Results so far are shown." : " What the search before found is shown."}`}
        </span>
        <Button size="small" onPress={onAgain}>
          Run again
        </Button>
      </div>
    );
  }
  if (!isRunning || (total === 0 ? !isStarting : elapsed < PATIENCE_MS)) return null;
  const left = done > 0 ? Math.ceil(((elapsed / done) * (total - done)) / 1000) : null;
  return (
    <div className="study-progress card">
      <b>{total === 0 ? "Starting" : count}</b>
      <progress value={done} max={Math.max(1, total)} aria-label={`Progress in ${unit}`} />
      <span className="muted">{left === null ? "" : timeLeft(left)}</span>
      <Button size="small" onPress={onCancel}>
        Cancel <Keys names={ESC} />
      </Button>
    </div>
  );
}

/** Whether `isOn` has been so for a while. */
function useIsLong(isOn: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setIsLong(true), SILENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isOn]);
  return isLong;
}
