/**
 * Undo and redo over immutable snapshots (rules H1–H7). Pure: time comes in as an argument.
 * A gesture (one drag, one hold of an arrow key) is one entry however many values it passes through.
 */
import { sameValue } from "./same-value.ts";

/** At least 200 by the product's promise; the rest is slack that costs nothing, because snapshots share structure. */
export const HISTORY_DEPTH = 500;

/** Edits with the same merge key that follow each other within this many milliseconds are one entry. */
export const MERGE_MS = 800;

export interface HistoryEntry<T> {
  /** What the entry did, e.g. "Strategic reserve 120 to 180 days". */
  readonly label: string;
  readonly before: T;
  readonly after: T;
  readonly mergeKey: string | null;
  /** Milliseconds; only differences count. */
  readonly at: number;
}

export interface History<T> {
  readonly past: readonly HistoryEntry<T>[];
  readonly present: T;
  /** Nearest first. */
  readonly future: readonly HistoryEntry<T>[];
  /** The snapshot a running gesture began from; null outside gestures. */
  readonly gestureFrom: { readonly before: T } | null;
}

export interface Edit<T> {
  readonly next: T;
  /** Written when the entry is made, from its first and last snapshot. */
  readonly label: (before: T, after: T) => string;
  /** Names the control, e.g. "lever:tariff"; null never merges. */
  readonly mergeKey?: string | null;
  readonly at: number;
}

export const createHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], gestureFrom: null });

export const undoLabel = <T>(history: History<T>): string | null => history.past.at(-1)?.label ?? null;
export const redoLabel = <T>(history: History<T>): string | null => history.future[0]?.label ?? null;

/** Applies an edit. Inside a gesture only the present moves; outside, an entry is made or merged into the last one. An edit that changes nothing leaves the history as it is. */
export function edit<T>(history: History<T>, change: Edit<T>): History<T> {
  if (sameValue(history.present, change.next)) return history;
  if (history.gestureFrom) return { ...history, present: change.next };
  return record(history, history.present, change);
}

/** Opens a gesture; a second begin while one is open keeps the first. */
export function beginGesture<T>(history: History<T>): History<T> {
  return history.gestureFrom ? history : { ...history, gestureFrom: { before: history.present } };
}

/** Closes the gesture: one entry from where it began to where it ended, none if it ended where it began. */
export function endGesture<T>(history: History<T>, label: (before: T, after: T) => string, at: number): History<T> {
  if (!history.gestureFrom) return history;
  const { before } = history.gestureFrom;
  const closed = { ...history, gestureFrom: null };
  if (sameValue(before, history.present)) return { ...closed, present: before };
  return record(closed, before, { next: history.present, label, at });
}

/** Drops what a running gesture did. */
function cancelGesture<T>(history: History<T>): History<T> {
  return history.gestureFrom ? { ...history, present: history.gestureFrom.before, gestureFrom: null } : history;
}

/** One entry back. A gesture that is still open is abandoned first and counts as the step. */
export function undo<T>(history: History<T>): History<T> {
  if (history.gestureFrom) return cancelGesture(history);
  const entry = history.past.at(-1);
  if (!entry) return history;
  return { ...history, past: history.past.slice(0, -1), present: entry.before, future: [entry, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const entry = history.future[0];
  if (!entry || history.gestureFrom) return history;
  return { ...history, past: [...history.past, entry], present: entry.after, future: history.future.slice(1) };
}

function record<T>(history: History<T>, before: T, change: Edit<T>): History<T> {
  const mergeKey = change.mergeKey ?? null;
  const last = history.past.at(-1);
  const merges = last !== undefined && mergeKey !== null && last.mergeKey === mergeKey && change.at - last.at <= MERGE_MS && history.future.length === 0;
  const from = merges ? last.before : before;
  const kept = merges ? history.past.slice(0, -1) : history.past;
  if (sameValue(from, change.next)) return { ...history, past: merges ? sealed(kept) : kept, present: from, future: [] };
  const entry: HistoryEntry<T> = { label: change.label(from, change.next), before: from, after: change.next, mergeKey, at: change.at };
  return { ...history, past: [...kept, entry].slice(-HISTORY_DEPTH), present: change.next, future: [] };
}

/** No later edit merges into the last entry: what stood after it is gone, and the person has been elsewhere meanwhile. */
function sealed<T>(past: readonly HistoryEntry<T>[]): readonly HistoryEntry<T>[] {
  const last = past.at(-1);
  return last === undefined ? past : past.with(-1, { ...last, mergeKey: null });
}
