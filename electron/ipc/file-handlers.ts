/** `.lodestone` files, pictures and tables: dialog, drop, double click and command line all read through the same pipeline; a file is written whole or not at all. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { differingRows } from "../../shared/dataset/differing-rows.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { ImportFileInfo } from "../../shared/ipc/file-exchange.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import type { ComputeResult } from "../compute-result.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { partNames, suggestedName } from "../files/file-names.ts";
import { ImportPreviews, type PreviewedFile } from "../files/import-previews.ts";
import { ImportSteps } from "../files/import-steps.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import type { WaitingFiles } from "../files/waiting-files.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { type Exchange, fileContent, groupsThatFit } from "../store/export-scenarios.ts";
import { importChosen, importLines, withResults } from "../store/import-scenarios.ts";
import type { Handlers } from "./register.ts";

export type FileKind = "lodestone" | "png" | "csv";

/** The native dialogs; null when they are closed without a choice. */
export interface FileDialogs {
  /** `suggestion` is a file name without folder. */
  readonly chooseToSave: (suggestion: string, kind: FileKind) => Promise<string | null>;
  readonly chooseToOpen: () => Promise<readonly string[] | null>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseZip: () => Promise<string | null>;
}

export interface FileContext extends Exchange {
  readonly dataset: Dataset;
  readonly compute: ComputeResult;
  readonly dialogs: FileDialogs;
  readonly waiting: WaitingFiles;
  /** Paths of the worked examples that ship. */
  readonly samples: () => readonly string[];
  readonly appVersion: string;
}

export function fileHandlers(context: FileContext): Pick<Handlers, Extract<keyof Handlers, `file:${string}`>> {
  const { dataset, dialogs, store, exchange } = context;
  const previews = new ImportPreviews();
  const steps = new ImportSteps();
  const computeHere = (document: Parameters<ComputeResult>[0]) => context.compute(document, "file:import");

  /** What the file would bring, and what was read, null where it cannot be imported. */
  async function preview(place: string, complete: boolean): Promise<readonly [ImportFileInfo, PreviewedFile | null]> {
    const file = path.basename(place);
    const refused = (error: AppError) => [{ file, error, app: "", lines: [], decks: [], vintages: [] }, null] as const;
    const asFiled = readScenarioFileAt(place, dataset, sha256);
    const read = asFiled.ok && complete ? await withResults(asFiled.value, computeHere) : asFiled;
    if (!read.ok) return refused(read.error);
    const { app, decks = [], datasets = [] } = read.value;
    const lines = await importLines(store, read.value, dataset, computeHere);
    if (!lines.ok) return refused(lines.error);
    const info: ImportFileInfo = {
      file,
      error: null,
      app,
      lines: lines.value,
      decks: decks.map(({ title, items }) => ({ title, items: items.length })),
      vintages: datasets.map((other) => ({ vintage: other.vintage, isHere: other.vintage === dataset.vintage, differing: differingRows(dataset, other) })),
    };
    return [info, { content: read.value, lines: lines.value }];
  }

  /** Asks where to; the names of the files to write, null when the dialog was closed. What the dialog did not ask about is not replaced. */
  async function choose(title: string, kind: FileKind, parts = 1): Promise<Result<readonly string[] | null, AppError>> {
    const chosen = await dialogs.chooseToSave(suggestedName(title, kind), kind);
    if (chosen === null) return ok(null);
    const files = partNames(chosen, kind, parts);
    const taken = files.find((file) => file !== chosen && existsSync(file));
    return taken === undefined ? ok(files) : err({ code: "write-failed", file: taken, reason: "a file of that name exists" });
  }

  const pathsFrom = { dialog: dialogs.chooseToOpen, waiting: () => context.waiting.take(), samples: context.samples };

  return {
    "file:export": async ({ ids, edited }) => {
      const groups = groupsThatFit(store, ids, edited);
      if (!groups.ok) return groups;
      // Edits without a row stand in the first file.
      const parts = groups.value.ids.length === 0 ? [[]] : groups.value.ids;
      const first = fileContent(context, parts[0] ?? [], edited, context.appVersion, groups.value.first);
      if (!first.ok) return first;
      const [only, ...more] = first.value.scenarios;
      const files = await choose(more.length === 0 && parts.length === 1 && only !== undefined ? only.title : "Lodestone scenarios", "lodestone", parts.length);
      if (!files.ok) return files;
      const done = { files: files.value ?? [], scenarios: 0, withoutResult: 0, decks: 0 };
      for (const [i, file] of done.files.entries()) {
        const content =
          i === 0
            ? first
            : fileContent(
                context,
                parts[i] ?? [],
                edited.filter(({ id }) => id !== null),
                context.appVersion,
              );
        if (!content.ok) return content;
        const written = writeAtomic(file, writeScenarioFile(content.value, sha256));
        if (!written.ok) return written;
        done.scenarios += content.value.scenarios.length;
        done.withoutResult += content.value.scenarios.filter(({ result }) => result === null).length;
        done.decks += content.value.decks?.length ?? 0;
      }
      return ok(done);
    },
    "file:open": async (input) => {
      const paths = input.from === "paths" ? input.paths : await pathsFrom[input.from]();
      if (paths === null || paths.length === 0) return ok(null);
      const read: Awaited<ReturnType<typeof preview>>[] = [];
      // An example's numbers are known as soon as it is here; what somebody else filed as a draft stays one.
      for (const place of paths) read.push(await preview(place, input.from === "samples"));
      const token = previews.keep(read.flatMap(([, file]) => (file === null ? [] : [file])));
      return ok({ token, files: read.map(([info]) => info) });
    },
    "file:import": async ({ token, choices }) => {
      const files = previews.take(token);
      const lines = files?.reduce((sum, file) => sum + file.lines.length, 0);
      if (files === null || lines !== choices.length) return err({ code: "bad-request", channel: "file:import", field: files === null ? "token" : "choices" });
      let at = 0;
      const chosen = files.map(({ content, lines: own }) => ({ content, lines: own, choices: choices.slice(at, (at += own.length)) }));
      const imported = await importChosen(context, chosen, computeHere);
      if (!imported.ok) return imported;
      const { scenarios, step } = imported.value;
      return ok({ scenarios, decks: step.decks.length, step: steps.keep(step) });
    },
    "file:turn-import": ({ step: name, way }) => {
      const step = steps.find(name);
      if (step === null) return err({ code: "bad-request", channel: "file:turn-import", field: "step" });
      return way === "undo" ? exchange.takeBack(step) : exchange.bringBack(step);
    },
    "file:save-chart": async ({ name, content }) => {
      const files = await choose(name, content.kind);
      if (!files.ok) return files;
      const [file] = files.value ?? [];
      if (file === undefined) return ok({ file: null });
      const written = writeAtomic(file, content.kind === "png" ? content.png : content.text);
      return written.ok ? ok({ file }) : written;
    },
  };
}
