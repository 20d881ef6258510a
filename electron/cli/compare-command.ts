/** `planner compare`: scenarios held against each other, lever by lever and outcome by outcome. */
import { type CompareItem, compareScenarios, type ScenarioComparison } from "../../shared/analysis/compare.ts";
import { HEADLINE, type Outcome, outcomeName } from "../../shared/analysis/outcome.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { readerOfResult } from "../../shared/indicator/result-of-run.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { createRun, type Run } from "../../shared/model/run.ts";
import { ok } from "../../shared/result.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { analysisCommand } from "./analysis-command.ts";
import { outcomeHelp, outcomeOptions, readCount, readOutcome } from "./analysis-options.ts";
import { amountText, costText, differenceText, plannerInfo, scaleOf, settingsText } from "./analysis-text.ts";
import { answerHelp, answerOptions, type CsvTable } from "./answer.ts";
import { basedTable, basisText, scenarioJson } from "./basis.ts";
import { defaultYears } from "./result-years.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { scenarioResult } from "./scenario-result.ts";
import { parseYearsOption } from "./set-option.ts";
import { besideStatusQuo, mixedMarks, packageOf, readScenarios, sourceHelp, sourceOptions } from "./sources.ts";
import { textTable } from "./text-table.ts";

const MAX_FILES = 20;

const help = `planner compare (FILE.lodestone | ID | ID@N)... [options]

Holds scenarios against each other: status quo is number 0, the scenarios of the files and of the database follow from 1 on.
Levers that differ, then values and differences from the reference by year. Status quo stands in the scenarios' world where they share one.

  --reference N      the scenario that the others are held against (default 0, status quo)
  --stored           the results that were stored with revisions and files, as they are; without it everything is computed anew
  --years Y,Y,...    years to show
${outcomeHelp}
                     (default: import dependence of all and of each mineral)
${sourceHelp}
${answerHelp}
`;

const options = {
  ...sourceOptions,
  ...outcomeOptions,
  ...answerOptions,
  reference: { type: "string" },
  stored: { type: "boolean" },
  years: { type: "string" },
} as const;

export const compareCommand = analysisCommand({
  name: "compare",
  help,
  options,
  most: MAX_FILES,
  answer: async ({ values, positionals, model }) => {
    const { dataset } = model;
    const scenarios = await readScenarios("compare", model, positionals, values);
    if (!scenarios.ok) return scenarios;
    const outcome = readOutcome(values, dataset);
    if (!outcome.ok) return outcome;
    const all = besideStatusQuo(model, scenarios.value);
    const reference = readCount("reference", values.reference, 0, 0, all.length - 1);
    if (!reference.ok) return reference;
    const years = values.years === undefined ? ok(defaultYears(model.years)) : parseYearsOption(values.years, model.years);
    if (!years.ok) return years;

    const run = createRun(model);
    const items = all.map((scenario) => itemOf(model, run, scenario, values.stored === true));
    const isNamed = values.indicator !== undefined || values.mineral !== undefined;
    const comparison = compareScenarios(dataset, items, {
      reference: reference.value,
      outcomes: isNamed ? [outcome.value] : headlines(dataset),
      years: years.value,
    });
    return ok({
      text: () => `${report(dataset, all, comparison)}\n${basisText(dataset, all)}`,
      json: () => jsonOf(dataset, items, comparison),
      table: () => tableOf(dataset, items, comparison),
    });
  },
});

const headlines = (dataset: Dataset): readonly Outcome[] => [
  HEADLINE,
  ...dataset.minerals.map(({ id }): Outcome => ({ indicator: "dependence", mineral: id, stage: null })),
];

function itemOf(model: Model, run: Run, scenario: NamedScenario, stored: boolean): CompareItem {
  const result = (stored ? scenario.result : null) ?? scenarioResult(model, run, scenario);
  return {
    title: scenario.title,
    scenario: packageOf(scenario),
    result: readerOfResult(result),
    modelVersion: result.planner.model_version,
    dataVintage: result.planner.data_vintage,
  };
}

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
  const rows = outcomes.flatMap(({ outcome, values }) => {
    const scale = scaleOf(dataset, outcome, values.flat());
    return years.map((year, y) => [
      outcomeName(outcome),
      String(year),
      ...values.map((row, i) =>
        i === reference ? amountText(row[y], scale) : `${amountText(row[y], scale)} (${differenceText(row[y], values[reference]![y], scale)})`,
      ),
    ]);
  });
  const outcomeTable = textTable(["outcome", "year", ...numbers], ["left", "right", ...numbers.map(() => "right" as const)], rows);
  return [head, ...mixedMarks(mixed), leverTable, outcomeTable].join("\n");
}

const jsonOf = (dataset: Dataset, items: readonly CompareItem[], { reference, years, mixed, levers, outcomes, cost }: ScenarioComparison) => ({
  planner: plannerInfo(dataset),
  reference,
  scenarios: items.map(({ title, scenario, modelVersion, dataVintage }, i) => ({
    ...scenarioJson(dataset, { title, ...scenario }),
    model_version: modelVersion,
    data_vintage: dataVintage,
    cost_musd_per_yr: cost.values[i],
    cost_difference: cost.differences[i],
  })),
  mixed,
  years,
  levers: levers.map(({ lever, settings, differs }) => ({ lever: lever.id, settings, differs })),
  outcomes: outcomes.map(({ outcome, values, differences }) => ({ ...outcome, values, differences })),
});

const tableOf = (dataset: Dataset, items: readonly CompareItem[], { years, outcomes }: ScenarioComparison): CsvTable =>
  basedTable(
    dataset,
    ["number", "scenario", "year", "mineral", "stage", "indicator", "value", "difference"],
    outcomes.flatMap(({ outcome: { indicator, mineral, stage }, values, differences }) =>
      items.flatMap(({ title, scenario, modelVersion, dataVintage }, i) =>
        years.map((year, y) => ({
          cells: [i, title, year, mineral, stage, indicator, values[i]![y], differences[i]![y]],
          scenario,
          made: { model_version: modelVersion, data_vintage: dataVintage },
        })),
      ),
    ),
  );
