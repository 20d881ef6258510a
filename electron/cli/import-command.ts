/** `planner import`: scenarios of `.lodestone` files into a database, without a window. */
import { existsSync } from "node:fs";
import { countText } from "../../shared/format/words.ts";
import { firstChoice, type ImportChoice, type ImportLine } from "../../shared/ipc/file-exchange.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { FILE_EXTENSION } from "../../shared/scenario/scenario-file.ts";
import type { ScenarioFile } from "../../shared/scenario/filed-scenario.ts";
import { computeWith } from "../compute-result.ts";
import { namedDataset } from "../dataset/named-dataset.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { type ChosenFile, type ComputeHere, importChosen, importLines } from "../store/import-scenarios.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import { errorLines, exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { storeHelp, storeOptions, storeToRead, storeToWrite } from "./store-option.ts";
import { textTable } from "./text-table.ts";

const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

/** `--existing` in the terms of the window's preview. */
const EXISTING: ReadonlyMap<string, ImportChoice> = new Map([
  ["copy", "new"],
  ["revision", "revision"],
  ["skip", "skip"],
]);

export const importCommand: ThreadedCommand = {
  help: `planner import --store FILE FILE${FILE_EXTENSION}... [--existing copy|revision|skip] [--preview] [--json]

Adds the scenarios of files to a database; all of them or none. The database is made when it does not exist.

  --existing WAY what becomes of a scenario whose id is here already: "copy" adds it beside the one that is here,
                 "revision" makes it the next revision of that one, "skip" passes it over; without this option it is
                 added as a copy unless it says the same
  --preview      say what would be added, and add nothing
${storeHelp}
`,
  run: async (args, terminal) => {
    const options = { ...storeOptions, existing: { type: "string" }, preview: { type: "boolean" } } as const;
    const parsed = readArguments("import", args, options, ANY_NUMBER);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const { store: place, existing, preview = false } = values;
    if (place === undefined) return refuse(terminal, "import: --store FILE is missing.");
    if (positionals.length === 0) return refuse(terminal, "import: name a file to import.");
    const way = existing === undefined ? null : EXISTING.get(existing);
    if (way === undefined) return refuse(terminal, `import: --existing takes ${[...EXISTING.keys()].join(", ")}, not "${existing}".`);
    const dataset = namedDataset(values.dataset);
    if (!dataset.ok) return refuse(terminal, errorLines(dataset.error));
    const contents = readAll(positionals, dataset.value);
    if (!contents.ok) return refuse(terminal, contents.error);
    const computed = computeWith(dataset.value);
    const compute: ComputeHere = (document) => computed(document, "file:import");
    const say = (files: readonly ChosenFile[], ids: readonly string[]): void => {
      const lines = outcomes(files, ids);
      terminal.out(values.json === true ? `${JSON.stringify(lines, null, 1)}\n` : outcomeText(lines));
    };

    if (preview && !existsSync(place)) {
      const files = await choose(null, contents.value, dataset.value, compute, way);
      if (!files.ok) return refuse(terminal, errorLines(files.error));
      say(files.value, []);
      return exitCode.done;
    }
    const opened = preview ? storeToRead("import", values) : storeToWrite("import", values, terminal);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store, exchange } = opened.value;
    try {
      const files = await choose(store, contents.value, dataset.value, compute, way);
      if (!files.ok) return refuse(terminal, errorLines(files.error));
      if (preview) {
        say(files.value, []);
        return exitCode.done;
      }
      const imported = await importChosen({ exchange }, files.value, compute);
      if (!imported.ok) return refuse(terminal, errorLines(imported.error));
      const { scenarios, step } = imported.value;
      const ids = scenarios.map(({ id }) => id);
      say(files.value, ids);
      if (values.json !== true && step.decks.length > 0) terminal.out(`${countText(step.decks.length, "deck")} came with them.\n`);
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

/** Every file, before the database is touched; or every one that cannot be read, by name. */
function readAll(places: readonly string[], dataset: Dataset): Result<readonly ScenarioFile[], string> {
  const contents: ScenarioFile[] = [];
  const refused: string[] = [];
  for (const place of places) {
    const read = readScenarioFileAt(place, dataset, sha256);
    if (read.ok) contents.push(read.value);
    else refused.push(errorLines(read.error));
  }
  return refused.length === 0 ? ok(contents) : err(refused.join("\n"));
}

async function choose(
  store: ScenarioStore | null,
  contents: readonly ScenarioFile[],
  dataset: Dataset,
  compute: ComputeHere,
  way: ImportChoice | null,
): Promise<Result<readonly ChosenFile[], AppError>> {
  const files: ChosenFile[] = [];
  for (const content of contents) {
    const lines = await importLines(store, content, dataset, compute);
    if (!lines.ok) return lines;
    const choices = lines.value.map((line) => (line.existing === null || way === null ? firstChoice(line) : way));
    files.push({ content, lines: lines.value, choices });
  }
  return ok(files);
}

interface Outcome {
  readonly what: "new" | "copy" | "revision" | "skipped" | "same, skipped";
  /** Of the scenario here; "" for a new one in a preview. */
  readonly id: string;
  readonly title: string;
  /** What the numbers are: see `ImportLine`. */
  readonly result: ImportLine["result"];
}

/** What became, or would become, of each scenario; `ids` are those of the imported ones, in order. */
function outcomes(files: readonly ChosenFile[], ids: readonly string[]): readonly Outcome[] {
  const left = ids.values();
  return files.flatMap(({ lines, choices }) =>
    lines.map(({ title, result, existing }, i): Outcome => {
      const choice = choices[i];
      if (choice === "skip") return { what: existing?.isSame === true ? "same, skipped" : "skipped", id: existing?.id ?? "", title, result };
      const what = existing === null ? "new" : choice === "revision" ? "revision" : "copy";
      return { what, id: left.next().value ?? (what === "revision" ? (existing?.id ?? "") : ""), title, result };
    }),
  );
}

const RESULT_TEXT: Readonly<Record<ImportLine["result"], string>> = {
  none: "draft without numbers",
  same: "computes to the same here",
  elsewhere: "from another model or other data",
  differs: "NOT what this model computes",
  unchecked: "not checked",
};

const outcomeText = (lines: readonly Outcome[]): string =>
  textTable(
    ["as", "id", "title", "numbers"],
    ["left", "left", "left", "left"],
    lines.map(({ what, id, title, result }) => [what, id, title, RESULT_TEXT[result]]),
  );
