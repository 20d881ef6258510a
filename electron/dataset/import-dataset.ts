/** Copies a dataset into a folder of its own: checked before, written whole under a temporary name, read and checked again, then renamed. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkDataset } from "../../shared/dataset/check-dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { moveInto, temporaryName, writeAtomic, writeError } from "../files/write-atomic.ts";
import { type DatasetFileTexts, loadDataset, readDatasetFiles, sha256, tablesOfFiles } from "./read-dataset.ts";
import { readHistory } from "./read-history.ts";

/** Beside manifest and tables: what a dataset may bring with it. */
const COMPANIONS = ["README.md", "history/nir-checks.csv"] as const;

const NAME_DIGITS = 8;

/** The text of a dataset's files, companions too, as one value that tells copies apart. Errors: dataset-unreadable. */
export function contentHash(folder: string): Result<string, AppError> {
  const files = allFiles(folder);
  return files.ok ? ok(hashOf(files.value)) : files;
}

const hashOf = (files: DatasetFileTexts): string => sha256(JSON.stringify([...files]));

/**
 * Copies the dataset in `from` into a new folder inside `to` and answers its name; one that stands there already holds the same and is left alone.
 * Errors: dataset-unreadable, dataset-invalid (every problem), file-invalid (its table of published figures), disk-full, write-failed. Nothing stays behind then.
 */
export function importDataset(from: string, to: string): Result<string, AppError> {
  const files = allFiles(from);
  if (!files.ok) return files;
  const checked = checkDataset(tablesOfFiles(withoutCompanions(files.value)), sha256);
  if (!checked.ok) return err({ code: "dataset-invalid", problems: checked.error });
  const hash = hashOf(files.value);
  const name = `${checked.value.id.toLowerCase()}-${hash.slice(0, NAME_DIGITS)}`;
  const target = join(to, name);
  if (existsSync(target)) return ok(name);
  const temporary = temporaryName(target);
  try {
    const written = writeFiles(temporary, files.value);
    if (!written.ok) return written;
    const history = readHistory(temporary);
    if (!history.ok) return history;
    const back = loadDataset(temporary);
    if (!back.ok) return back;
    const again = contentHash(temporary);
    if (!again.ok || again.value !== hash) return err({ code: "write-failed", file: target, reason: "the copy does not hold what was written" });
    moveInto(temporary, target);
    return ok(name);
  } catch (cause) {
    return err(writeError(cause, target));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
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

const allFiles = (folder: string): Result<DatasetFileTexts, AppError> => readDatasetFiles(folder, COMPANIONS);

const withoutCompanions = (files: DatasetFileTexts): DatasetFileTexts =>
  new Map([...files].filter(([file]) => !(COMPANIONS as readonly string[]).includes(file)));
