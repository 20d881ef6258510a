/**
 * Writes each settled change to the scenario's draft, and says so only after the store has answered (rules W4–W6).
 * A change is settled when no gesture is on and nothing has changed for a moment. What cannot be written stays in memory and is tried again.
 */
import type { AppError } from "../../shared/errors/app-error.ts";
import { errorText } from "../../shared/errors/error-text.ts";
import { listText } from "../../shared/format/words.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { afterRevision, afterWrite, hasUnwrittenEdits } from "./document-store.ts";
import type { DocumentState, DocumentStore, Edited } from "./document-store.ts";
import type { KeptScenarios } from "./kept-scenarios.ts";
import type { Serial } from "./serial.ts";
import type { ViewActions } from "./view-actions.ts";

export const SETTLE_MS = 200;
export const RETRY_MS = 10_000;
/** Key of the banner that says what is in memory only. */
export const UNWRITTEN_BANNER = "unwritten";

export interface Timers {
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (handle: number) => void;
}

export interface AutosavePorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly kept: Pick<KeptScenarios, "unwritten" | "write">;
  readonly view: Pick<ViewActions, "showBanner" | "hideBanner">;
  readonly serial: Serial;
  readonly timers: Timers;
  /** A fresh scenario got its row. */
  readonly onCreated: (id: string) => void;
  /** Something was written. */
  readonly onWritten: () => void;
}

export interface Autosave {
  /** Writes all that is pending, also of scenarios that are not open, in its turn; null when nothing is left to write, else why it could not be written. */
  readonly flush: () => Promise<AppError | null>;
  /** Writes what is pending of the open scenario, for a task that already has its turn in the queue. */
  readonly drain: () => Promise<AppError | null>;
  readonly stop: () => void;
}

export function startAutosave(ports: AutosavePorts): Autosave {
  const { documents, kept, timers } = ports;
  let timer: number | null = null;

  function schedule(ms: number): void {
    if (timer !== null) timers.clear(timer);
    timer = timers.set(() => {
      timer = null;
      void flush();
    }, ms);
  }

  async function drain(): Promise<AppError | null> {
    while (hasUnwrittenEdits(documents.getState())) {
      const written = await write(ports, documents.getState());
      if (written.ok) continue;
      documents.setState({ draft: { kind: "failed", error: written.error } });
      return fail("The draft was not saved", written.error);
    }
    if (kept.unwritten().length === 0) ports.view.hideBanner(UNWRITTEN_BANNER);
    return null;
  }

  async function drainAll(): Promise<AppError | null> {
    const failure = await drain();
    if (failure !== null) return failure;
    const left = await kept.write();
    if (left !== null) return fail(`Changes to ${listText(kept.unwritten())} were not saved`, left);
    ports.view.hideBanner(UNWRITTEN_BANNER);
    return null;
  }

  function fail(title: string, error: AppError): AppError {
    const text = errorText(error);
    ports.view.showBanner({
      key: UNWRITTEN_BANNER,
      tone: "error",
      title,
      text: `${text.what} ${text.safe} ${text.next}`,
      actions: [{ label: "Try again", run: () => void flush() }],
    });
    schedule(RETRY_MS);
    return error;
  }

  const flush = (): Promise<AppError | null> => ports.serial(drainAll);

  const unsubscribe = documents.subscribe((state, before) => {
    const edited = state.history !== before.history;
    if (edited && state.history.gestureFrom === null && hasUnwrittenEdits(state)) schedule(SETTLE_MS);
  });

  return {
    flush,
    drain,
    stop() {
      unsubscribe();
      if (timer !== null) timers.clear(timer);
    },
  };
}

/** Writes what differs, labels before inputs. Afterwards the state says what is on disk; edits made meanwhile stay to be written. */
async function write(ports: AutosavePorts, state: DocumentState): Promise<Result<null, AppError>> {
  const { documents } = ports;
  const sent: Edited = state.history.present;
  documents.setState({ draft: { kind: "saving" } });
  if (state.id === null) {
    const created = await ports.api.invoke("scenario:create", sent);
    if (!created.ok) return created;
    documents.setState((now) => afterRevision(now, created.value), true);
    ports.onCreated(created.value.id);
    return ok(null);
  }
  if (!sameValue(sent.labels, state.written.labels)) {
    const labelled = await ports.api.invoke("scenario:set-labels", { id: state.id, labels: sent.labels });
    if (!labelled.ok) return labelled;
  }
  let draftSavedAt = state.draftSavedAt;
  if (!sameValue(sent.document, state.written.document)) {
    const drafted = await ports.api.invoke("scenario:save-draft", { id: state.id, document: sent.document });
    if (!drafted.ok) return drafted;
    // Back at the last revision the store keeps no draft.
    draftSavedAt = state.saved !== null && sameValue(sent.document, state.saved) ? null : drafted.value.savedAt;
  }
  documents.setState((now) => afterWrite(now, sent, draftSavedAt), true);
  ports.onWritten();
  return ok(null);
}
