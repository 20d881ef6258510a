/** Start-up information, the dataset and settings. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Settings, StoreStatus, VersionInfo } from "../../shared/ipc/boot-info.ts";
import { datasetText } from "../../shared/ipc/dataset-text.ts";
import type { RefusedDataset } from "../../shared/ipc/dataset-library.ts";
import type { StoreFound } from "../../shared/ipc/store-opening.ts";
import { ok } from "../../shared/result.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export interface AppContext {
  readonly dataset: Dataset;
  /** False: the hints of a first start are off, whatever is stored. */
  readonly hints: boolean;
  readonly store: Pick<ScenarioStore, "settings" | "setSettings">;
  readonly storeStatus: StoreStatus;
  readonly found: StoreFound;
  readonly refusedDataset: RefusedDataset | null;
  /** Where things lie; null = nothing was set aside. */
  readonly folders: { readonly data: string; readonly backups: string; readonly damaged: string | null };
  readonly versions: () => VersionInfo;
  /** Makes the native parts (title bar, dialogs, colour-scheme query of the page) follow the theme setting. */
  readonly showTheme: (theme: Settings["theme"]) => void;
  readonly openFolder: (folder: string) => void;
  /** Closes the store and opens it as at the start. */
  readonly reopenStore: () => void;
}

type Channels = "app:boot" | "app:open-folder" | "app:reopen-store" | "dataset:load" | "settings:set";

export function appHandlers({
  dataset,
  hints,
  store,
  storeStatus,
  found,
  refusedDataset,
  folders,
  versions,
  showTheme,
  openFolder,
  reopenStore,
}: AppContext): Pick<Handlers, Channels> {
  const shown = (settings: Settings): Settings => (hints ? settings : { ...settings, hints });
  return {
    "app:boot": () => {
      const settings = store.settings();
      return settings.ok ? ok({ versions: versions(), settings: shown(settings.value), store: storeStatus, found, refusedDataset }) : settings;
    },
    "app:open-folder": ({ folder }) => {
      openFolder(folders[folder] ?? folders.data);
      return ok(null);
    },
    "app:reopen-store": () => {
      reopenStore();
      return ok(null);
    },
    "dataset:load": () => ok(datasetText(dataset)),
    "settings:set": (changes) => {
      const settings = store.setSettings(changes);
      if (!settings.ok) return settings;
      showTheme(settings.value.theme);
      return ok(shown(settings.value));
    },
  };
}
