/** `planner export`: scenarios of a database into `.lodestone` files, without a window. */
import { existsSync } from "node:fs";
import { countText } from "../../shared/format/words.ts";
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { FILE_EXTENSION, writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { partNames } from "../files/file-names.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { fileContent, groupsThatFit } from "../store/export-scenarios.ts";
import { appVersion } from "./app-version.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { storeHelp, storeOptions, storeToRead } from "./store-option.ts";

const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

export const exportCommand: Command = {
  help: `planner export --store FILE --out FILE${FILE_EXTENSION} (SCENARIO... | --all) [--force] [--json]

Writes scenarios to a file, with their stored results, the data behind these and the decks made of them. The database is not changed.
One with an unsaved draft is written as the draft, without a result. More than fits into one file goes into several, -1, -2 …

  SCENARIO...    ids or titles that "planner list" shows
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
    const { out } = values;
    if (out === undefined) return refuse(terminal, "export: --out FILE is missing.");
    if ((values.all === true) === positionals.length > 0) return refuse(terminal, "export: name scenarios by their ids or titles, or give --all.");
    const opened = storeToRead("export", values);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store, decks } = opened.value;
    try {
      const listed = store.list();
      if (!listed.ok) return refuse(terminal, errorLines(listed.error));
      const chosen = values.all === true ? ok(listed.value.filter(isAlive).map(({ id }) => id)) : idsOf(positionals, listed.value);
      if (!chosen.ok) return refuse(terminal, chosen.error);
      if (chosen.value.length === 0) return refuse(terminal, "export: there are no scenarios.");
      const groups = groupsThatFit(store, chosen.value, []);
      if (!groups.ok) return refuse(terminal, errorLines(groups.error));
      const files = partNames(out, FILE_EXTENSION.slice(1), groups.value.ids.length);
      const taken = values.force === true ? undefined : files.find((file) => existsSync(file));
      if (taken !== undefined) return refuse(terminal, `export: ${taken} exists; --force replaces it.`);
      const written = files.map((file, i) => ({ file, ids: groups.value.ids[i] ?? [] }));
      for (const [i, { file, ids }] of written.entries()) {
        const content = fileContent({ store, decks }, ids, [], appVersion(), i === 0 ? groups.value.first : []);
        if (!content.ok) return refuse(terminal, errorLines(content.error));
        const done = writeAtomic(file, writeScenarioFile(content.value, sha256));
        if (!done.ok) return refuse(terminal, errorLines(done.error));
      }
      terminal.out(
        values.json === true
          ? `${JSON.stringify(written, null, 1)}\n`
          : written.map(({ file, ids }) => `Wrote ${countText(ids.length, "scenario")} to ${file}.\n`).join(""),
      );
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

const isAlive = ({ trashedAt }: ScenarioSummary): boolean => trashedAt === null;

/** The scenarios named by id, or by a title that only one of them has; each once. */
function idsOf(names: readonly string[], scenarios: readonly ScenarioSummary[]): Result<readonly string[], string> {
  const alive = scenarios.filter(isAlive);
  const listText = (list: readonly ScenarioSummary[]): string => list.map(({ id, title }) => `\n  ${id}  ${title}`).join("");
  const ids = new Set<string>();
  for (const name of names) {
    const titled = alive.filter(({ title }) => title === name);
    const found = scenarios.find(({ id }) => id === name) ?? (titled.length === 1 ? titled[0] : undefined);
    if (found !== undefined) ids.add(found.id);
    else if (titled.length > 1) return err(`export: ${titled.length} scenarios have the title "${name}"; name one by its id:${listText(titled)}`);
    else return err(`export: "${name}" is not a scenario; ${alive.length === 0 ? "there are none." : `the scenarios are:${listText(alive)}`}`);
  }
  return ok([...ids]);
}
