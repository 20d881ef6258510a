/** The list of all scenarios as the store last told it, trash included. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../shared/errors/app-error.ts";
import { defaultQuery } from "./library-query.ts";
import type { LibraryQuery } from "./library-query.ts";
import type { OpenScenario, ScenarioSummary } from "../../shared/ipc/channels.ts";

export interface LibraryState {
  /** loading: never heard from the store. stale: an answer is here, a newer one is on its way. */
  readonly status: "loading" | "ready" | "stale" | "failed";
  readonly scenarios: readonly ScenarioSummary[];
  readonly error: AppError | null;
  /** The scenario whose details are shown, as read from the store; null while it is being read. */
  readonly detail: OpenScenario | null;
  /** Row in hand: the one with focus, whose details are shown. */
  readonly selected: string | null;
  /** Rows with a tick, for actions on several. */
  readonly ticked: ReadonlySet<string>;
  readonly query: LibraryQuery;
}

export type LibraryStore = StoreApi<LibraryState>;

export const createLibraryStore = (): LibraryStore =>
  createStore<LibraryState>(() => ({ status: "loading", scenarios: [], error: null, detail: null, selected: null, ticked: new Set(), query: defaultQuery }));
