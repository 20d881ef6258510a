/** What the window is told of the datasets that can be chosen. Types only, as in `channels.ts`. */
import type { AppError } from "../errors/app-error.ts";

export interface DatasetEntry {
  /** Names the dataset in requests. */
  readonly key: string;
  /** shipped: the one of a first start. example: ships beside it, invented. given: named from outside at the start. */
  readonly kind: "shipped" | "example" | "imported" | "given";
  /** Its label; the name of its folder where it cannot be read. */
  readonly label: string;
  readonly country: string;
  readonly minerals: number;
  readonly vintage: string;
  /** Milliseconds since 1970; null = not imported. */
  readonly importedAt: number | null;
  readonly isInUse: boolean;
  /** Where its scenarios are; null = none were made with it, or its id cannot be read. */
  readonly scenarios: DatasetScenarios | null;
  /** Why it cannot be used. */
  readonly error: AppError | null;
}

export interface DatasetScenarios {
  /** Name of the database in the data folder. */
  readonly file: string;
  /** Labels of the other datasets here that show the same scenarios. */
  readonly sharedWith: readonly string[];
}

/** What an import takes: a folder, or one file that holds it. */
export type DatasetSource = "folder" | "zip";

export interface RemovedDataset {
  /** Names what was put aside, to put it back. */
  readonly name: string;
  /** The folder that holds it now. */
  readonly folder: string;
}

export interface ImportedDataset {
  readonly entry: DatasetEntry;
  /** False: the same files are here already, and nothing was written. */
  readonly isNew: boolean;
}

export interface RefusedDataset {
  /** Name of its folder. */
  readonly name: string;
  readonly error: AppError;
}
