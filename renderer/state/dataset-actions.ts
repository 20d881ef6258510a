/** What the window asks about datasets beside the numbers it has: the past, and other datasets. */
import type { NirTable } from "../../shared/dataset/nir-table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { DatasetEntry, DatasetSource } from "../../shared/ipc/dataset-library.ts";
import { listText } from "../../shared/format/words.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { ViewActions } from "./view-actions.ts";

export interface DatasetActions {
  /** Published net import reliance recomputed; null where the dataset has no such table. */
  readonly history: () => Promise<Result<NirTable | null, AppError>>;
  /** Every dataset that can be chosen. */
  readonly list: () => Promise<Result<readonly DatasetEntry[], AppError>>;
  /** Asks for a folder or a zip file, imports it, and shows what became of it among the datasets. */
  readonly chooseImport: (from: DatasetSource) => Promise<void>;
  /** Says what becomes of an imported dataset and its scenarios, and puts it aside when that is confirmed; a message offers it back. */
  readonly remove: (entry: DatasetEntry) => void;
}

export function createDatasetActions(api: PlannerApi, view: Pick<ViewActions, "openDialog" | "toast">): DatasetActions {
  const refuse = (error: AppError): void => view.openDialog({ kind: "error", error });
  async function remove({ key, label }: DatasetEntry): Promise<void> {
    const removed = await api.invoke("dataset:remove", { key });
    if (!removed.ok) return refuse(removed.error);
    const { name } = removed.value;
    view.toast(`${label} was removed`, { label: "Undo", run: () => void putBack(name, label) });
  }
  async function putBack(name: string, label: string): Promise<void> {
    const back = await api.invoke("dataset:put-back", { name });
    if (back.ok) view.toast(`${label} is among the datasets again`);
    else refuse(back.error);
  }
  return {
    history: () => api.invoke("dataset:history", null),
    list: () => api.invoke("dataset:list", null),
    async chooseImport(from) {
      const imported = await api.invoke("dataset:import", { from });
      if (!imported.ok) view.openDialog({ kind: "datasets", outcome: imported });
      else if (imported.value !== null) view.openDialog({ kind: "datasets", outcome: ok(imported.value) });
    },
    remove: (entry) =>
      view.openDialog({
        kind: "confirm",
        title: `Remove ${entry.label}?`,
        text: removalText(entry),
        confirm: "Remove",
        destructive: true,
        run: () => void remove(entry),
      }),
  };
}

/** What stays when a dataset goes. Nothing of it is deleted. */
export function removalText({ scenarios }: Pick<DatasetEntry, "scenarios">): string {
  const moved = "Its files move, whole, to the folder removed-datasets of the data folder.";
  if (scenarios === null) return `${moved} No scenario was made with it.`;
  const { file, sharedWith } = scenarios;
  const others = sharedWith.length === 0 ? "" : ` ${listText(sharedWith)} ${sharedWith.length === 1 ? "goes" : "go"} on showing them.`;
  const later = sharedWith.length === 0 ? " They are shown again when a dataset of that country is imported." : "";
  return `${moved} Its scenarios stay in ${file}, untouched.${others}${later}`;
}
