/** The datasets that can be chosen: those that ship, those that were imported into the data folder, and which of them is in use. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { DatasetEntry, ImportedDataset, RefusedDataset, RemovedDataset } from "../../shared/ipc/dataset-library.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { moveInto, syncFolder, writeAtomic, writeError } from "../files/write-atomic.ts";
import { type Paths, storeFile } from "../paths.ts";
import { SHIPPED_DATASET } from "./shipped-dataset.ts";
import { contentHash, filesIn, importDataset } from "./import-dataset.ts";
import { type DatasetFileTexts, loadDataset } from "./read-dataset.ts";

export type LibraryPaths = Pick<Paths, "data" | "dataset" | "shippedDatasets" | "importedDatasets" | "removedDatasets" | "datasetChoice">;

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
      refused = { name: nameOf(name), error: chosen.error };
    }
    const dataset = loadDataset(this.#paths.dataset);
    return dataset.ok ? ok({ folder: this.#paths.dataset, dataset: dataset.value, refused }) : dataset;
  }

  /** Opens another one and remembers it. On an error nothing has changed. */
  choose(key: string): Result<ChosenDataset, AppError> {
    const before = this.#inUse;
    const chosen = this.#open(key);
    if (!chosen.ok || this.#paths.datasetChoice === null) return chosen;
    const written = this.#remember(key);
    if (written.ok) return chosen;
    this.#inUse = before;
    return written;
  }

  list(): readonly DatasetEntry[] {
    const places = this.#places().map((place) => ({ place, loaded: loadDataset(place.folder) }));
    const databases = places.map(({ place, loaded }) => this.#database(place, loaded));
    const labelOf = ({ place, loaded }: (typeof places)[number]): string => (loaded.ok ? loaded.value.label : basename(place.folder));
    const scenariosOf = (index: number): DatasetEntry["scenarios"] => {
      const file = databases[index] ?? null;
      if (file === null || !existsSync(file)) return null;
      return { file: basename(file), sharedWith: places.filter((_, other) => other !== index && databases[other] === file).map(labelOf) };
    };
    return places.map(({ place, loaded }, index) => entryOf(place, loaded, { isInUse: place.folder === this.#inUse, scenarios: scenariosOf(index) }));
  }

  /** Keeps a copy of a dataset's files; the one in use stays. Errors: those of `importDataset`. */
  import(files: DatasetFileTexts): Result<ImportedDataset, AppError> {
    const hash = contentHash(files);
    const here = this.#places().find(({ folder }) => {
      const other = filesIn(folder);
      return other.ok && contentHash(other.value) === hash;
    });
    if (here !== undefined) {
      const entry = this.#entry(here.key);
      return entry.error === null ? ok({ entry, isNew: false }) : err(entry.error);
    }
    const imported = importDataset(files, this.#paths.importedDatasets);
    return imported.ok ? ok({ entry: this.#entry(importedPlace(this.#paths.importedDatasets, imported.value).key), isNew: true }) : imported;
  }

  /**
   * Puts an imported dataset that is not in use aside, whole; its scenarios stay where they are.
   * Errors: dataset-unreadable (there is no such imported dataset), dataset-in-use, disk-full, write-failed.
   */
  remove(key: string): Result<RemovedDataset, AppError> {
    const place = this.#places().find((each) => each.key === key && each.kind === "imported");
    if (place === undefined) return err({ code: "dataset-unreadable", file: nameOf(key), reason: "it does not exist" });
    if (place.folder === this.#inUse) return err({ code: "dataset-in-use", name: nameOf(key) });
    const { removedDatasets } = this.#paths;
    const folder = freeName(join(removedDatasets, basename(place.folder)));
    const moved = move(place.folder, folder);
    if (!moved.ok) return moved;
    // A choice that could not be opened would be told at every start.
    if (this.#remembered() === key) this.#remember(this.#places().find((each) => each.folder === this.#inUse)?.key ?? "");
    return ok({ name: basename(folder), folder });
  }

  /** Takes a dataset that was put aside among the others again. Errors: dataset-unreadable (there is none of that name), disk-full, write-failed. */
  putBack(name: string): Result<null, AppError> {
    const from = join(this.#paths.removedDatasets, name);
    if (basename(from) !== name || !existsSync(from)) return err({ code: "dataset-unreadable", file: name, reason: "it does not exist" });
    const to = join(this.#paths.importedDatasets, name.replace(COPY_NUMBER, ""));
    // One of that name that is here again holds the same files.
    return existsSync(to) ? ok(null) : move(from, to);
  }

  #open(key: string): Result<ChosenDataset, AppError> {
    const place = this.#places().find((each) => each.key === key);
    if (place === undefined) return err({ code: "dataset-unreadable", file: nameOf(key), reason: "it does not exist" });
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
    const shipped = namesIn(shippedDatasets).map((name): Place => ({
      key: `shipped:${name}`,
      kind: name === SHIPPED_DATASET ? "shipped" : "example",
      folder: join(shippedDatasets, name),
    }));
    const first = shipped.find(({ folder }) => folder === dataset) ?? { key: "given:dataset", kind: "given", folder: dataset };
    return [first, ...shipped.filter((place) => place !== first), ...namesIn(importedDatasets).map((name) => importedPlace(importedDatasets, name))];
  }

  #entry(key: string): DatasetEntry {
    const entry = this.list().find((each) => each.key === key);
    if (entry === undefined) throw new Error(`${key} is not among the datasets`);
    return entry;
  }

  /** Database of its scenarios; a dataset that cannot be read still has its id in the name of its folder. */
  #database({ kind, folder }: Place, loaded: Result<Dataset, AppError>): string | null {
    const named = kind === "imported" ? IMPORTED_NAME.exec(basename(folder))?.[1] : undefined;
    const id = loaded.ok ? loaded.value.id : named;
    return id === undefined ? null : storeFile(this.#paths.data, id);
  }

  /** Notes the choice where one counts. */
  #remember(key: string): Result<null, AppError> {
    const file = this.#paths.datasetChoice;
    return file === null ? ok(null) : writeAtomic(file, `${JSON.stringify({ dataset: key })}\n`);
  }
}

function entryOf({ key, kind, folder }: Place, loaded: Result<Dataset, AppError>, here: Pick<DatasetEntry, "isInUse" | "scenarios">): DatasetEntry {
  const importedAt = kind === "imported" ? (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? null) : null;
  const found = { ...here, key, kind, importedAt };
  if (!loaded.ok) return { ...found, label: basename(folder), country: "", minerals: 0, vintage: "", error: loaded.error };
  const { label, home, minerals, vintage } = loaded.value;
  return { ...found, label, country: home.name, minerals: minerals.length, vintage, error: null };
}

const nameOf = (key: string): string => key.replace(/^.*:/, "");

/** Id and beginning of the hash, as `importDataset` makes it. */
const IMPORTED_NAME = /^(.+)-[0-9a-f]{8}$/;

/** What tells several of one name apart that were put aside. */
const COPY_NUMBER = /\.\d+$/;

function freeName(folder: string): string {
  if (!existsSync(folder)) return folder;
  for (let number = 2; ; number++) if (!existsSync(`${folder}.${number}`)) return `${folder}.${number}`;
}

/** Renames a folder into another one, which is made where it is missing. */
function move(from: string, to: string): Result<null, AppError> {
  try {
    mkdirSync(dirname(to), { recursive: true });
    moveInto(from, to);
    syncFolder(dirname(from));
    return ok(null);
  } catch (cause) {
    return err(writeError(cause, to));
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
