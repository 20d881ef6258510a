/** The table of published figures that belongs to a dataset: its own, or for the shipped one the one that ships with it. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type NirTable, recomputeNir } from "../../shared/dataset/nir-table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { historyTable, resourcesFolder, shippedDatasetFolder } from "./shipped-dataset.ts";
import { tableOf } from "./table-of-csv.ts";

const OWN_TABLE = join("history", "nir-checks.csv");

/** null: there is none for this dataset. Errors: file-unreadable, file-invalid (required columns are missing). */
export function readHistory(datasetFolder: string): Result<NirTable | null, AppError> {
  const file = historyFile(datasetFolder);
  if (file === null) return ok(null);
  try {
    const table = recomputeNir(tableOf(basename(file), new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file))));
    return table.ok ? table : err({ code: "file-invalid", file: basename(file), problems: table.error });
  } catch (cause) {
    return err({ code: "file-unreadable", file, reason: cause instanceof Error ? cause.message : "unknown reason" });
  }
}

function historyFile(datasetFolder: string): string | null {
  const own = join(datasetFolder, OWN_TABLE);
  if (existsSync(own)) return own;
  const resources = resourcesFolder(import.meta.url);
  return datasetFolder === shippedDatasetFolder(resources) ? historyTable(resources) : null;
}
