/** Scenarios to and from `.lodestone` files. */
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { Autosave } from "./autosave.ts";
import type { LibraryActions } from "./library-actions.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { ViewActions } from "./view-actions.ts";

export interface FileActions {
  readonly importFile: () => Promise<void>;
  readonly exportFile: (ids: readonly string[]) => Promise<void>;
}

export interface FilePorts {
  readonly api: PlannerApi;
  readonly view: ViewActions;
  readonly autosave: Pick<Autosave, "drain">;
  readonly serial: Serial;
  readonly opening: Pick<Opening, "refuse">;
  readonly select: LibraryActions["select"];
  readonly refresh: () => Promise<void>;
}

export function createFileActions({ api, view, autosave, serial, opening, select, refresh }: FilePorts): FileActions {
  return {
    importFile: () =>
      serial(async () => {
        const imported = await api.invoke("file:import", null);
        if (!imported.ok) return void opening.refuse(imported.error);
        const [first, ...more] = imported.value.ids;
        if (first === undefined) return;
        await refresh();
        await select(first);
        view.showScreen("library");
        view.toast(more.length === 0 ? "Imported 1 scenario" : `Imported ${more.length + 1} scenarios`);
      }),
    exportFile: (ids) =>
      serial(async () => {
        const failure = await autosave.drain();
        if (failure !== null) return void opening.refuse(failure);
        const exported = await api.invoke("file:export", { ids });
        if (!exported.ok) return void opening.refuse(exported.error);
        if (exported.value.file !== null) view.toast(`Exported to ${exported.value.file}`);
      }),
  };
}
