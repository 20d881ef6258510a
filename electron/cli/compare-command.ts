/** `planner compare`: scenarios held against each other, lever by lever and outcome by outcome. */
import { type CompareItem, compareScenarios, type Mixed, type ScenarioComparison } from "../../shared/analysis/compare.ts";
import { HEADLINE, type Outcome, outcomeName } from "../../shared/analysis/outcome.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { readerOfResult, resultOfRun } from "../../shared/indicator/result-of-run.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import { createRun } from "../../shared/model/run.ts";
import { simulate } from "../../shared/model/simulate.ts";
import { ok } from "../../shared/result.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import {
  datasetOption,
  outcomeHelp,
  outcomeOptions,
  readCount,
  readModel,
  readOutcome,
  readScenarios,
  scenarioHelp,
  scenarioOptions,
} from "./analysis-options.ts";
import { amountText, changeText, costText, jsonText, plannerInfo, scaleOf, settingsText } from "./analysis-text.ts";
import { type Command, exitCode, readArguments, refuse } from "./command.ts";
import { defaultYears } from "./result-years.ts";
import { type NamedScenario, statusQuoScenario } from "./scenario-options.ts";
import { parseYearsOption } from "./set-option.ts";
import { textTable } from "./text-table.ts";

const MAX_FILES = 20;

const help = `planner compare FILE.lodestone... [options]

Holds the scenarios of the files against each other: status quo is number 0, the scenarios follow from 1 on.
Levers that differ, then values and differences from the reference by year.

  --reference N      the scenario that the others are held against (default 0, status quo)
  --years Y,Y,...    years to show
${outcomeHelp}
                     (default: import dependence of all and of each mineral)
${scenarioHelp}
`;

const options = {
  ...scenarioOptions,
  ...outcomeOptions,
  ...datasetOption,
  reference: { type: "string" },
  years: { type: "string" },
  json: { type: "boolean" },
} as const;

export const compareCommand: Command = {
  help,
  run: (args, terminal) => {
    const parsed = readArguments("compare", args, options, MAX_FILES);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const { dataset } = model.value;
    const scenarios = readScenarios(model.value, positionals, values);
    if (!scenarios.ok) return refuse(terminal, scenarios.error);
    const outcome = readOutcome(values, dataset);
    if (!outcome.ok) return refuse(terminal, outcome.error);
    const reference = readCount("reference", values.reference, 0, 0, scenarios.value.length);
    if (!reference.ok) return refuse(terminal, reference.error);
    const years = values.years === undefined ? ok(defaultYears(model.value.years)) : parseYearsOption(values.years, model.value.years);
    if (!years.ok) return refuse(terminal, years.error);

    const all = [statusQuoScenario(dataset), ...scenarios.value];
    const items = all.map((scenario) => itemOf(model.value, scenario));
    const isNamed = values.indicator !== undefined || values.mineral !== undefined;
    const comparison = compareScenarios(dataset, items, {
      reference: reference.value,
      outcomes: isNamed ? [outcome.value] : headlines(dataset),
      years: years.value,
    });
    terminal.out(values.json === true ? jsonText(jsonOf(dataset, all, comparison)) : report(dataset, all, comparison));
    return exitCode.done;
  },
};

const headlines = (dataset: Dataset): readonly Outcome[] => [
  HEADLINE,
  ...dataset.minerals.map(({ id }): Outcome => ({ indicator: "dependence", mineral: id, stage: null })),
];

function itemOf(model: Model, scenario: NamedScenario): CompareItem {
  const run = createRun(model);
  const vector = parameterVector(model, scenario.assumptions);
  if (!vector.ok) throw new Error("assumptions were checked when the file was read");
  simulate(model, scenario.inputs, run, { vector: vector.value });
  const result = resultOfRun(model, run, scenario.inputs, model.dataset.vintage);
  return {
    title: scenario.title,
    scenario,
    result: readerOfResult(result),
    modelVersion: result.planner.model_version,
    dataVintage: result.planner.data_vintage,
  };
}

const marks: Readonly<Record<keyof Mixed, string>> = {
  worlds: "They stand in different worlds.",
  events: "They meet different disruptions.",
  assumptions: "They rest on different assumptions.",
  dataVintages: "They rest on different data.",
  modelVersions: "They were computed by different models.",
};

const mixedMarks = (mixed: Mixed): readonly string[] => (Object.keys(marks) as (keyof Mixed)[]).filter((key) => mixed[key]).map((key) => marks[key]);

function report(dataset: Dataset, scenarios: readonly NamedScenario[], { reference, years, mixed, levers, outcomes, cost }: ScenarioComparison): string {
  const numbers = scenarios.map((_, i) => (i === reference ? `${i} (reference)` : String(i)));
  const head = textTable(
    ["", "scenario", "world", "public cost", "difference"],
    ["left", "left", "left", "right", "right"],
    scenarios.map((scenario, i) => [
      numbers[i]!,
      scenario.title,
      worldName(dataset, scenario.inputs),
      costText(dataset, cost.values[i]!),
      i === reference ? "" : cost.differences[i] === 0 ? "no change" : `${cost.differences[i]! > 0 ? "+" : ""}${costText(dataset, cost.differences[i]!)}`,
    ]),
  );
  const leverTable =
    levers.length === 0
      ? "No lever differs.\n"
      : textTable(
          ["lever", ...numbers],
          ["left", ...numbers.map(() => "left" as const)],
          levers.map(({ lever, settings }) => [lever.id, ...settings.map((one) => settingsText(lever, one))]),
        );
  const rows = outcomes.flatMap(({ outcome, values, differences }) => {
    const scale = scaleOf(dataset, outcome, values.flat());
    return years.map((year, y) => [
      outcomeName(outcome),
      String(year),
      ...values.map((row, i) => (i === reference ? amountText(row[y], scale) : `${amountText(row[y], scale)} (${changeText(differences[i]![y], scale)})`)),
    ]);
  });
  const outcomeTable = textTable(["outcome", "year", ...numbers], ["left", "right", ...numbers.map(() => "right" as const)], rows);
  return [head, ...mixedMarks(mixed).map((mark) => `${mark}\n`), leverTable, outcomeTable].join("\n");
}

const jsonOf = (dataset: Dataset, scenarios: readonly NamedScenario[], { reference, years, mixed, levers, outcomes, cost }: ScenarioComparison) => ({
  planner: plannerInfo(dataset),
  reference,
  scenarios: scenarios.map(({ title, inputs }, i) => ({ title, inputs, cost_musd_per_yr: cost.values[i], cost_difference: cost.differences[i] })),
  mixed,
  years,
  levers: levers.map(({ lever, settings, differs }) => ({ lever: lever.id, settings, differs })),
  outcomes: outcomes.map(({ outcome, values, differences }) => ({ ...outcome, values, differences })),
});
