/** What the window is told when it starts, and the settings that it keeps. */
import type { AppError } from "../errors/app-error.ts";
import type { OwnEvent, ScenarioDocument } from "../scenario/scenario.ts";
import type { RefusedDataset } from "./dataset-library.ts";
import type { StoreFound } from "./store-opening.ts";

export interface Settings {
  readonly theme: "system" | "light" | "dark";
  readonly contrast: "system" | "more";
  /** Single-letter keys (R, S, M, T …) may be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Scenario open when the app was last closed. */
  readonly lastScenario: string | null;
  readonly outcomeYear: number;
  /** The hints of the first start are still shown. */
  readonly hints: boolean;
  /** Scenarios pinned to the charts, in the order of the list. */
  readonly pins: readonly KeptPin[];
  /** Disruptions of the stress test that the person made. */
  readonly disruptions: readonly OwnEvent[];
}

/** A pinned scenario as it is kept while the window is closed: what it was computed from, and by what. */
export interface KeptPin {
  readonly id: number;
  readonly name: string;
  /** Custom property of the theme. */
  readonly colour: string;
  readonly document: ScenarioDocument;
  readonly modelVersion: string;
  readonly dataVintage: string;
  /** The revision whose stored result it shows; null = computed from the document. */
  readonly revision: { readonly scenario: string; readonly number: number } | null;
}

export interface VersionInfo {
  readonly app: string;
  /** "Electron 45.4.1" or the name of what stands in for it. */
  readonly runtime: string;
  readonly chromium: string;
  readonly sqlite: string;
  readonly dataFolder: string;
}

export type StoreStatus = { readonly mode: "ready" | "read-only" | "memory-only"; readonly file: string; readonly notice: AppError | null };

export interface BootInfo {
  readonly versions: VersionInfo;
  readonly settings: Settings;
  readonly store: StoreStatus;
  /** What the opening of the database found and did. */
  readonly found: StoreFound;
  /** The dataset that was chosen but could not be opened, so that the one that ships is shown; null = all is as chosen. */
  readonly refusedDataset: RefusedDataset | null;
}
