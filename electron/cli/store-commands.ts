/** `planner list`, `check-store`, `backup`, `restore`: a scenario database without a window. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import type { BackupInfo } from "../../shared/ipc/store-opening.ts";
import { scenarioCode } from "../../shared/scenario/scenario-code.ts";
import { listBackups } from "../store/backup.ts";
import { checkStore } from "../store/check-store.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { storeHelp, storeOptions, storeToRead, storeToWrite } from "./store-option.ts";
import { textTable } from "./text-table.ts";

export const listCommand: Command = {
  help: `planner list --store FILE [--search WORDS] [--trash] [--json]

Lists the scenarios of a database, last changed first. Nothing is changed.

  --search WORDS those whose labels hold every word
  --trash        those in the trash
${storeHelp}
`,
  run: (args, terminal) => {
    const parsed = readArguments("list", args, { ...storeOptions, search: { type: "string" }, trash: { type: "boolean" } }, 0);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values } = parsed.value;
    const opened = storeToRead("list", values);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store } = opened.value;
    try {
      const listed = values.search === undefined ? store.list() : store.search(values.search);
      if (!listed.ok) return refuse(terminal, errorLines(listed.error));
      const shown = listed.value.filter(({ trashedAt }) => (trashedAt !== null) === (values.trash === true));
      const lines = shown.map((summary) => Object.assign({ code: codeOf(store, summary.id) }, summary));
      terminal.out(values.json === true ? `${JSON.stringify(lines, null, 1)}\n` : listText(lines));
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

/** The code of what the scenario says now; "" where it cannot be read, which `check-store` explains. */
function codeOf(store: ScenarioStore, id: string): string {
  const document = store.document(id);
  return document.ok ? scenarioCode(document.value) : "";
}

function listText(lines: readonly (ScenarioSummary & { readonly code: string })[]): string {
  if (lines.length === 0) return "No scenarios.\n";
  return textTable(
    ["id", "code", "title", "revision", "draft", "changed (UTC)", "dependence", "cost M/yr", "data"],
    ["left", "left", "left", "right", "left", "left", "right", "right", "left"],
    lines.map((line) => [
      line.id,
      line.code,
      line.title,
      String(line.revision),
      line.hasUnsavedDraft ? "unsaved" : "",
      timeText(line.changedAt),
      line.headline === null ? "" : `${(100 * line.headline).toFixed(1)}% ${line.headlineYear ?? ""}`,
      line.costMusdPerYr === null ? "" : line.costMusdPerYr.toFixed(1),
      line.dataVintage ?? "",
    ]),
  );
}

export const checkStoreCommand: Command = {
  help: `planner check-store --store FILE [--json]

Checks a database without changing it: structure, references, and every document, result and dataset against its checksum.
Exit 1 when something is wrong.

  --store FILE   the scenario database
  --json         the same for machines
`,
  run: (args, terminal) => {
    const parsed = readArguments("check-store", args, { store: { type: "string" }, json: { type: "boolean" } }, 0);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { store, json } = parsed.value.values;
    if (store === undefined) return refuse(terminal, "check-store: --store FILE is missing.");
    const checked = checkStore(resolve(store));
    if (!checked.ok) return refuse(terminal, errorLines(checked.error));
    const { schema, newestSchema, rows, problems } = checked.value;
    if (json === true) terminal.out(`${JSON.stringify(checked.value, null, 1)}\n`);
    else {
      terminal.out(`Schema version ${schema}${schema === newestSchema ? "" : ` (newest: ${newestSchema})`}\n`);
      terminal.out(
        Object.entries(rows)
          .map(([table, count]) => `${table.padEnd(16)}${count}\n`)
          .join(""),
      );
      terminal.out(problems.length === 0 ? "Nothing wrong found.\n" : problems.map((problem) => `WRONG  ${problem}\n`).join(""));
    }
    return problems.length === 0 ? exitCode.done : exitCode.finding;
  },
};

export const backupCommand: Command = {
  help: `planner backup --store FILE [--list] [--json]

Makes a checked backup of a database in the folder "backups" beside it, and lets the rotation give up old ones.

  --list         lists the backups and makes none
${storeHelp}
`,
  run: (args, terminal) => {
    const parsed = readArguments("backup", args, { ...storeOptions, list: { type: "boolean" } }, 0);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values } = parsed.value;
    const missing = missingStore("backup", values.store);
    if (missing !== null) return refuse(terminal, missing);
    const opened = values.list === true ? storeToRead("backup", values) : storeToWrite("backup", values, terminal);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store, backups } = opened.value;
    try {
      const made = values.list === true ? backups.list() : backups.make();
      if (!made.ok) return refuse(terminal, errorLines(made.error));
      const listed = "name" in made.value ? [made.value] : made.value;
      terminal.out(values.json === true ? `${JSON.stringify(made.value, null, 1)}\n` : backupText(listed));
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

export const restoreCommand: Command = {
  help: `planner restore --store FILE BACKUP [--json]

Puts a backup in the place of a database. The present state becomes a backup first, so that this can be undone.

  BACKUP         a name that "planner backup --list" shows, or "latest"
${storeHelp}
`,
  run: (args, terminal) => {
    const parsed = readArguments("restore", args, storeOptions, 1);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const missing = missingStore("restore", values.store);
    // One that is lost comes back from its backups.
    if (missing !== null && listBackups(resolve(values.store!)).length === 0) return refuse(terminal, missing);
    const opened = storeToWrite("restore", values, terminal);
    if (!opened.ok) return refuse(terminal, opened.error);
    const { store, backups } = opened.value;
    try {
      const listed = backups.list();
      if (!listed.ok) return refuse(terminal, errorLines(listed.error));
      const [asked] = positionals;
      const chosen = asked === "latest" ? listed.value[0] : listed.value.find(({ name }) => name === asked);
      if (chosen === undefined) {
        const names = listed.value.map(({ name }) => `  ${name}\n`).join("");
        return refuse(
          terminal,
          `restore: ${asked === undefined ? "name a backup" : `"${asked}" is not a backup`}; the backups are${names === "" ? " none." : `:\n${names.trimEnd()}`}`,
        );
      }
      const restored = backups.restore(chosen.name);
      if (!restored.ok) return refuse(terminal, errorLines(restored.error));
      const answer = { restored: chosen.name, before: restored.value.name };
      terminal.out(values.json === true ? `${JSON.stringify(answer, null, 1)}\n` : `Restored ${answer.restored}.\nThe state before it is ${answer.before}.\n`);
      return exitCode.done;
    } finally {
      store.close();
    }
  },
};

/** A mistyped name would otherwise make a new, empty database. */
const missingStore = (command: string, file: string | undefined): string | null =>
  file === undefined || existsSync(file) ? null : `${command}: ${file} does not exist.`;

const backupText = (backups: readonly BackupInfo[]): string =>
  backups.length === 0
    ? "No backups.\n"
    : textTable(
        ["name", "made (UTC)", "why", "kB"],
        ["left", "left", "left", "right"],
        backups.map(({ name, madeAt, kind, bytes }) => [name, timeText(madeAt), kind.replaceAll("-", " "), (bytes / 1000).toFixed(0)]),
      );

const timeText = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");
