/** The shipped dataset for components that need a model. Read through the main process's reader, which the window's own types do not know. */
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { Result } from "../../../shared/result.ts";

interface Reader {
  readonly loadDataset: (folder: string) => Result<Dataset, unknown>;
}

const readerFile: string = "../../../electron/dataset/read-dataset.ts";

export async function readDataset(id: string): Promise<Dataset> {
  const { loadDataset } = (await import(/* @vite-ignore */ readerFile)) as Reader;
  const loaded = loadDataset(`resources/datasets/${id}`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

export const shippedDataset = await readDataset("us-2026-1");
