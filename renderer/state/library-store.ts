/** The list of all scenarios as the store last told it, trash included. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../shared/errors/app-error.ts";
import { defaultQuery } from "./library-query.ts";
import type { LibraryQuery } from "./library-query.ts";
import type { OpenScenario, RevisionInfo, ScenarioSummary } from "../../shared/ipc/channels.ts";

export interface LibraryState {
  /** loading: never heard from the store. stale: an answer is here, a newer one is on its way. */
  readonly status: "loading" | "ready" | "stale" | "failed";
  readonly scenarios: readonly ScenarioSummary[];
  readonly error: AppError | null;
  /** The scenario whose details are shown, as read from the store; null while it is being read. */
  readonly detail: OpenScenario | null;
  /** What is known of the row in hand where it cannot be read: why, and which revisions it has. */
  readonly damaged: { readonly error: AppError; readonly revisions: readonly RevisionInfo[] } | null;
  /** Ids of the scenarios whose labels hold the words of the search; null = nothing is searched for, or the answer is not here yet. */
  readonly found: ReadonlySet<string> | null;
  /** Row in hand: the one with focus, whose details are shown. */
  readonly selected: string | null;
  /** Rows with a tick, for actions on several. */
  readonly ticked: ReadonlySet<string>;
  readonly query: LibraryQuery;
}

export type LibraryStore = StoreApi<LibraryState>;

export const createLibraryStore = (): LibraryStore =>
  createStore<LibraryState>(() => ({
    status: "loading",
    scenarios: [],
    error: null,
    detail: null,
    damaged: null,
    found: null,
    selected: null,
    ticked: new Set(),
    query: defaultQuery,
  }));
