/** Where the files that ship with the app stand, in the source tree, in the build and inside the packed app alike. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Name of the dataset that a first start shows; the others that ship beside it are examples. */
export const SHIPPED_DATASET = "us-2026-1";

/** The folder resources/ that belongs to the module at `moduleUrl` (its `import.meta.url`): the nearest one above it that holds datasets. */
export function resourcesFolder(moduleUrl: string): string {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    const resources = join(folder, "resources");
    if (existsSync(join(resources, "datasets"))) return resources;
    if (dirname(folder) === folder) throw new Error("Lodestone's own files are incomplete: resources/datasets is missing");
  }
}

/** The folder of every dataset that ships with the app. */
export const datasetsFolder = (resources: string): string => join(resources, "datasets");

export const shippedDatasetFolder = (resources: string): string => join(datasetsFolder(resources), SHIPPED_DATASET);

export const samplesFolder = (resources: string): string => join(resources, "samples");

export const historyTable = (resources: string): string => join(resources, "history", "nir-checks.csv");
