/** Where things are on disk. Pure: `main.ts` passes in what the operating system and the command line say. */
import path from "node:path";
import { parseArgs } from "node:util";

export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** True in an installed app, where the dataset cannot be replaced from outside. */
  readonly packaged: boolean;
  readonly defaultUserData: string;
  /** Folder of the built app, the one that holds main/, preload/ and renderer/. */
  readonly built: string;
  /** The dataset of a first start, in the folder of all that ship. */
  readonly shippedDataset: string;
  readonly samples: string;
}

export interface Paths {
  /** Scenario database, window state, logs. Never Documents: synchronising services lock and duplicate databases there. */
  readonly data: string;
  readonly log: string;
  readonly windowState: string;
  /** Chromium's own caches, kept apart from what people would miss. */
  readonly chromium: string;
  readonly dataset: string;
  /** Folder of all datasets that ship with the app. */
  readonly shippedDatasets: string;
  /** Folder of imported datasets. */
  readonly importedDatasets: string;
  /** Folder of imported datasets that were removed. */
  readonly removedDatasets: string;
  /** Where the chosen dataset is remembered; null = `dataset` is named from outside, and no choice counts. */
  readonly datasetChoice: string | null;
  /** Folder of the worked examples. */
  readonly samples: string;
  readonly renderer: string;
  readonly preload: string;
}

/**
 * `--profile DIR` or LODESTONE_DATA replaces the data folder. On Windows the default is the local, not the roaming, folder, because a
 * database in a roaming profile is copied over the network while it is open.
 */
export function resolvePaths(s: Surroundings): Paths {
  const { profile } = parseArgs({ args: s.argv.slice(1), options: { profile: { type: "string" } }, strict: false, allowPositionals: true }).values;
  const asked = typeof profile === "string" && profile !== "" ? profile : s.env["LODESTONE_DATA"];
  const local = s.platform === "win32" ? s.env["LOCALAPPDATA"] : undefined;
  const data = asked ? path.resolve(asked) : local ? path.join(local, "Lodestone") : s.defaultUserData;
  const dataset = s.packaged ? undefined : s.env["LODESTONE_DATASET"];
  return {
    data,
    log: path.join(data, "logs", "lodestone.log"),
    windowState: path.join(data, "window.json"),
    chromium: path.join(data, "chromium"),
    dataset: dataset ? path.resolve(dataset) : s.shippedDataset,
    shippedDatasets: path.dirname(s.shippedDataset),
    importedDatasets: path.join(data, "datasets"),
    removedDatasets: path.join(data, "removed-datasets"),
    datasetChoice: dataset ? null : path.join(data, "dataset.json"),
    samples: s.samples,
    renderer: path.join(s.built, "renderer"),
    preload: path.join(s.built, "preload", "preload.cjs"),
  };
}

/** The dataset whose scenarios lie in the database without a name of its own. */
const FIRST_DATASET = "us";

/** The scenario database of a dataset: one per id, so that editions of one dataset share it and those of another country never meet it. */
export function storeFile(data: string, datasetId: string): string {
  const id = datasetId.toLowerCase(); // file names may not tell cases apart
  return path.join(data, id === FIRST_DATASET ? "scenarios.sqlite" : `scenarios-${id}.sqlite`);
}
