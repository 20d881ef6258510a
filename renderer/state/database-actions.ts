/** The database as a whole: opened anew, exchanged for that of another dataset, exported whole. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { PlannerApi, Unwritten } from "../../shared/ipc/channels.ts";
import { listText } from "../../shared/format/words.ts";
import type { Result } from "../../shared/result.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";
import type { FileActions } from "./file-actions.ts";
import type { Opening } from "./opening.ts";
import type { ViewActions } from "./view-actions.ts";

export interface DatabaseActions {
  /** Opens the database as a start does and loads the window again; asks first where something is in memory only. */
  readonly tryAgain: () => Promise<void>;
  /** Opens another dataset with its own scenarios and loads the window again; asks first where something is in memory only. */
  readonly changeDataset: (key: string) => Promise<void>;
  /** Every scenario outside the trash, to files. */
  readonly exportAll: () => Promise<void>;
}

export interface DatabasePorts {
  readonly api: PlannerApi;
  readonly view: Pick<ViewActions, "openDialog">;
  readonly opening: Pick<Opening, "refuse">;
  readonly flush: () => Promise<Unwritten | null>;
  readonly exportScenarios: FileActions["exportScenarios"];
  /** Loads the window again. */
  readonly reload: () => void;
}

export function createDatabaseActions({ api, view, opening, flush, exportScenarios, reload }: DatabasePorts): DatabaseActions {
  /** Writes what is pending, changes what stands behind the window, and loads it again; asks where something would be lost. */
  async function exchange(question: string, confirm: string, change: () => Promise<Result<null, AppError>>): Promise<void> {
    const run = async (): Promise<void> => {
      const changed = await change();
      if (changed.ok) reload();
      else opening.refuse(changed.error);
    };
    const unwritten = await flush();
    if (unwritten === null) return run();
    view.openDialog({
      kind: "confirm",
      title: question,
      text: `${unwritten.why} What was made since the start is in memory only and would be lost: ${listText(unwritten.titles)}. Export it to keep it.`,
      confirm,
      destructive: true,
      run: () => void run(),
    });
  }
  return {
    async exportAll() {
      const ids = await api.invoke("scenario:ids", { query: defaultQuery });
      if (ids.ok) await exportScenarios(ids.value);
      else opening.refuse(ids.error);
    },
    tryAgain: () => exchange("Open the database again?", "Open again and lose it", () => api.invoke("app:reopen-store", null)),
    changeDataset: (key) => exchange("Use another dataset?", "Use it and lose them", () => api.invoke("dataset:use", { key })),
  };
}
