/** What the commands that work on a scenario database share: `--store FILE`, its opening, and what is said when it was not as expected. */
import { extname, resolve } from "node:path";
import { err, type Result } from "../../shared/result.ts";
import { FILE_EXTENSION } from "../../shared/scenario/scenario-file.ts";
import { namedDataset } from "../dataset/named-dataset.ts";
import { openStore, type OpenStoreOptions, readStore, type StoreOpening } from "../store/open-store.ts";
import { appVersion } from "./app-version.ts";
import { errorLines, type Terminal } from "./command.ts";

export const storeOptions = { store: { type: "string" }, dataset: { type: "string" }, json: { type: "boolean" } } as const;

export const storeHelp = `  --store FILE   the scenario database
  --json         the same for machines
  --dataset DIR  another dataset, a folder or a zip file`;

interface Asked {
  readonly store?: string | undefined;
  readonly dataset?: string | undefined;
}

/** The store as it lies there: nothing is brought up to date, mended or written. */
export function storeToRead(command: string, asked: Asked): Result<StoreOpening, string> {
  const options = optionsOf(command, asked);
  if (!options.ok) return options;
  const opened = readStore(options.value);
  return opened.ok ? opened : err(errorLines(opened.error));
}

/** The store opened as the app opens it. What had to be mended is said; where nothing can be written it is refused. */
export function storeToWrite(command: string, asked: Asked, terminal: Terminal): Result<StoreOpening, string> {
  const options = optionsOf(command, asked);
  if (!options.ok) return options;
  const opening = openStore(options.value);
  const { mode, notice } = opening.status;
  if (mode !== "ready") {
    opening.store.close();
    return err(notice === null ? `${options.value.file} cannot be written.` : errorLines(notice));
  }
  if (notice !== null) terminal.err(errorLines(notice));
  return { ok: true, value: opening };
}

function optionsOf(command: string, { store, dataset }: Asked): Result<OpenStoreOptions, string> {
  if (store === undefined) return err(`${command}: --store FILE is missing.`);
  // Taken for a damaged database it would be set aside.
  if (extname(store).toLowerCase() === FILE_EXTENSION) return err(`${command}: --store names the scenario file ${store}; name a database.`);
  const loaded = namedDataset(dataset);
  if (!loaded.ok) return err(errorLines(loaded.error));
  return { ok: true, value: { file: resolve(store), dataset: loaded.value, appVersion: appVersion() } };
}
