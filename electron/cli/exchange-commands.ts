/** `planner export` and `planner import`: scenarios between a database and `.lodestone` files, without a window. */
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { FILE_EXTENSION, type FiledScenario, writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import { loadDataset, sha256 } from "../dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../dataset/shipped-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { importFiled, toFiled } from "../store/exchange.ts";
import { appVersion } from "./app-version.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { storeHelp, storeOptions, storeToRead, storeToWrite } from "./store-option.ts";

const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

export const exportCommand: Command = {
  help: `planner export --store FILE --out FILE${FILE_EXTENSION} (ID... | --all) [--force] [--json]

Writes scenarios, with their stored results, to a file. The database is not changed.

  ID...          ids that "planner list" shows
  --all          every scenario that is not in the trash
  --out FILE     the file to write
  --force        replace the file if it exists
${storeHelp}
`,
  run: (args, terminal) => {
    const options = { ...storeOptions, out: { type: "string" }, all: { type: "boolean" }, force: { type: "boolean" } } as const;
    const parsed = readArguments("export", args, options, ANY_NUMBER);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    if (values.out === undefined) return refuse(terminal, "export: --out FILE is missing.");
    const out = extname(values.out) === "" ? `${values.out}${FILE_EXTENSION}` : values.out;
    if (values.force !== true && existsSync(out)) return refuse(terminal, `export: ${out} exists; --force replaces it.`);
    if ((values.all === true) === positionals.length > 0) return refuse(terminal, "export: name scenarios by their ids, or give --all.");
    const opened = storeToRead("export", values);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store } = opened.value;
    try {
      const listed = store.list();
      if (!listed.ok) return refuse(terminal, errorLines(listed.error));
      const known = listed.value.filter(({ trashedAt }) => trashedAt === null);
      const unknown = positionals.find((id) => !listed.value.some((summary) => summary.id === id));
      if (unknown !== undefined) {
        return refuse(terminal, `export: "${unknown}" is not a scenario; the scenarios are:\n${known.map(({ id, title }) => `  ${id}  ${title}`).join("\n")}`);
      }
      const scenarios = toFiled(store, values.all === true ? known.map(({ id }) => id) : positionals);
      if (!scenarios.ok) return refuse(terminal, errorLines(scenarios.error));
      if (scenarios.value.length === 0) return refuse(terminal, "export: there are no scenarios.");
      const written = writeAtomic(out, writeScenarioFile({ app: appVersion(), scenarios: scenarios.value }, sha256));
      if (!written.ok) return refuse(terminal, errorLines(written.error));
      const ids = scenarios.value.map(({ id }) => id);
      terminal.out(
        values.json === true
          ? `${JSON.stringify({ file: out, ids }, null, 1)}\n`
          : `Wrote ${ids.length === 1 ? "1 scenario" : `${ids.length} scenarios`} to ${out}.\n`,
      );
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

export const importCommand: Command = {
  help: `planner import --store FILE FILE${FILE_EXTENSION}... [--json]

Adds the scenarios of files to a database, as new scenarios; all of them or none. The database is made when it does not exist.

${storeHelp}
`,
  run: (args, terminal) => {
    const parsed = readArguments("import", args, storeOptions, ANY_NUMBER);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    if (values.store === undefined) return refuse(terminal, "import: --store FILE is missing.");
    if (positionals.length === 0) return refuse(terminal, "import: name a file to import.");
    const dataset = loadDataset(values.dataset ?? shippedDatasetFolder(resourcesFolder(import.meta.url)));
    if (!dataset.ok) return refuse(terminal, errorLines(dataset.error));
    // Every file is read before the database is touched.
    const scenarios: FiledScenario[] = [];
    for (const file of positionals) {
      const read = readScenarioFileAt(file, dataset.value, sha256);
      if (!read.ok) return refuse(terminal, errorLines(read.error));
      scenarios.push(...read.value.scenarios);
    }
    const opened = storeToWrite("import", values, terminal);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store, exchange } = opened.value;
    try {
      const imported = importFiled(exchange, scenarios);
      if (!imported.ok) return refuse(terminal, errorLines(imported.error));
      const lines = imported.value.map((id, i) => ({ id, title: scenarios[i]?.title ?? "" }));
      terminal.out(values.json === true ? `${JSON.stringify(lines, null, 1)}\n` : lines.map(({ id, title }) => `${id}  ${title}\n`).join(""));
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};
