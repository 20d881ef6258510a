/** What runs behind the window's messages: dataset, store and model, or, where the dataset is broken, one error for every message. */
import path from "node:path";
import type { Dataset } from "../shared/dataset/dataset.ts";
import { type Channel, channels, type Input, type Settings, type VersionInfo } from "../shared/ipc/channels.ts";
import { MODEL_VERSION } from "../shared/model/model-version.ts";
import { ScenarioIndex } from "../shared/scenario/scenario-index.ts";
import { scheduleBackups } from "./backup-schedule.ts";
import { computeWith } from "./compute-result.ts";
import { loadDataset } from "./dataset/read-dataset.ts";
import { inPortions } from "./in-portions.ts";
import { appHandlers } from "./ipc/app-handlers.ts";
import { backupHandlers } from "./ipc/backup-handlers.ts";
import { datasetHandlers } from "./ipc/dataset-handlers.ts";
import { clipboardHandlers, type WritePicture } from "./ipc/clipboard-handlers.ts";
import type { WaitingFiles } from "./files/waiting-files.ts";
import { type FileDialogs, fileHandlers } from "./ipc/file-handlers.ts";
import { refusingHandlers } from "./ipc/refusing-handlers.ts";
import type { Handlers } from "./ipc/register.ts";
import { sampleHandlers } from "./ipc/sample-handlers.ts";
import { scenarioHandlers } from "./ipc/scenario-handlers.ts";
import type { Log } from "./log.ts";
import type { Paths } from "./paths.ts";
import { ScenarioCodes } from "./scenario-codes.ts";
import { openStore } from "./store/open-store.ts";

export interface Surroundings {
  readonly paths: Pick<Paths, "dataset" | "store" | "samples">;
  /** False: neither the hints nor the worked example of a first start. */
  readonly hints: boolean;
  readonly appVersion: string;
  readonly versions: () => VersionInfo;
  readonly dialogs: FileDialogs;
  readonly waiting: WaitingFiles;
  readonly writePicture: WritePicture;
  readonly showTheme: (theme: Settings["theme"]) => void;
  /** Shows a folder in the system's file manager. */
  readonly openFolder: (folder: string) => void;
  readonly log: Log;
}

export interface Services {
  readonly handlers: Handlers;
  readonly close: () => void;
}

export function openServices(surroundings: Surroundings): Services {
  const { paths, log } = surroundings;
  const loaded = loadDataset(paths.dataset);
  if (!loaded.ok) {
    log.error("dataset", loaded.error);
    return { handlers: refusingHandlers(loaded.error), close: () => {} };
  }
  const reopenStore = (): void => {
    running.close();
    running = runServices(loaded.value, surroundings, reopenStore);
  };
  let running = runServices(loaded.value, surroundings, reopenStore);
  const forward =
    <C extends Channel>(channel: C) =>
    (input: Input<C>) =>
      running.handlers[channel](input);
  return { handlers: Object.fromEntries(channels.map((channel) => [channel, forward(channel)])) as unknown as Handlers, close: () => running.close() };
}

/** From the opening of the store to its close. */
function runServices(dataset: Dataset, surroundings: Surroundings, reopenStore: () => void): Services {
  const { paths, hints, appVersion, versions, dialogs, waiting, writePicture, showTheme, openFolder, log } = surroundings;
  const { store, decks, exchange, backups, status, found } = openStore({ file: paths.store, dataset, appVersion });
  if (status.notice !== null) log.warn("store", status.notice);
  const settings = store.settings();
  if (settings.ok) showTheme(settings.value.theme);
  const compute = computeWith(dataset);
  const worldName = (id: string): string => dataset.worlds.find((world) => world.id === id)?.label ?? id;
  const codes = new ScenarioCodes(store);
  const index = new ScenarioIndex({ worldName, codeOf: codes.codeOf, modelVersion: MODEL_VERSION, vintage: dataset.vintage });
  const listed = store.list();
  // The first search and the first sorting then find everything worked out.
  const stopPreparing = inPortions(listed.ok ? listed.value : [], (scenario) => {
    index.prepare(scenario);
    codes.codeOf(scenario);
  });
  const schedule = status.mode === "ready" ? scheduleBackups(() => backups.makeIfDue(), log) : null;
  const folders = { data: path.dirname(paths.store), backups: backups.folder, damaged: found.kind === "recovered" ? found.recovery.keptIn : null };
  return {
    handlers: {
      ...appHandlers({ dataset, hints, store, storeStatus: status, found, folders, versions, showTheme, openFolder, reopenStore }),
      ...scenarioHandlers({ store, exchange, compute, vintage: dataset.vintage, index }),
      ...fileHandlers({ dataset, store, decks, exchange, compute, dialogs, waiting, appVersion }),
      ...sampleHandlers({ dataset, folder: paths.samples }),
      ...backupHandlers(backups),
      ...datasetHandlers({ folder: paths.dataset }),
      ...clipboardHandlers(writePicture),
    },
    close: () => {
      stopPreparing();
      schedule?.end();
      store.close();
    },
  };
}
