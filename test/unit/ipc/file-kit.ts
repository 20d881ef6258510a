/** A store of its own with the handlers of files, and what the dialogs answer. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { computeWith } from "../../../electron/compute-result.ts";
import { resourcesFolder, samplesFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { sampleFiles } from "../../../electron/ipc/sample-handlers.ts";
import { WaitingFiles } from "../../../electron/files/waiting-files.ts";
import { type FileDialogs, fileHandlers } from "../../../electron/ipc/file-handlers.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { Result } from "../../../shared/result.ts";
import type { FiledScenario } from "../../../shared/scenario/filed-scenario.ts";
import { emptyLabels, type ScenarioDocument, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";

const root = mkdtempSync(path.join(tmpdir(), "lodestone-files-"));
afterAll(() => rmSync(root, { recursive: true }));

const world = dataset.worlds[0]?.id ?? "";
export const quiet = statusQuoDocument(world);
const lever = dataset.levers[0]!;
export const moved: ScenarioDocument = {
  ...quiet,
  inputs: { ...quiet.inputs, levers: [{ lever: lever.id, value: lever.max, start: lever.defaultStart, ramp: 12, minerals: "all" }] },
};
const compute = computeWith(dataset);
export const resultOf = (document: ScenarioDocument) => valueOf(compute(document, "scenario:save"));

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function place() {
  const folder = mkdtempSync(path.join(root, "store-"));
  const opening = openStore({ file: path.join(folder, "scenarios.sqlite"), dataset, appVersion: "1.0.0" });
  const answers = { save: null as string | null, open: null as readonly string[] | null, suggested: [] as string[] };
  const dialogs: FileDialogs = {
    chooseToSave: async (suggestion) => {
      answers.suggested.push(suggestion);
      return answers.save;
    },
    chooseToOpen: async () => answers.open,
    chooseFolder: async () => null,
    chooseZip: async () => null,
  };
  const waiting = new WaitingFiles();
  const samples = () => sampleFiles(samplesFolder(resourcesFolder(import.meta.url)));
  const handlers = fileHandlers({ ...opening, dataset, compute, dialogs, waiting, samples, appVersion: "1.0.0" });
  const saved = (title: string, document: ScenarioDocument): string => {
    const { id } = valueOf(opening.store.create({ ...emptyLabels(title), tags: ["x"], notes: `About ${title}` }, document));
    valueOf(opening.store.save(id, document, resultOf(document)));
    return id;
  };
  const exportTo = async (file: string, ids: readonly string[]) => {
    answers.save = file;
    return valueOf(await handlers["file:export"]({ ids, edited: [] }));
  };
  const look = async (...paths: readonly string[]) => {
    const preview = valueOf(await handlers["file:open"]({ from: "paths", paths }));
    if (preview === null) throw new Error("no preview");
    return preview;
  };
  return { ...opening, folder, answers, waiting, handlers, saved, exportTo, look };
}

/** A scenario as a file holds it. */
export const filed = (over: Partial<FiledScenario>): FiledScenario => ({ id: "s", ...emptyLabels("S"), ...moved, result: null, ...over });
