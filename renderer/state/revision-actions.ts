/** Earlier revisions of any scenario: looking at one, and going back to one, which makes a new revision. */
import type { OpenRevision, OpenScenario, PlannerApi } from "../../shared/ipc/channels.ts";
import type { Autosave } from "./autosave.ts";
import { afterRestore } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

export interface RevisionActions {
  /** One revision as it was saved; null when it cannot be read, which has then been shown. */
  readonly read: (id: string, number: number) => Promise<OpenRevision | null>;
  /** In the open scenario an edit that undo takes back, in any other a step of the library. */
  readonly restore: (id: string, number: number) => Promise<boolean>;
}

export interface RevisionPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly view: ViewActions;
  readonly autosave: Pick<Autosave, "drain">;
  readonly serial: Serial;
  readonly opening: Opening;
  readonly undo: UndoStack;
  readonly endGesture: () => void;
  /** Milliseconds for entries of the undo history. */
  readonly now: () => number;
  /** The list and the details shown beside it are to be read again. */
  readonly refresh: () => Promise<void>;
  /** The open scenario says something else now, from the store. */
  readonly onRestored: (state: DocumentState) => void;
}

export function createRevisionActions(ports: RevisionPorts): RevisionActions {
  const { api, documents, view, autosave, serial, opening, undo } = ports;

  async function restore(id: string, number: number): Promise<OpenScenario | null> {
    const isOpen = documents.getState().id === id;
    if (isOpen) {
      ports.endGesture();
      const failure = await autosave.drain();
      if (failure !== null) return refused(failure);
    }
    const restored = await api.invoke("scenario:restore-revision", { id, number });
    if (!restored.ok) return refused(restored.error);
    if (isOpen) {
      const entry = { label: `Back to revision ${number}`, at: ports.now() };
      documents.setState((now) => afterRestore(now, restored.value, entry), true);
      ports.onRestored(documents.getState());
    }
    await ports.refresh();
    return restored.value;
  }

  function refused(error: Parameters<Opening["refuse"]>[0]): null {
    opening.refuse(error);
    return null;
  }

  async function restoreAndSay(id: string, number: number): Promise<boolean> {
    const isOpen = documents.getState().id === id;
    const restored = await restore(id, number);
    if (restored === null) return false;
    const { revision, labels } = restored;
    if (isOpen) {
      view.toast(`Restored revision ${number} as revision ${revision}`);
      return true;
    }
    const text = `Restored revision ${number} of ${labels.title} as revision ${revision}`;
    const again = (wanted: number) => async (): Promise<boolean> => (await restore(id, wanted)) !== null;
    const takeBack = undo.record({ label: text, undo: again(revision - 1), redo: again(number) });
    view.toast(text, { label: "Undo", run: () => void takeBack() });
    return true;
  }

  return {
    async read(id, number) {
      const read = await api.invoke("scenario:revision", { id, number });
      return read.ok ? read.value : refused(read.error);
    },
    restore: (id, number) => serial(() => restoreAndSay(id, number)),
  };
}
