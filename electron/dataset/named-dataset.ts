/** The dataset that somebody names on the command line. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Result } from "../../shared/result.ts";
import { filesInZip } from "./files-in-zip.ts";
import { checkedDataset } from "./import-dataset.ts";
import { loadDataset } from "./read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "./shipped-dataset.ts";

/** The dataset in a folder or in a zip file; without a name the one that ships. Errors: dataset-unreadable, dataset-invalid (every problem). */
export function namedDataset(place: string | undefined): Result<Dataset, AppError> {
  if (place === undefined) return loadDataset(shippedDatasetFolder(resourcesFolder(import.meta.url)));
  if (!/\.zip$/i.test(place)) return loadDataset(place);
  const files = filesInZip(place);
  return files.ok ? checkedDataset(files.value) : files;
}
