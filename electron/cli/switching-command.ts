/** `planner switching`: for each uncertain number the value at which a target of a scenario would be met no longer, or at last. */
import { switchingValues } from "../../shared/analysis/switching-values.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument, Target } from "../../shared/scenario/scenario.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { outcomeOfTarget } from "../../shared/analysis/outcome.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { yearOf } from "../../shared/time.ts";
import { switchingView } from "../../shared/view/data-switching.ts";
import { openWorkerPool } from "../analysis/worker-pool.ts";
import { loadDataset, sha256 } from "../dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../dataset/shipped-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { errorLines, exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { textTable } from "./text-table.ts";

const help = `planner switching [FILE.lodestone] [options]

For each number that an equation reads, all others equal, the value nearest to the one in use at which the scenario's target is met no longer,
or is met at last. Most fragile first. The search goes three times as far as the number's range; runs are counted.

  --target P@YYYY    import dependence of at most P percent by then, in place of FILE's target
  --mineral ID       the target is for this mineral; without it for all
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --top N            show the N most fragile (20)
  --json             all rows for machines
  --dataset DIR      another dataset
`;

const options = {
  target: { type: "string" },
  mineral: { type: "string" },
  scenario: { type: "string" },
  top: { type: "string" },
  json: { type: "boolean" },
  dataset: { type: "string" },
} as const;

export const switchingCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("switching", args, options, 1);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const top = values.top ?? "20";
    if (!/^[1-9]\d*$/.test(top)) return refuse(terminal, `--top ${top}: write a whole number from 1.`);
    const loaded = loadDataset(values.dataset ?? shippedDatasetFolder(resourcesFolder(import.meta.url)));
    if (!loaded.ok) return refuse(terminal, errorLines(loaded.error));
    const dataset = loaded.value;
    const document = readDocument(positionals[0], values.scenario, dataset);
    if (!document.ok) return refuse(terminal, document.error);
    const target = values.target === undefined ? ok(document.value.target) : readTarget(values.target, values.mineral, dataset);
    if (!target.ok) return refuse(terminal, target.error);
    if (target.value === null) return refuse(terminal, "switching: the scenario has no target; write one, such as --target 50@2035.");
    const { mineral, year, value } = target.value;
    const pool = await openWorkerPool(compileModel(dataset));
    try {
      const found = await switchingValues(pool, {
        scenario: document.value,
        measure: { kind: "year", outcome: outcomeOfTarget(target.value), year },
        better: "down",
        against: { kind: "value", value },
      });
      if (found === "cancelled") return exitCode.done;
      if (values.json === true) {
        terminal.out(`${JSON.stringify({ target: target.value, ...found, rows: found.rows.map((row) => ({ ...row.parameter, at: row.at })) }, null, 1)}\n`);
        return exitCode.done;
      }
      const view = switchingView(dataset, { kind: "target", mineral, year, value }, found);
      const rows = view.lines.slice(0, Number(top)).map((line) => [line.name, line.place, line.value, line.at, line.unit, line.range, line.verdict]);
      const table = textTable(
        ["number", "where", "value", "turns at", "unit", "range", "how far"],
        ["left", "left", "right", "right", "left", "left", "left"],
        rows,
      );
      terminal.out(`${view.finding}.\n${view.summary}\n${rows.length === 0 ? "" : table}`);
      return exitCode.done;
    } finally {
      await pool.close();
    }
  },
};

function readDocument(
  file: string | undefined,
  number: string | undefined,
  dataset: Dataset,
): Result<Pick<ScenarioDocument, "inputs" | "assumptions" | "target">, string> {
  if (file === undefined) return ok(statusQuoDocument(dataset.worlds[0]?.id ?? ""));
  const read = readScenarioFileAt(file, dataset, sha256);
  if (!read.ok) return err(errorLines(read.error));
  const { scenarios } = read.value;
  if (number === undefined && scenarios.length > 1) return err(`${file} holds ${scenarios.length} scenarios; choose one with --scenario.`);
  const scenario = /^\d+$/.test(number ?? "1") ? scenarios[Number(number ?? "1") - 1] : undefined;
  return scenario === undefined ? err(`--scenario ${number} is not in ${file}; it holds ${scenarios.length}.`) : ok(scenario);
}

function readTarget(text: string, mineral: string | undefined, dataset: Dataset): Result<Target, string> {
  const match = /^(\d+(?:\.\d+)?)%?@(\d{4})$/.exec(text);
  const first = yearOf(dataset.start);
  const last = first + dataset.months / 12 - 1;
  const year = Number(match?.[2]);
  if (!match || Number(match[1]) > 100 || year < first || year > last)
    return err(`--target ${text}: write a percentage from 0 to 100 and a year from ${first} to ${last}, such as 50@2035.`);
  const minerals = dataset.minerals.map(({ id }) => id);
  if (mineral !== undefined && !minerals.includes(mineral)) return err(`--mineral ${mineral}: the minerals are ${minerals.join(", ")}.`);
  return ok({ indicator: "dependence", mineral: mineral ?? null, value: Number(match[1]) / 100, year });
}
