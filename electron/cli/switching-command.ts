/** `planner switching`: for each uncertain number the value at which a scenario's target, or its rank beside another, would turn round. */
import { indicatorOf, outcomeOfTarget } from "../../shared/analysis/outcome.ts";
import type { Conclusion } from "../../shared/analysis/switching/conclusion.ts";
import { type SwitchingValues, switchingValues } from "../../shared/analysis/switching/switching-values.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Target } from "../../shared/scenario/scenario.ts";
import { yearOf } from "../../shared/time.ts";
import { type QuestionedConclusion, switchingView } from "../../shared/view/data/data-switching.ts";
import { analysisCommand } from "./analysis-command.ts";
import { readCount, readOutcome, readYear } from "./analysis-options.ts";
import { plannerInfo } from "./analysis-text.ts";
import { answerHelp, answerOptions, type CsvTable } from "./answer.ts";
import { basedTable, basisText, scenarioJson } from "./basis.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { mixedScenarios, packageOf, readScenario, sourceHelp, sourceOptions } from "./sources.ts";
import { readStudyOptions, runStudy, studyHelp, studyOptions } from "./study.ts";
import { textTable } from "./text-table.ts";

const DEFAULT_ROWS = 20;
const MOST_ROWS = 10_000;

const help = `planner switching [FILE.lodestone | ID | ID@N] [options]

For each number that an equation reads, all others equal, the value nearest to the one in use at which the scenario's target is met no longer,
or is met at last; with --against, at which it and another scenario change places. Most fragile first. The search goes three times as far as the number's range; runs are counted.

  --target P@YYYY    import dependence of at most P percent by then, in place of the scenario's target
  --mineral ID       the target is for this mineral; without it for all
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --against FILE|ID  rank against this scenario by import dependence, in place of the target; the changed number counts in both
  --against-scenario N
                     which scenario of that file, where it holds several
  --year YYYY        with --against: the year of the ranking (2035)
  --top N            show the N most fragile (${DEFAULT_ROWS}); JSON and CSV hold all
${sourceHelp}
${studyHelp}
${answerHelp}
`;

const options = {
  ...sourceOptions,
  ...studyOptions,
  ...answerOptions,
  target: { type: "string" },
  mineral: { type: "string" },
  scenario: { type: "string" },
  against: { type: "string" },
  "against-scenario": { type: "string" },
  year: { type: "string" },
  top: { type: "string" },
} as const;

export const switchingCommand = analysisCommand({
  name: "switching",
  help,
  options,
  most: 1,
  answer: async ({ values, positionals, model, terminal }) => {
    const top = readCount("top", values.top, DEFAULT_ROWS, 1, MOST_ROWS);
    if (!top.ok) return top;
    const scenario = await readScenario("switching", model, positionals[0], values);
    if (!scenario.ok) return scenario;
    const asked = values.against === undefined ? askTarget(values, scenario.value, model) : await askRanking(values, scenario.value, model);
    if (!asked.ok) return asked;
    const study = readStudyOptions(values);
    if (!study.ok) return study;
    const { question, conclusion, notes, scenarios } = asked.value;
    const found = await runStudy(model, study.value, terminal, ({ runner, control }) => switchingValues(runner, conclusion, control("runs")));
    if (found === "cancelled") return ok(found);
    const { dataset } = model;
    return ok({
      text: () => report(dataset, question, found, top.value, notes) + basisText(dataset, scenarios),
      json: () => ({
        planner: plannerInfo(dataset),
        conclusion: question,
        scenarios: scenarios.map((one) => scenarioJson(dataset, one)),
        ...found,
        rows: found.rows.map(({ parameter, at }) => ({ ...parameter, at })),
      }),
      table: () => tableOf(dataset, scenario.value, found),
    });
  },
});

function report(dataset: Dataset, question: QuestionedConclusion, found: SwitchingValues, top: number, notes: readonly string[]): string {
  const { finding, summary, lines } = switchingView(dataset, question, found);
  const table = textTable(
    ["number", "where", "value", "turns at", "unit", "range", "how far"],
    ["left", "left", "right", "right", "left", "left", "left"],
    lines.slice(0, top).map((line) => [line.name, line.place, line.value, line.at, line.unit, line.range, line.verdict]),
  );
  return `${finding}.\n${notes.join("")}${summary}\n${lines.length === 0 ? "" : table}\n`;
}

/** Every number that was asked about, most fragile first; no turn is an empty cell. */
const tableOf = (dataset: Dataset, scenario: NamedScenario, { rows, holds }: SwitchingValues): CsvTable =>
  basedTable(
    dataset,
    ["scenario", "holds", "mineral", "stage", "parameter", "value", "low", "high", "turns_at", "fragility"],
    rows.map(({ parameter: { mineral, stage, key, value, low, high }, at, fragility }) => ({
      cells: [scenario.title, holds ? 1 : 0, mineral, stage, key, value, low, high, at, fragility],
      scenario,
    })),
  );

interface Asked {
  readonly question: QuestionedConclusion;
  readonly conclusion: Conclusion;
  /** Lines about what two scenarios do not share. */
  readonly notes: readonly string[];
  readonly scenarios: readonly NamedScenario[];
}

interface Options {
  readonly target?: string | undefined;
  readonly mineral?: string | undefined;
  readonly against?: string | undefined;
  readonly "against-scenario"?: string | undefined;
  readonly year?: string | undefined;
  readonly store?: string | undefined;
  readonly dataset?: string | undefined;
}

function askTarget(asked: Options, scenario: NamedScenario, { dataset }: Model): Result<Asked, string> {
  if (asked.year !== undefined || asked["against-scenario"] !== undefined) return err("switching: --year and --against-scenario need --against FILE.");
  const target = asked.target === undefined ? ok(scenario.target) : readTarget(asked.target, asked.mineral, dataset);
  if (!target.ok) return target;
  if (target.value === null) return err("switching: the scenario has no target; write one, such as --target 50@2035, or another scenario with --against FILE.");
  const { year, value } = target.value;
  const outcome = outcomeOfTarget(target.value);
  return ok({
    question: { kind: "target", outcome, year, value },
    conclusion: {
      scenario: packageOf(scenario),
      measure: { kind: "year", outcome, year },
      better: indicatorOf(outcome).better === "up" ? "up" : "down",
      against: { kind: "value", value },
    },
    notes: [],
    scenarios: [scenario],
  });
}

async function askRanking(asked: Options, scenario: NamedScenario, model: Model): Promise<Result<Asked, string>> {
  if (asked.target !== undefined) return err("switching: --target and --against are two questions; ask one at a time.");
  const { store, dataset } = asked;
  const other = await readScenario("switching", model, asked.against, { store, dataset, scenario: asked["against-scenario"] });
  if (!other.ok) return err(other.error.replace("--scenario", "--against-scenario"));
  const year = readYear(asked.year, model);
  if (!year.ok) return year;
  const outcome = readOutcome({ mineral: asked.mineral }, model.dataset);
  if (!outcome.ok) return outcome;
  return ok({
    question: { kind: "ranking", outcome: outcome.value, year: year.value, titles: [scenario.title, other.value.title] },
    conclusion: {
      scenario: packageOf(scenario),
      measure: { kind: "year", outcome: outcome.value, year: year.value },
      better: "down",
      against: { kind: "scenario", other: packageOf(other.value) },
    },
    notes: mixedScenarios([scenario, other.value]),
    scenarios: [scenario, other.value],
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
