/**
 * The open scenario: its labels, its document with undo history, its last revision, and how far the draft has been written.
 * Only transitions live here; what talks to the main process is in `scenario-actions.ts` and `autosave.ts`.
 */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, RevisionInfo } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { createHistory, edit } from "../../shared/scenario/history.ts";
import type { History } from "../../shared/scenario/history.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";

/** clean: equals the last revision. dirty: not yet on disk. saved: the draft is on disk since `at`. failed: could not be written, kept in memory. */
export type DraftStatus =
  | { readonly kind: "clean" }
  | { readonly kind: "dirty" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "failed"; readonly error: AppError };

/** What undo covers: the inputs and the labels. */
export interface Edited {
  readonly document: ScenarioDocument;
  readonly labels: ScenarioLabels;
}

export interface DocumentState {
  /** null until the store has a row for it (a fresh scenario gets one with its first settled change). */
  readonly id: string | null;
  readonly labels: ScenarioLabels;
  /** Always `history.present.document`. */
  readonly document: ScenarioDocument;
  readonly history: History<Edited>;
  /** Number of the last revision; 0 = none yet. */
  readonly revision: number;
  readonly savedAt: number | null;
  /** Document of the last revision. */
  readonly saved: ScenarioDocument | null;
  /** Result stored with the last revision. */
  readonly result: RunResult | null;
  readonly revisions: readonly RevisionInfo[];
  readonly draft: DraftStatus;
  /** When the draft row was written last; null without one. */
  readonly draftSavedAt: number | null;
  /** Inputs and labels as last written to the store: what autosave compares with. */
  readonly written: Edited;
}

export type DocumentStore = StoreApi<DocumentState>;

export const createDocumentStore = (first: DocumentState): DocumentStore => createStore<DocumentState>(() => first);

/** A scenario that the store does not know yet. */
export function freshScenario(present: Edited): DocumentState {
  const { document, labels } = present;
  return {
    id: null,
    labels,
    document,
    history: createHistory(present),
    revision: 0,
    savedAt: null,
    saved: null,
    result: null,
    revisions: [],
    draft: { kind: "clean" },
    draftSavedAt: null,
    written: present,
  };
}

/** What a scenario says now: its draft where it has one. */
export function currentDocument({ id, draft, saved }: OpenScenario): ScenarioDocument {
  const document = draft?.document ?? saved;
  if (!document) throw new Error(`scenario ${id} has neither revision nor draft`);
  return document;
}

const storedState = (open: OpenScenario): Edited => ({ document: currentDocument(open), labels: open.labels });

/** A scenario as the store gave it. `kept` is the history this window still holds for it; it is taken over when it ends where the store does, or when it holds edits that could not be written. */
export function openedScenario(open: OpenScenario, kept?: { readonly history: History<Edited>; readonly unwritten: boolean }): DocumentState {
  const written = storedState(open);
  const history = kept && (kept.unwritten || sameValue(kept.history.present, written)) ? kept.history : createHistory(written);
  return {
    id: open.id,
    labels: history.present.labels,
    document: history.present.document,
    history,
    revision: open.revision,
    savedAt: open.savedAt,
    saved: open.saved,
    result: open.result,
    revisions: open.revisions,
    draft: sameValue(history.present, written) ? writtenStatus(open) : { kind: "dirty" },
    draftSavedAt: open.draft?.savedAt ?? null,
    written,
  };
}

/** The same scenario as the store has it now; what was done to it before can still be undone. Edits that are not written yet stay. */
export function rereadScenario(state: DocumentState, open: OpenScenario): DocumentState {
  if (hasUnwrittenEdits(state)) return afterRevision(state, open);
  const present = storedState(open);
  return openedScenario(open, { history: { ...state.history, present, gestureFrom: null }, unwritten: false });
}

/** The store's answer to a write of `sent`; edits made since then stay dirty. */
export function afterWrite(state: DocumentState, sent: Edited, draftSavedAt: number | null): DocumentState {
  const settled = sameValue(state.history.present, sent);
  const draft: DraftStatus = !settled ? { kind: "dirty" } : draftSavedAt === null ? { kind: "clean" } : { kind: "saved", at: draftSavedAt };
  return { ...state, written: sent, draft, draftSavedAt };
}

/** The same scenario with a new row, revision or title in the store, keeping the history and edits made while the request was on its way. */
export function afterRevision(state: DocumentState, open: OpenScenario): DocumentState {
  const written = storedState(open);
  return {
    ...state,
    id: open.id,
    revision: open.revision,
    savedAt: open.savedAt,
    saved: open.saved,
    result: open.result,
    revisions: open.revisions,
    written,
    draft: sameValue(state.history.present, written) ? writtenStatus(open) : { kind: "dirty" },
    draftSavedAt: open.draft?.savedAt ?? null,
  };
}

/** The open scenario after the store has made a new revision of an old one: one entry of the history, so that undo brings back what was there. */
export function afterRestore(state: DocumentState, open: OpenScenario, entry: { readonly label: string; readonly at: number }): DocumentState {
  const document = open.saved ?? state.document;
  const history = edit(state.history, { next: { ...state.history.present, document }, label: () => entry.label, at: entry.at });
  return afterRevision(withHistory(state, history), open);
}

/** Moves to another history of the same scenario. */
export function withHistory(state: DocumentState, history: History<Edited>): DocumentState {
  if (history === state.history) return state;
  const { document, labels } = history.present;
  const changed = document !== state.document || labels !== state.labels;
  const unwritten = changed && !sameValue(history.present, state.written);
  const draft: DraftStatus = unwritten ? { kind: "dirty" } : state.draft;
  return { ...state, history, document, labels, draft };
}

export const hasUnwrittenEdits = (state: DocumentState): boolean => !sameValue(state.history.present, state.written);

/** Whether the document differs from the last revision (or none exists and something was changed). */
export const differsFromRevision = (state: DocumentState): boolean => state.saved === null || !sameValue(state.document, state.saved);

const writtenStatus = (open: OpenScenario): DraftStatus =>
  open.draft && !(open.saved && sameValue(open.draft.document, open.saved)) ? { kind: "saved", at: open.draft.savedAt } : { kind: "clean" };
