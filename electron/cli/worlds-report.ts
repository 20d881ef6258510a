/** Scenarios in every world for a terminal and for machines. */
import { outcomeName } from "../../shared/analysis/outcome.ts";
import { robustnessText } from "../../shared/analysis/find/robustness-text.ts";
import { statusQuoBeside } from "../../shared/analysis/status-quo.ts";
import { packageInWorld } from "../../shared/analysis/world-choice.ts";
import type { WorldRow, WorldTable } from "../../shared/analysis/worlds.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { amountText, plannerInfo, scaleOf } from "./analysis-text.ts";
import type { CsvTable } from "./answer.ts";
import { basedTable, scenarioJson } from "./basis.ts";
import { type NamedScenario, STATUS_QUO_TITLE } from "./scenario-options.ts";
import { mixedScenarios } from "./sources.ts";
import { textTable } from "./text-table.ts";

export function worldsReport(dataset: Dataset, scenarios: readonly NamedScenario[], { question, statusQuo, rows }: WorldTable): string {
  const { outcome, year, target, worlds } = question;
  const all = [statusQuo, ...rows];
  const scale = scaleOf(
    dataset,
    outcome,
    all.flatMap(({ values }) => values),
  );
  const titles = titlesOf(scenarios);
  const mark = (row: WorldRow, w: number): string => (row.meets === null ? "" : row.meets[w] ? " met" : " missed");
  const table = textTable(
    [`${outcomeName(outcome)} in ${year}`, ...worlds.map((world) => worldName(dataset, world)), "largest regret"],
    ["left", ...worlds.map(() => "right" as const), "right"],
    all.map((row, r) => [
      titles[r]!,
      ...row.values.map((value, w) => `${amountText(value, scale)}${mark(row, w)}`),
      amountText(row.maximumRegret, { ...scale, suffix: scale.differenceSuffix }),
    ]),
  );
  const sentences = target === null ? [] : all.map((row, r) => `${titles[r]!}: ${robustnessText(dataset, worlds, row)}\n`);
  const mixed = mixedScenarios([statusQuoBeside(scenarios, ""), ...scenarios].map((one) => packageInWorld(one, { world: "" })));
  return [...mixed, table, ...(sentences.length > 0 ? [`Target ${amountText(target, scale)}.\n${sentences.join("")}`] : [])].join("\n");
}

export function worldsJson(dataset: Dataset, scenarios: readonly NamedScenario[], { question, statusQuo, rows }: WorldTable) {
  const rowJson = (row: WorldRow) => ({
    values: row.values,
    meets: row.meets,
    fails_when: row.failsWhen,
    sentence: row.meets === null ? null : robustnessText(dataset, question.worlds, row),
    regret: row.regret,
    maximum_regret: row.maximumRegret,
  });
  return {
    planner: plannerInfo(dataset),
    ...question,
    status_quo: rowJson(statusQuo),
    rows: rows.map((row, r) => Object.assign(scenarioJson(dataset, scenarios[r]!), rowJson(row))),
  };
}

export function worldsTable(dataset: Dataset, scenarios: readonly NamedScenario[], { question, statusQuo, rows }: WorldTable): CsvTable {
  const { indicator, mineral, stage } = question.outcome;
  const all = [{ title: STATUS_QUO_TITLE, ...statusQuoBeside(scenarios, dataset.worlds[0]!.id) }, ...scenarios];
  return basedTable(
    dataset,
    ["scenario", "world", "year", "mineral", "stage", "indicator", "value", "meets_target", "regret"],
    [statusQuo, ...rows].flatMap((row, r) =>
      question.worlds.map((world, w) => {
        const meets = row.meets === null ? null : String(row.meets[w]);
        const scenario = all[r]!;
        return {
          cells: [scenario.title, worldName(dataset, world), question.year, mineral, stage, indicator, row.values[w], meets, row.regret[w]],
          scenario,
        };
      }),
    ),
  );
}

const titlesOf = (scenarios: readonly NamedScenario[]): readonly string[] => [STATUS_QUO_TITLE, ...scenarios.map(({ title }) => title)];
