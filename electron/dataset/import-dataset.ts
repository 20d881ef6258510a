/** Keeps the files of a dataset in a folder of their own: checked before, written whole under a temporary name, read and checked again, then renamed. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkDataset } from "../../shared/dataset/check-dataset.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { moveInto, temporaryName, writeAtomic, writeError } from "../files/write-atomic.ts";
import { type DatasetFileTexts, loadDataset, readDatasetFiles, sha256, tablesOfFiles } from "./read-dataset.ts";
import { readHistory } from "./read-history.ts";

/** Beside manifest and tables: what a dataset may bring with it. */
export const COMPANIONS: readonly string[] = ["README.md", "history/nir-checks.csv"];

const NAME_DIGITS = 8;

/** A dataset's files, companions too, as they stand in a folder. Errors: dataset-unreadable. */
export const filesIn = (folder: string): Result<DatasetFileTexts, AppError> => readDatasetFiles(folder, COMPANIONS);

/** The text of all files as one value that tells copies apart; their order does not matter. */
export const contentHash = (files: DatasetFileTexts): string => sha256(JSON.stringify([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))));

/**
 * Writes a dataset's files into a new folder inside `to` and answers its name; one that stands there already holds the same and is left alone.
 * Errors: dataset-unreadable, dataset-invalid (every problem), file-invalid (its table of published figures), disk-full, write-failed. Nothing stays behind then.
 */
export function importDataset(files: DatasetFileTexts, to: string): Result<string, AppError> {
  const checked = checkedDataset(files);
  if (!checked.ok) return checked;
  const hash = contentHash(files);
  const name = `${checked.value.id.toLowerCase()}-${hash.slice(0, NAME_DIGITS)}`;
  const target = join(to, name);
  if (existsSync(target)) return ok(name);
  const temporary = temporaryName(target);
  try {
    const written = writeFiles(temporary, files);
    if (!written.ok) return written;
    const history = readHistory(temporary);
    if (!history.ok) return history;
    const back = loadDataset(temporary);
    if (!back.ok) return back;
    const again = filesIn(temporary);
    if (!again.ok || contentHash(again.value) !== hash) return err({ code: "write-failed", file: target, reason: "the copy does not hold what was written" });
    moveInto(temporary, target);
    return ok(name);
  } catch (cause) {
    return err(writeError(cause, target));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The dataset that the files make. Errors: dataset-invalid (every problem). */
export function checkedDataset(files: DatasetFileTexts): Result<Dataset, AppError> {
  const checked = checkDataset(tablesOfFiles(withoutCompanions(files)), sha256);
  return checked.ok ? checked : err({ code: "dataset-invalid", problems: checked.error });
}

function writeFiles(folder: string, files: DatasetFileTexts): Result<null, AppError> {
  for (const [file, text] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    const written = writeAtomic(path, text);
    if (!written.ok) return written;
  }
  return ok(null);
}

const withoutCompanions = (files: DatasetFileTexts): DatasetFileTexts => new Map([...files].filter(([file]) => !COMPANIONS.includes(file)));
