/** The database as a whole: opened anew, exported whole. */
import type { PlannerApi, Unwritten } from "../../shared/ipc/channels.ts";
import { listText } from "../../shared/format/words.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";
import type { FileActions } from "./file-actions.ts";
import type { Opening } from "./opening.ts";
import type { ViewActions } from "./view-actions.ts";

export interface DatabaseActions {
  /** Opens the database as a start does and loads the window again; asks first where something is in memory only. */
  readonly tryAgain: () => Promise<void>;
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
  async function reopen(): Promise<void> {
    const reopened = await api.invoke("app:reopen-store", null);
    if (reopened.ok) reload();
    else opening.refuse(reopened.error);
  }
  return {
    async exportAll() {
      const ids = await api.invoke("scenario:ids", { query: defaultQuery });
      if (ids.ok) await exportScenarios(ids.value);
      else opening.refuse(ids.error);
    },
    async tryAgain() {
      const unwritten = await flush();
      if (unwritten === null) return reopen();
      view.openDialog({
        kind: "confirm",
        title: "Open the database again?",
        text: `${unwritten.why} What was made since the start is in memory only and would be lost: ${listText(unwritten.titles)}. Export it to keep it.`,
        confirm: "Open again and lose it",
        destructive: true,
        run: () => void reopen(),
      });
    },
  };
}
