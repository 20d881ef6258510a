/** What belongs to the dataset beside its numbers, and the other datasets that can take its place. */
import type { AppError } from "../../shared/errors/app-error.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { DatasetLibrary } from "../dataset/dataset-library.ts";
import { filesIn } from "../dataset/import-dataset.ts";
import { filesInZip } from "../dataset/files-in-zip.ts";
import { readHistory } from "../dataset/read-history.ts";
import type { FileDialogs } from "./file-handlers.ts";
import type { Handlers } from "./register.ts";

export interface DatasetContext {
  readonly folder: string;
  readonly library: Pick<DatasetLibrary, "list" | "import" | "remove" | "putBack">;
  readonly dialogs: Pick<FileDialogs, "chooseFolder" | "chooseZip">;
  /** Puts another dataset and its scenarios in the place of the present ones; on an error nothing has changed. */
  readonly changeDataset: (key: string) => Result<null, AppError>;
}

export function datasetHandlers({
  folder,
  library,
  dialogs,
  changeDataset,
}: DatasetContext): Pick<Handlers, Exclude<Extract<keyof Handlers, `dataset:${string}`>, "dataset:load">> {
  return {
    "dataset:history": () => readHistory(folder),
    "dataset:list": () => ok(library.list()),
    "dataset:import": async ({ from }) => {
      const chosen = await (from === "zip" ? dialogs.chooseZip() : dialogs.chooseFolder());
      if (chosen === null) return ok(null);
      const files = from === "zip" ? filesInZip(chosen) : filesIn(chosen);
      return files.ok ? library.import(files.value) : files;
    },
    "dataset:remove": ({ key }) => library.remove(key),
    "dataset:put-back": ({ name }) => library.putBack(name),
    "dataset:use": ({ key }) => changeDataset(key),
  };
}
