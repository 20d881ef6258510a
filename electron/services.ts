/** What runs behind the window's messages: dataset, store and model, or, where the dataset is broken, one error for every message. */
import type { Settings, VersionInfo } from "../shared/ipc/boot-info.ts";
import { type Channel, channels, type Input, type ScenarioSummary } from "../shared/ipc/channels.ts";
import { MODEL_VERSION } from "../shared/model/model-version.ts";
import { ok } from "../shared/result.ts";
import { ScenarioIndex } from "../shared/scenario/scenario-index.ts";
import { scheduleBackups } from "./backup-schedule.ts";
import { computeWith } from "./compute-result.ts";
import { type ChosenDataset, DatasetLibrary, type LibraryPaths } from "./dataset/dataset-library.ts";
import { inPortions } from "./in-portions.ts";
import { appHandlers } from "./ipc/app-handlers.ts";
import { backupHandlers } from "./ipc/backup-handlers.ts";
import { type DatasetContext, datasetHandlers } from "./ipc/dataset-handlers.ts";
import { clipboardHandlers, type WritePicture } from "./ipc/clipboard-handlers.ts";
import type { WaitingFiles } from "./files/waiting-files.ts";
import { type FileDialogs, fileHandlers } from "./ipc/file-handlers.ts";
import { refusingHandlers } from "./ipc/refusing-handlers.ts";
import type { Handlers } from "./ipc/register.ts";
import { sampleFiles, sampleHandlers } from "./ipc/sample-handlers.ts";
import { scenarioHandlers } from "./ipc/scenario-handlers.ts";
import type { Log } from "./log.ts";
import { type Paths, storeFile } from "./paths.ts";
import { ScenarioCodes } from "./scenario-codes.ts";
import { openStore } from "./store/open-store.ts";

/** By then the window has what it needs; a list that is asked for sooner is read sooner. */
const AFTER_START_MS = 2000;

export interface Surroundings {
  readonly paths: LibraryPaths & Pick<Paths, "data" | "samples">;
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

interface RunningServices extends Services {
  /** How the person likes the app: it goes with them to the scenarios of another dataset. */
  readonly preferences: () => Preferences;
}

type Preferences = Partial<Pick<Settings, "theme" | "contrast" | "singleKeys" | "hints">>;

export function openServices(surroundings: Surroundings): Services {
  const { paths, log } = surroundings;
  const library = new DatasetLibrary(paths);
  const begun = library.begin();
  if (!begun.ok) {
    log.error("dataset", begun.error);
    return { handlers: refusingHandlers(begun.error), close: () => {} };
  }
  if (begun.value.refused !== null) log.warn("dataset", begun.value.refused);
  let chosen = begun.value;
  const restart = (preferences: Preferences): void => {
    running.close();
    running = runServices(chosen, preferences, parts);
  };
  const parts: Parts = {
    surroundings,
    library,
    reopenStore: () => restart({}),
    changeDataset: (key) => {
      const next = library.choose(key);
      if (!next.ok) return next;
      chosen = next.value;
      restart(running.preferences());
      return ok(null);
    },
  };
  let running = runServices(chosen, {}, parts);
  const forward =
    <C extends Channel>(channel: C) =>
    (input: Input<C>) =>
      running.handlers[channel](input);
  return { handlers: Object.fromEntries(channels.map((channel) => [channel, forward(channel)])) as unknown as Handlers, close: () => running.close() };
}

interface Parts extends Pick<DatasetContext, "changeDataset"> {
  readonly surroundings: Surroundings;
  readonly library: DatasetLibrary;
  readonly reopenStore: () => void;
}

/** From the opening of the dataset's store to its close. */
function runServices({ dataset, folder, refused }: ChosenDataset, preferences: Preferences, parts: Parts): RunningServices {
  const { surroundings, library, reopenStore, changeDataset } = parts;
  const { paths, hints, appVersion, versions, dialogs, waiting, writePicture, showTheme, openFolder, log } = surroundings;
  const { store, decks, exchange, backups, status, found } = openStore({ file: storeFile(paths.data, dataset.id), dataset, appVersion });
  if (status.notice !== null) log.warn("store", status.notice);
  // Also where they are written nowhere: a read-only database keeps its own.
  if (Object.keys(preferences).length > 0) store.setSettings(preferences);
  const settings = store.settings();
  if (settings.ok) showTheme(settings.value.theme);
  const compute = computeWith(dataset);
  const worldName = (id: string): string => dataset.worlds.find((world) => world.id === id)?.label ?? id;
  const codes = new ScenarioCodes(store);
  const index = new ScenarioIndex({ worldName, codeOf: codes.codeOf, modelVersion: MODEL_VERSION, vintage: dataset.vintage });
  const listed = (): readonly ScenarioSummary[] => {
    const list = store.list();
    return list.ok ? list.value : [];
  };
  // The first search and the first sorting then find everything worked out.
  const stopPreparing = inPortions(AFTER_START_MS, listed, (scenario) => {
    index.prepare(scenario);
    codes.codeOf(scenario);
  });
  const schedule = status.mode === "ready" ? scheduleBackups(() => backups.makeIfDue(), log) : null;
  const folders = { data: paths.data, backups: backups.folder, damaged: found.kind === "recovered" ? found.recovery.keptIn : null };
  return {
    handlers: {
      ...appHandlers({ dataset, hints, store, storeStatus: status, found, refusedDataset: refused, folders, versions, showTheme, openFolder, reopenStore }),
      ...scenarioHandlers({ store, exchange, compute, vintage: dataset.vintage, index }),
      ...fileHandlers({ dataset, store, decks, exchange, compute, dialogs, waiting, samples: () => sampleFiles(paths.samples), appVersion }),
      ...sampleHandlers({ dataset, folder: paths.samples }),
      ...backupHandlers(backups),
      ...datasetHandlers({ folder, library, dialogs, changeDataset }),
      ...clipboardHandlers(writePicture),
    },
    preferences: () => {
      const now = store.settings();
      if (!now.ok) return {};
      const { theme, contrast, singleKeys, hints: hinted } = now.value;
      return { theme, contrast, singleKeys, hints: hinted };
    },
    close: () => {
      stopPreparing();
      schedule?.end();
      store.close();
    },
  };
}
