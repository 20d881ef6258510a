/** Reads a dataset from its folder: text to tables, tables to a checked `Dataset`. The only place that opens dataset files. */
import { createHash } from "node:crypto";
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkDataset } from "../../shared/dataset/check-dataset.ts";
import { MANIFEST_FILE } from "../../shared/dataset/check-manifest.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { folders } from "../../shared/dataset/dataset-files.ts";
import type { DatasetTables, Sha256, Table } from "../../shared/dataset/table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { BYTES_PER_MEGABYTE } from "../../shared/format/megabyte.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { tableOf } from "./table-of-csv.ts";

export const sha256: Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** The dataset in `folder`. Errors: dataset-unreadable (a file or the folder cannot be read), dataset-invalid (with every problem found). */
export function loadDataset(folder: string): Result<Dataset, AppError> {
  const tables = readDatasetTables(folder);
  if (!tables.ok) return tables;
  const dataset = checkDataset(tables.value, sha256);
  return dataset.ok ? dataset : err({ code: "dataset-invalid", problems: dataset.error });
}

/** The files of `folder` as text tables; what they say is not looked at. */
export function readDatasetTables(folder: string): Result<DatasetTables, AppError> {
  const files = readDatasetFiles(folder);
  return files.ok ? ok(tablesOfFiles(files.value)) : files;
}

/** Path inside the dataset → text. */
export type DatasetFileTexts = ReadonlyMap<string, string>;

export function tablesOfFiles(files: DatasetFileTexts): DatasetTables {
  const tables = [...files].filter(([file]) => file !== MANIFEST_FILE);
  return { manifest: files.get(MANIFEST_FILE) ?? null, tables: tables.map(([file, text]): Table => tableOf(file, text)) };
}

/** Whether a path inside a dataset names its manifest or one of its tables; what else lies there is passed over. */
export function isDatasetFile(path: string): boolean {
  const [, folder, name] = /^(?:([^/]+)\/)?([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return false;
  return folder === undefined ? name === MANIFEST_FILE || isTable(name) : isTable(name) && TABLE_FOLDERS.includes(folder);
}

/** Hidden files and those of an editor at work are no tables. */
const isTable = (name: string): boolean => name.endsWith(".csv") && !/^[.~]/.test(name);

const TABLE_FOLDERS: readonly string[] = Object.values(folders).map(({ folder }) => folder);

/** The manifest and every table of `folder` as they stand there, then those of `companions` that are there. Errors: dataset-unreadable. */
export function readDatasetFiles(folder: string, companions: readonly string[] = []): Result<DatasetFileTexts, AppError> {
  try {
    const inside = ["", ...TABLE_FOLDERS.map((name) => `${name}/`)];
    const tables = inside.flatMap((prefix) => csvFiles(join(folder, prefix), prefix !== "").map((name) => `${prefix}${name}`));
    const manifest = entries(folder).some((e) => e.name === MANIFEST_FILE) ? [MANIFEST_FILE] : [];
    const others = companions.filter((file) => existsSync(join(folder, file)));
    return ok(new Map([...manifest, ...tables, ...others].map((file) => [file, readText(folder, file)])));
  } catch (error) {
    if (error instanceof UnreadableFile) return err({ code: "dataset-unreadable", file: error.file, reason: error.message });
    return err({ code: "dataset-unreadable", file: folder, reason: reasonOf(error) });
  }
}

class UnreadableFile extends Error {
  readonly file: string;
  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** Far above any table that a person keeps, far below what would stop the app. */
export const LARGEST_FILE_MB = 16;

function readText(folder: string, file: string): string {
  try {
    const stat = statSync(join(folder, file));
    if (!stat.isFile()) throw new UnreadableFile(file, "it is not a file");
    if (stat.size > LARGEST_FILE_MB * BYTES_PER_MEGABYTE) throw new UnreadableFile(file, `it is larger than ${LARGEST_FILE_MB} MB`);
    return textOf(readFileSync(join(folder, file)));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(file, error instanceof TypeError ? NOT_TEXT : reasonOf(error));
  }
}

export const NOT_TEXT = "it is not UTF-8 text";

/** Throws a TypeError where the bytes are not UTF-8. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** A folder of the dataset that is missing holds no files; which ones are needed is the checker's business. */
function csvFiles(folder: string, mayBeMissing: boolean): readonly string[] {
  return entries(folder, mayBeMissing)
    .filter((entry) => !entry.isDirectory() && isTable(entry.name))
    .map((entry) => entry.name)
    .toSorted();
}

function entries(folder: string, mayBeMissing = false): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (mayBeMissing && codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined);

const plainReasons: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is not a folder",
  EACCES: "reading it is not allowed",
  EPERM: "reading it is not allowed",
};

export const reasonOf = (error: unknown): string => plainReasons[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : "unknown reason");
