/** What the window asks about datasets beside the numbers it has: the past, and other datasets. */
import type { NirTable } from "../../shared/dataset/nir-table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { DatasetEntry } from "../../shared/ipc/dataset-library.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { ViewActions } from "./view-actions.ts";

export interface DatasetActions {
  /** Published net import reliance recomputed; null where the dataset has no such table. */
  readonly history: () => Promise<Result<NirTable | null, AppError>>;
  /** Every dataset that can be chosen. */
  readonly list: () => Promise<Result<readonly DatasetEntry[], AppError>>;
  /** Asks for a folder, imports it, and shows what became of it among the datasets. */
  readonly chooseImport: () => Promise<void>;
}

export const createDatasetActions = (api: PlannerApi, view: Pick<ViewActions, "openDialog">): DatasetActions => ({
  history: () => api.invoke("dataset:history", null),
  list: () => api.invoke("dataset:list", null),
  async chooseImport() {
    const imported = await api.invoke("dataset:import", null);
    if (!imported.ok) view.openDialog({ kind: "datasets", outcome: imported });
    else if (imported.value !== null) view.openDialog({ kind: "datasets", outcome: ok(imported.value) });
  },
});
