/** What the window asks about datasets beside the numbers it has: the past, and other datasets. */
import type { NirTable } from "../../shared/dataset/nir-table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { Result } from "../../shared/result.ts";

export interface DatasetActions {
  /** Published net import reliance recomputed; null where the dataset has no such table. */
  readonly history: () => Promise<Result<NirTable | null, AppError>>;
}

export const createDatasetActions = (api: PlannerApi): DatasetActions => ({
  history: () => api.invoke("dataset:history", null),
});
