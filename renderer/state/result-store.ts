/** What the model says about the open scenario now, and the two status quos it is held against. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { LedgerSteps } from "../../shared/analysis/ledger.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";

/** A run that could not be made. */
export interface EngineFailure {
  /** What is on screen: the last good result of this scenario, or nothing where it never had one since it was opened. */
  readonly shows: "last" | "nothing";
  /** Name of the lever (or other input) that changed last, with its value, e.g. "Tariff on non-allied suppliers, 40 %"; null when unknown. */
  readonly input: string | null;
  readonly message: string;
}

export interface ResultState {
  /** The open scenario as edited. Readers are replaced with each run, never changed in place: identity tells a new result. */
  readonly current: ResultReader;
  /** No lever, no event, no override, in the dataset's default world. */
  readonly statusQuo: ResultReader;
  /** No lever, but the scenario's world, events and overrides: what policy is held against. The same object as `statusQuo` where nothing of these differs. */
  readonly statusQuoInWorld: ResultReader;
  /** What lines and numbers draw: `current`, or a frame of the replay between status quo and `current`. */
  readonly shown: ResultReader;
  /** As `shown`, for parts of the window that nobody reads at speed: while a gesture is on they take turns, so that frames stay short. */
  readonly parts: Parts;
  /** Length of the last run, milliseconds. */
  readonly runMs: number;
  /** Counts results. */
  readonly version: number;
  /** A gesture is on: scales hold still, sentences may change. */
  readonly frozen: boolean;
  readonly replaying: boolean;
  readonly failure: EngineFailure | null;
  /** Set while `current` is what was stored with a revision under another model or other data; null = computed here and now. */
  readonly stored: StoredOrigin | null;
  /** How the stored result of the open scenario came to that of today; null where they are the same, or not known yet. */
  readonly ledger: StoredLedger | null;
  /** Why that could not be worked out. */
  readonly ledgerFailure: AppError | null;
}

/**
 * What of the window may lag behind a moving lever: the right chart; the tiles and the public cost; the cards. On the wall every third chart goes with each.
 * They take turns between frames: when the last turn is long enough ago, and after each frame in which no newer result came.
 */
export type Parts = Readonly<Record<Part, ResultReader>>;
export type Part = "chart" | "tiles" | "cards";

export const TURNS: readonly Part[] = ["chart", "tiles", "cards"];

export const allParts = (shown: ResultReader): Parts => ({ chart: shown, tiles: shown, cards: shown });

export interface StoredOrigin {
  readonly modelVersion: string;
  readonly dataVintage: string;
  readonly savedAt: number | null;
}

/** The steps from a stored result to today's, all but the last: that is `current`. */
export interface StoredLedger extends Omit<LedgerSteps<ResultReader>, "now"> {
  readonly origin: StoredOrigin;
  /** The inputs that were saved. */
  readonly saved: ScenarioDocument;
  /** The person has seen it and put it away. */
  readonly isPutAway: boolean;
}

export type ResultStore = StoreApi<ResultState>;

export const createResultStore = (first: Pick<ResultState, "current" | "statusQuo" | "statusQuoInWorld" | "runMs">): ResultStore =>
  createStore<ResultState>(() => ({
    ...first,
    shown: first.current,
    parts: allParts(first.current),
    version: 1,
    frozen: false,
    replaying: false,
    failure: null,
    stored: null,
    ledger: null,
    ledgerFailure: null,
  }));
