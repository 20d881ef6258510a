/** Puts together everything that talks to the main process about scenarios: one queue, one autosave, one order of undo. */
import type { StoreStatus } from "../../shared/ipc/boot-info.ts";
import type { PlannerApi, Unwritten } from "../../shared/ipc/channels.ts";
import { errorText } from "../../shared/errors/error-text.ts";
import { createBackupActions } from "./backup-actions.ts";
import { startAutosave } from "./autosave.ts";
import type { Timers } from "./autosave.ts";
import { createDatabaseActions } from "./database-actions.ts";
import { hasUnwrittenEdits } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { EditActions } from "./edit-actions.ts";
import { createFileActions } from "./file-actions.ts";
import { createKeptScenarios } from "./kept-scenarios.ts";
import { createLibraryActions } from "./library-actions.ts";
import type { LibraryStore } from "./library-store.ts";
import { createOpening } from "./opening.ts";
import type { Planner } from "./planner.ts";
import { createRevisionActions } from "./revision-actions.ts";
import { createScenarioActions } from "./scenario-actions.ts";
import { createSerial } from "./serial.ts";
import type { SessionStore } from "./session-store.ts";
import { createUndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

export interface ActionPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly library: LibraryStore;
  readonly session: SessionStore;
  readonly view: ViewActions;
  readonly edit: EditActions;
  readonly defaultWorld: string;
  readonly store: StoreStatus;
  readonly timers: Timers;
  /** Never gives the same time twice. */
  readonly now: () => number;
  /** Another scenario is open, or the open one says something else now, from the store. */
  readonly onEntered: (state: DocumentState) => void;
  /** Another database has taken the place of the one before. */
  readonly onReplaced: () => Promise<void>;
  /** Loads the window again. */
  readonly reload: () => void;
  /** The id of the scenario that the next start shall open. */
  readonly onLast: (id: string | null) => void;
}

export interface Actions extends Pick<Planner, "scenarios" | "revisions" | "libraryActions" | "files" | "backups" | "database" | "undo" | "flush"> {
  readonly stop: () => void;
}

/** More titles than anyone reads in a question. */
const MOST_TITLES = 20;

export function createActions(ports: ActionPorts): Actions {
  const { api, documents, library, session, view, edit, timers, now } = ports;
  const { endGesture, setLabels: setLabelsOfOpen } = edit;
  const serial = createSerial();
  const kept = createKeptScenarios(api);
  const autosave = startAutosave({
    api,
    documents,
    kept,
    view,
    serial,
    timers,
    onCreated: ports.onLast,
    onWritten: () => {
      if (session.getState().screen === "library") void libraryActions.refresh();
    },
  });
  const opening = createOpening({
    api,
    documents,
    view,
    autosave,
    kept,
    serial,
    defaultWorld: ports.defaultWorld,
    endGesture,
    onEntered: (state) => {
      ports.onLast(state.id);
      ports.onEntered(state);
    },
    onCreated: ports.onLast,
  });
  const undo = createUndoStack({ documents, edit, serial, now });
  const { steps, ...libraryActions } = createLibraryActions({ api, documents, library, view, autosave, serial, opening, undo, setLabelsOfOpen });
  const scenarios = createScenarioActions({ api, documents, view, autosave, serial, opening, refresh: steps.refresh, endGesture, setLabelsOfOpen });
  const revisions = createRevisionActions({
    api,
    documents,
    view,
    autosave,
    serial,
    opening,
    undo,
    endGesture,
    now,
    refresh: steps.refresh,
    onRestored: ports.onEntered,
  });
  const files = createFileActions({
    api,
    documents,
    kept,
    view,
    autosave,
    serial,
    opening,
    undo,
    showInLibrary: async (id) => {
      const { query } = library.getState();
      library.setState({ query: { ...query, text: "", tag: null, trash: false } });
      await steps.refresh();
      await libraryActions.select(id);
      view.showScreen("library");
    },
    deselect: libraryActions.deselect,
    refresh: steps.refresh,
    endGesture,
  });

  const backups = createBackupActions({
    api,
    view,
    autosave,
    serial,
    opening,
    undo,
    select: libraryActions.select,
    refresh: steps.refresh,
    endGesture,
    onReplaced: ports.onReplaced,
  });

  /** In memory-only mode nothing is on the disk, whatever the store has answered. */
  async function memoryOnly(): Promise<Unwritten | null> {
    const titles = (await libraryActions.find("", MOST_TITLES)).map(({ title }) => title);
    if (titles.length === 0) return null;
    return { titles, why: ports.store.notice === null ? "Nothing is saved to disk." : errorText(ports.store.notice).what };
  }

  async function flush(): Promise<Unwritten | null> {
    endGesture();
    const failure = await autosave.flush();
    if (failure === null) return ports.store.mode === "memory-only" ? memoryOnly() : null;
    const state = documents.getState();
    const open = hasUnwrittenEdits(state) ? [state.labels.title] : [];
    return { titles: [...open, ...kept.unwritten()], why: errorText(failure).what };
  }

  return {
    scenarios,
    revisions,
    libraryActions,
    files,
    backups,
    database: createDatabaseActions({ api, view, opening, flush, exportScenarios: files.exportScenarios, reload: ports.reload }),
    undo,
    flush,
    stop() {
      undo.stop();
      autosave.stop();
    },
  };
}
