/**
 * Everything the screens work with, put together once per window: dataset, stores and actions.
 * Made by `start-planner.ts`; a test makes its own from the same parts.
 */
import { createContext, useContext } from "react";
import { useStore } from "zustand/react";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { BootInfo } from "../../shared/ipc/boot-info.ts";
import type { Unwritten } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { OwnEvent, ScenarioDocument } from "../../shared/scenario/scenario.ts";
import type { AnalysisWorkers } from "../engine/analysis-worker-pool.ts";
import type { FindSearch } from "../engine/find-search.ts";
import type { VerifyRun } from "../engine/verify-run.ts";
import type { ModelTrials } from "../engine/model-trials.ts";
import type { BackupActions } from "./backup-actions.ts";
import type { CommandRegistry } from "./command-handlers.ts";
import type { DatabaseActions } from "./database-actions.ts";
import type { DatasetActions } from "./dataset-actions.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { EditActions } from "./edit-actions.ts";
import type { FileActions } from "./file-actions.ts";
import type { LibraryActions } from "./library-actions.ts";
import type { LibraryState, LibraryStore } from "./library-store.ts";
import type { Moves } from "./moves.ts";
import type { ResultState, ResultStore } from "./result-store.ts";
import type { RevisionActions } from "./revision-actions.ts";
import type { ScenarioActions } from "./scenario-actions.ts";
import type { SessionState, SessionStore } from "./session-store.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { UndoStack, UndoState } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

/** What the analyses compute with. */
export interface AnalysisEngine extends AnalysisWorkers {
  /** One run, here and now; its reader stays valid. Throws where the document does not fit the dataset. */
  readonly compute: (document: ScenarioDocument) => ResultReader;
  /** Reads a result as it was stored. */
  readonly stored: (result: RunResult) => ResultReader;
  /** Searches for packages, with its arithmetic away from the window's thread too. */
  readonly find: FindSearch;
  /** Checks the model on the dataset, away from the window's thread. */
  readonly verify: VerifyRun;
}

export interface Planner {
  readonly dataset: Dataset;
  readonly documents: DocumentStore;
  readonly session: SessionStore;
  readonly results: ResultStore;
  readonly library: LibraryStore;
  readonly settings: SettingsStore;
  /** Changes the open scenario; undoable. */
  readonly edit: EditActions;
  /** Changes how it is looked at; never an undo entry. */
  readonly view: ViewActions;
  /** Opens and saves, through the main process. */
  readonly scenarios: ScenarioActions;
  readonly revisions: RevisionActions;
  /** Lists, finds, labels, copies, trashes and restores whole scenarios. */
  readonly libraryActions: LibraryActions;
  readonly files: FileActions;
  readonly backups: BackupActions;
  readonly database: DatabaseActions;
  readonly undo: UndoStack;
  readonly datasets: DatasetActions;
  readonly commands: CommandRegistry;
  /** Takes the hints of a first start away, for good. */
  readonly hideHints: () => void;
  /** Those of the stress test, in place of what was kept. */
  readonly keepDisruptions: (disruptions: readonly OwnEvent[]) => void;
  /** Runs beside the open scenario. */
  readonly trials: ModelTrials;
  readonly analysis: AnalysisEngine;
  /** Version of the model that computes here. */
  readonly modelVersion: string;
  /** Edits by a moving hand, each with the model right after it, so that edit and result are drawn as one. */
  readonly moves: Moves;
  /** Replaces a stored result by one computed on today's data. */
  readonly recompute: () => void;
  /** Shows or puts away what became of the stored result; the numbers stay as they are. */
  readonly showLedger: (shown: boolean) => void;
  /** Status quo → scenario in three loops; again while it runs: stops. */
  readonly replay: () => void;
  /** Writes what is pending; resolves to what is in memory only, null when all is on the disk. */
  readonly flush: () => Promise<Unwritten | null>;
  readonly dispose: () => void;
}

export const PlannerContext = createContext<Planner | null>(null);

export function usePlanner(): Planner {
  const planner = useContext(PlannerContext);
  if (!planner) throw new Error("no planner around this component");
  return planner;
}

export const useDataset = (): Dataset => usePlanner().dataset;
export const useEdit = (): EditActions => usePlanner().edit;
export const useView = (): ViewActions => usePlanner().view;

// Selectors return a part of the state as it stands; one that builds a new object needs `useShallow` around it.
export const useDocument = <T>(select: (state: DocumentState) => T): T => useStore(usePlanner().documents, select);
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(usePlanner().session, select);
export const useResult = <T>(select: (state: ResultState) => T): T => useStore(usePlanner().results, select);
export const useLibrary = <T>(select: (state: LibraryState) => T): T => useStore(usePlanner().library, select);
export const useUndo = <T>(select: (state: UndoState) => T): T => useStore(usePlanner().undo.store, select);
export const useSettings = <T>(select: (state: BootInfo) => T): T => useStore(usePlanner().settings, select);
