/** Start-up information, the dataset and settings. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Settings, StoreStatus, VersionInfo } from "../../shared/ipc/channels.ts";
import { ok } from "../../shared/result.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export interface AppContext {
  readonly dataset: Dataset;
  readonly store: Pick<ScenarioStore, "settings" | "setSettings">;
  readonly storeStatus: StoreStatus;
  readonly versions: () => VersionInfo;
  /** Makes the native parts (title bar, dialogs, colour-scheme query of the page) follow the theme setting. */
  readonly showTheme: (theme: Settings["theme"]) => void;
}

export function appHandlers({ dataset, store, storeStatus, versions, showTheme }: AppContext): Pick<Handlers, "app:boot" | "dataset:load" | "settings:set"> {
  return {
    "app:boot": () => {
      const settings = store.settings();
      return settings.ok ? ok({ versions: versions(), settings: settings.value, store: storeStatus }) : settings;
    },
    "dataset:load": () => ok(dataset),
    "settings:set": (changes) => {
      const settings = store.setSettings(changes);
      if (settings.ok) showTheme(settings.value.theme);
      return settings;
    },
  };
}
