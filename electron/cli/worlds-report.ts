/** Scenarios in every world for a terminal and for machines. */
import { outcomeName } from "../../shared/analysis/outcome.ts";
import { robustnessText } from "../../shared/analysis/robustness-text.ts";
import type { WorldRow, WorldTable } from "../../shared/analysis/worlds.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { amountText, plannerInfo, scaleOf } from "./analysis-text.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { textTable } from "./text-table.ts";

export function worldsReport(dataset: Dataset, scenarios: readonly NamedScenario[], { question, statusQuo, rows }: WorldTable): string {
  const { outcome, year, target, worlds } = question;
  const all = [statusQuo, ...rows];
  const scale = scaleOf(
    dataset,
    outcome,
    all.flatMap(({ values }) => values),
  );
  const titles = ["Status quo", ...scenarios.map(({ title }) => title)];
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
  return [table, ...(sentences.length > 0 ? [`Target ${amountText(target, scale)}.\n${sentences.join("")}`] : [])].join("\n");
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
    rows: rows.map((row, r) => Object.assign({ title: scenarios[r]!.title, inputs: scenarios[r]!.inputs }, rowJson(row))),
  };
}
