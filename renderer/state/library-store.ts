/** What the window holds of the list of all scenarios: the rows that were asked for, and the details of one. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, RevisionInfo, ScenarioPage, ScenarioQuery, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";

export interface LibraryState {
  /** loading: never heard from the store. failed: the rows are those from before. */
  readonly status: "loading" | "ready" | "failed";
  readonly error: AppError | null;
  /** What the head of the screen says now. */
  readonly query: ScenarioQuery;
  /** The query that rows and total answer: behind `query` while an answer is on its way. */
  readonly answered: ScenarioQuery;
  /** Place in the list → row, as far as they were asked for. */
  readonly rows: ReadonlyMap<number, ScenarioSummary>;
  /** How many scenarios fit. */
  readonly total: number;
  readonly counts: ScenarioPage["counts"];
  readonly tags: readonly string[];
  readonly largestCost: number;
  /** The scenario whose details are shown, as read from the store; null while it is being read. */
  readonly detail: OpenScenario | null;
  /** What is known of the row in hand where it cannot be read: why, and which revisions it has. */
  readonly damaged: { readonly error: AppError; readonly revisions: readonly RevisionInfo[] } | null;
  /** Row in hand: the one with focus, whose details are shown. */
  readonly selected: string | null;
  /** Rows with a tick, for actions on several. */
  readonly ticked: ReadonlySet<string>;
}

export type LibraryStore = StoreApi<LibraryState>;

export const createLibraryStore = (): LibraryStore =>
  createStore<LibraryState>(() => ({
    status: "loading",
    error: null,
    query: defaultQuery,
    answered: defaultQuery,
    rows: new Map(),
    total: 0,
    counts: { scenarios: 0, elsewhere: 0, trashed: 0 },
    tags: [],
    largestCost: 0,
    detail: null,
    damaged: null,
    selected: null,
    ticked: new Set(),
  }));
