/** `planner switching`: for each uncertain number the value at which a scenario's target, or its rank beside another, would turn round. */
import { outcomeOfTarget } from "../../shared/analysis/outcome.ts";
import { type Conclusion, switchingValues } from "../../shared/analysis/switching-values.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Target } from "../../shared/scenario/scenario.ts";
import { yearOf } from "../../shared/time.ts";
import { type QuestionedConclusion, switchingView } from "../../shared/view/data-switching.ts";
import { openWorkerPool } from "../analysis/worker-pool.ts";
import { readModel, readOutcome, readYear } from "./analysis-options.ts";
import { exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { type NamedScenario, scenarioAt } from "./scenario-options.ts";
import { mixedScenarios, packageOf } from "./sources.ts";
import { textTable } from "./text-table.ts";

const help = `planner switching [FILE.lodestone] [options]

For each number that an equation reads, all others equal, the value nearest to the one in use at which the scenario's target is met no longer,
or is met at last; with --against, at which it and another scenario change places. Most fragile first. The search goes three times as far as the number's range; runs are counted.

  --target P@YYYY    import dependence of at most P percent by then, in place of FILE's target
  --mineral ID       the target is for this mineral; without it for all
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --against FILE     rank against this scenario by import dependence, in place of the target; the changed number counts in both
  --against-scenario N
                     which scenario of that file, where it holds several
  --year YYYY        with --against: the year of the ranking (2035)
  --top N            show the N most fragile (20)
  --json             all rows for machines
  --dataset DIR      another dataset, a folder or a zip file
`;

const options = {
  target: { type: "string" },
  mineral: { type: "string" },
  scenario: { type: "string" },
  against: { type: "string" },
  "against-scenario": { type: "string" },
  year: { type: "string" },
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
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const { dataset } = model.value;
    const scenario = scenarioAt("switching", positionals[0], values.scenario, dataset);
    if (!scenario.ok) return refuse(terminal, scenario.error);
    const asked = values.against === undefined ? askTarget(values, scenario.value, model.value) : askRanking(values, scenario.value, model.value);
    if (!asked.ok) return refuse(terminal, asked.error);
    const { question, conclusion, notes } = asked.value;
    const pool = await openWorkerPool(model.value);
    try {
      const found = await switchingValues(pool, conclusion);
      if (found === "cancelled") return exitCode.done;
      if (values.json === true) {
        terminal.out(
          `${JSON.stringify({ conclusion: question, assumptions: scenario.value.assumptions, ...found, rows: found.rows.map((row) => ({ ...row.parameter, at: row.at })) }, null, 1)}\n`,
        );
        return exitCode.done;
      }
      const view = switchingView(dataset, question, found);
      const rows = view.lines.slice(0, Number(top)).map((line) => [line.name, line.place, line.value, line.at, line.unit, line.range, line.verdict]);
      const table = textTable(
        ["number", "where", "value", "turns at", "unit", "range", "how far"],
        ["left", "left", "right", "right", "left", "left", "left"],
        rows,
      );
      terminal.out(`${view.finding}.\n${notes.join("")}${view.summary}\n${rows.length === 0 ? "" : table}`);
      return exitCode.done;
    } finally {
      await pool.close();
    }
  },
};

interface Asked {
  readonly question: QuestionedConclusion;
  readonly conclusion: Conclusion;
  /** Lines about what two scenarios do not share. */
  readonly notes: readonly string[];
}

interface Options {
  readonly target?: string | undefined;
  readonly mineral?: string | undefined;
  readonly against?: string | undefined;
  readonly "against-scenario"?: string | undefined;
  readonly year?: string | undefined;
}

function askTarget(asked: Options, scenario: NamedScenario, { dataset }: Model): Result<Asked, string> {
  if (asked.year !== undefined || asked["against-scenario"] !== undefined) return err("switching: --year and --against-scenario need --against FILE.");
  const target = asked.target === undefined ? ok(scenario.target) : readTarget(asked.target, asked.mineral, dataset);
  if (!target.ok) return target;
  if (target.value === null) return err("switching: the scenario has no target; write one, such as --target 50@2035, or another scenario with --against FILE.");
  const { mineral, year, value } = target.value;
  return ok({
    question: { kind: "target", mineral, year, value },
    conclusion: {
      scenario: packageOf(scenario),
      measure: { kind: "year", outcome: outcomeOfTarget(target.value), year },
      better: "down",
      against: { kind: "value", value },
    },
    notes: [],
  });
}

function askRanking(asked: Options, scenario: NamedScenario, model: Model): Result<Asked, string> {
  if (asked.target !== undefined) return err("switching: --target and --against are two questions; ask one at a time.");
  const other = scenarioAt("switching", asked.against, asked["against-scenario"], model.dataset);
  if (!other.ok) return err(other.error.replace("--scenario", "--against-scenario"));
  const year = readYear(asked.year, model);
  if (!year.ok) return year;
  const outcome = readOutcome({ mineral: asked.mineral }, model.dataset);
  if (!outcome.ok) return outcome;
  return ok({
    question: { kind: "ranking", mineral: asked.mineral ?? null, year: year.value, titles: [scenario.title, other.value.title] },
    conclusion: {
      scenario: packageOf(scenario),
      measure: { kind: "year", outcome: outcome.value, year: year.value },
      better: "down",
      against: { kind: "scenario", other: packageOf(other.value) },
    },
    notes: mixedScenarios([scenario, other.value]),
  });
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
