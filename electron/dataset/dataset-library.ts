/** The datasets that can be chosen: those that ship, those that were imported into the data folder, and which of them is in use. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { DatasetEntry, ImportedDataset, RefusedDataset } from "../../shared/ipc/dataset-library.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import type { Paths } from "../paths.ts";
import { contentHash, importDataset } from "./import-dataset.ts";
import { loadDataset } from "./read-dataset.ts";

export type LibraryPaths = Pick<Paths, "dataset" | "shippedDatasets" | "importedDatasets" | "datasetChoice">;

export interface ChosenDataset {
  readonly folder: string;
  readonly dataset: Dataset;
  readonly refused: RefusedDataset | null;
}

interface Place {
  readonly key: string;
  readonly kind: DatasetEntry["kind"];
  readonly folder: string;
}

export class DatasetLibrary {
  readonly #paths: LibraryPaths;
  #inUse: string;

  constructor(paths: LibraryPaths) {
    this.#paths = paths;
    this.#inUse = paths.dataset;
  }

  /** The dataset that was chosen last; where it cannot be opened, the one to begin with, and the choice stays as it is. */
  begin(): Result<ChosenDataset, AppError> {
    const name = this.#remembered();
    let refused: RefusedDataset | null = null;
    if (name !== null) {
      const chosen = this.#open(name);
      if (chosen.ok) return chosen;
      refused = { name: name.replace(/^.*:/, ""), error: chosen.error };
    }
    const dataset = loadDataset(this.#paths.dataset);
    return dataset.ok ? ok({ folder: this.#paths.dataset, dataset: dataset.value, refused }) : dataset;
  }

  /** Opens another one and remembers it. On an error nothing has changed. */
  choose(key: string): Result<ChosenDataset, AppError> {
    const before = this.#inUse;
    const chosen = this.#open(key);
    if (!chosen.ok || this.#paths.datasetChoice === null) return chosen;
    const written = writeAtomic(this.#paths.datasetChoice, `${JSON.stringify({ dataset: key })}\n`);
    if (written.ok) return chosen;
    this.#inUse = before;
    return written;
  }

  list(): readonly DatasetEntry[] {
    return this.#places().map((place) => this.#entry(place));
  }

  /** Keeps a copy of the dataset in `folder`; the one in use stays. Errors: those of `importDataset`. */
  import(folder: string): Result<ImportedDataset, AppError> {
    const hash = contentHash(folder);
    if (!hash.ok) return hash;
    const here = this.#places().find((place) => {
      const other = contentHash(place.folder);
      return other.ok && other.value === hash.value;
    });
    if (here !== undefined) {
      const entry = this.#entry(here);
      return entry.error === null ? ok({ entry, isNew: false }) : err(entry.error);
    }
    const imported = importDataset(folder, this.#paths.importedDatasets);
    return imported.ok ? ok({ entry: this.#entry(importedPlace(this.#paths.importedDatasets, imported.value)), isNew: true }) : imported;
  }

  #open(key: string): Result<ChosenDataset, AppError> {
    const place = this.#places().find((each) => each.key === key);
    if (place === undefined) return err({ code: "dataset-unreadable", file: key.replace(/^.*:/, ""), reason: "it does not exist" });
    const dataset = loadDataset(place.folder);
    if (!dataset.ok) return dataset;
    this.#inUse = place.folder;
    return ok({ folder: place.folder, dataset: dataset.value, refused: null });
  }

  /** null: nothing was chosen yet, or the note of it cannot be read. */
  #remembered(): string | null {
    const file = this.#paths.datasetChoice;
    if (file === null || !existsSync(file)) return null;
    try {
      const note = JSON.parse(readFileSync(file, "utf8")) as { readonly dataset?: unknown } | null;
      return typeof note?.dataset === "string" ? note.dataset : null;
    } catch {
      return null;
    }
  }

  #places(): readonly Place[] {
    const { dataset, shippedDatasets, importedDatasets } = this.#paths;
    const isShipped = dirname(dataset) === shippedDatasets;
    const first: Place = { key: isShipped ? `shipped:${basename(dataset)}` : "given:dataset", kind: isShipped ? "shipped" : "given", folder: dataset };
    const examples = namesIn(shippedDatasets)
      .map((name): Place => ({ key: `shipped:${name}`, kind: "example", folder: join(shippedDatasets, name) }))
      .filter(({ folder }) => folder !== dataset);
    return [first, ...examples, ...namesIn(importedDatasets).map((name) => importedPlace(importedDatasets, name))];
  }

  #entry({ key, kind, folder }: Place): DatasetEntry {
    const loaded = loadDataset(folder);
    const importedAt = kind === "imported" ? (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? null) : null;
    const found = { key, kind, importedAt, isInUse: folder === this.#inUse };
    if (!loaded.ok) return { ...found, label: basename(folder), country: "", minerals: 0, vintage: "", error: loaded.error };
    const { label, home, minerals, vintage } = loaded.value;
    return { ...found, label, country: home.name, minerals: minerals.length, vintage, error: null };
  }
}

const importedPlace = (folder: string, name: string): Place => ({ key: `imported:${name}`, kind: "imported", folder: join(folder, name) });

/** Folders inside `folder`, A to Z; those whose name begins with a dot are being written. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .toSorted();
}
