/**
 * One order of undo over two things: edits of the open scenario (its own history) and what was done to whole scenarios (trash, copy, rename …).
 * Undo takes back the later of the two, redo brings back the earlier; anything new drops what could have been redone (rules H3, H10).
 */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import { HISTORY_DEPTH, redoLabel, undoLabel } from "../../shared/scenario/history.ts";
import { withHistory } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { EditActions } from "./edit-actions.ts";
import type { Serial } from "./serial.ts";

/** Something done to whole scenarios. Both ways run in their turn of the queue and tell whether they were done. */
export interface LibraryStep {
  /** "Reserve first moved to trash" */
  readonly label: string;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

interface TimedStep extends LibraryStep {
  readonly at: number;
}

export interface UndoState {
  readonly past: readonly TimedStep[];
  /** Nearest first. */
  readonly future: readonly TimedStep[];
  /** A step is on its way; what is pressed meanwhile waits for it, in its turn. */
  readonly running: boolean;
}

export interface UndoStack {
  readonly store: StoreApi<UndoState>;
  /** To be called when the step has been done. Returns what takes back this very step, also when it is not the last any more. */
  readonly record: (step: LibraryStep) => () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Steps of a database that has been replaced mean nothing any more. */
  readonly forgetAll: () => void;
  readonly stop: () => void;
}

export interface UndoPorts {
  readonly documents: DocumentStore;
  readonly edit: Pick<EditActions, "undo" | "redo" | "endGesture">;
  readonly serial: Serial;
  /** Never gives the same time twice; the entries of the document's history carry it too. */
  readonly now: () => number;
}

/** A clock whose every answer is later than the one before. */
export function increasingClock(now: () => number): () => number {
  const SMALLEST_STEP_MS = 0.001;
  let last = -Infinity;
  return () => (last = Math.max(now(), last + SMALLEST_STEP_MS));
}

export function createUndoStack({ documents, edit, serial, now }: UndoPorts): UndoStack {
  const store = createStore<UndoState>(() => ({ past: [], future: [], running: false }));
  let newestEdit = -Infinity;
  let onItsWay: Promise<void> = Promise.resolve();

  const unsubscribe = documents.subscribe(({ history }) => {
    const at = history.past.at(-1)?.at ?? -Infinity;
    if (at <= newestEdit) return;
    newestEdit = at;
    if (store.getState().future.length > 0) store.setState({ future: [] });
  });

  async function turn(step: TimedStep, way: "undo" | "redo"): Promise<void> {
    try {
      edit.endGesture();
      if (!(await serial(step[way]))) return;
      store.setState(({ past, future }) =>
        way === "undo"
          ? { past: past.filter((one) => one !== step), future: [step, ...future] }
          : { past: [...past, step], future: future.filter((one) => one !== step) },
      );
    } finally {
      store.setState({ running: false });
    }
  }

  function run(step: TimedStep, way: "undo" | "redo"): Promise<void> {
    store.setState({ running: true });
    onItsWay = turn(step, way);
    return onItsWay;
  }

  /** Those who wait act in the order in which they came: nothing lies between finding the way free and starting a step. */
  async function inTurn(act: () => void | Promise<void>): Promise<void> {
    while (store.getState().running) await onItsWay.catch(() => undefined);
    await act();
  }

  return {
    store,
    record(step) {
      const timed: TimedStep = { ...step, at: now() };
      store.setState(({ past }) => ({ past: [...past, timed].slice(-HISTORY_DEPTH), future: [] }));
      const { history } = documents.getState();
      if (history.future.length > 0) documents.setState((state) => withHistory(state, { ...history, future: [] }), true);
      return () => inTurn(() => (store.getState().past.includes(timed) ? run(timed, "undo") : undefined));
    },
    undo: () =>
      inTurn(() => {
        const step = nextUndo(documents.getState(), store.getState());
        if (step === "edit") edit.undo();
        else if (step !== null) return run(step, "undo");
      }),
    redo: () =>
      inTurn(() => {
        const step = nextRedo(documents.getState(), store.getState());
        if (step === "edit") edit.redo();
        else if (step !== null) return run(step, "redo");
      }),
    forgetAll: () => store.setState({ past: [], future: [] }),
    stop: unsubscribe,
  };
}

/** What undo would take back: an edit of the open scenario, a step of the library, or nothing. */
function nextUndo({ history }: DocumentState, { past }: UndoState): "edit" | TimedStep | null {
  const [edited, step] = [history.past.at(-1), past.at(-1)];
  if (history.gestureFrom !== null) return "edit";
  if (step !== undefined && (edited === undefined || step.at > edited.at)) return step;
  return edited === undefined ? null : "edit";
}

function nextRedo({ history }: DocumentState, { future }: UndoState): "edit" | TimedStep | null {
  const [edited, step] = [history.future[0], future[0]];
  if (step !== undefined && (edited === undefined || step.at < edited.at)) return step;
  return edited === undefined ? null : "edit";
}

/** What the next undo takes back, in words; null when there is nothing. */
export function nextUndoLabel(document: DocumentState, undo: UndoState): string | null {
  const step = nextUndo(document, undo);
  return step === "edit" ? (undoLabel(document.history) ?? "the drag") : (step?.label ?? null);
}

export function nextRedoLabel(document: DocumentState, undo: UndoState): string | null {
  const step = nextRedo(document, undo);
  return step === "edit" ? redoLabel(document.history) : (step?.label ?? null);
}
