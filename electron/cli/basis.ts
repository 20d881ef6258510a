/** What the numbers of an analysis rest on: scenario code, world, assumptions, data and model, in every form that leaves the command line. */
import type { Package } from "../../shared/analysis/jobs/job.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { scenarioCode } from "../../shared/scenario/scenario-code.ts";
import { plannerInfo } from "./analysis-text.ts";
import type { CsvCell, CsvTable } from "./answer.ts";
import { assumptionTexts, listedAssumptions } from "./assumption-list.ts";

interface TitledPackage extends Package {
  readonly title: string;
}

/** A scenario as every JSON answer names it. */
export const scenarioJson = (dataset: Dataset, { title, inputs, assumptions }: TitledPackage) => ({
  title,
  code: scenarioCode({ inputs, assumptions }),
  inputs,
  assumptions: listedAssumptions(assumptions, dataset),
});

const HEADER = ["code", "scenario_world", "assumptions", "data_vintage", "model_version"] as const;

/** Each row with its scenario, so that it still says what it rests on when it is filtered or joined. */
export interface BasedRow {
  readonly cells: readonly CsvCell[];
  readonly scenario: Package;
  /** Where a result was stored under another model or other data. */
  readonly made?: ReturnType<typeof plannerInfo>;
}

/** The table with what its rows rest on; `draws` (seed, how many runs …) are the same in every row. */
export function basedTable(
  dataset: Dataset,
  header: readonly string[],
  rows: readonly BasedRow[],
  draws: Readonly<Record<string, number | null>> = {},
): CsvTable {
  const basis = new Map<Package, readonly CsvCell[]>();
  const basisOf = (scenario: Package): readonly CsvCell[] => {
    const found = basis.get(scenario) ?? [
      scenarioCode(scenario),
      worldName(dataset, scenario.inputs),
      assumptionTexts(scenario.assumptions, dataset).join("; "),
    ];
    basis.set(scenario, found);
    return found;
  };
  return {
    header: [...header, ...HEADER, ...Object.keys(draws)],
    rows: rows.map(({ cells, scenario, made = plannerInfo(dataset) }) => [
      ...cells,
      ...basisOf(scenario),
      made.data_vintage,
      made.model_version,
      ...Object.values(draws),
    ]),
  };
}

/** The foot of a report for people; each scenario's own assumptions are named once. */
export function basisText(dataset: Dataset, scenarios: readonly TitledPackage[]): string {
  const { data_vintage, model_version } = plannerInfo(dataset);
  const own = scenarios.flatMap(({ title, assumptions }) =>
    assumptions.length === 0
      ? []
      : [`Assumptions of ${title} that differ from the dataset:`, ...assumptionTexts(assumptions, dataset).map((line) => `  ${line}`)],
  );
  return `${[...own, `Data: ${data_vintage}. Model: ${model_version}.`].join("\n")}\n`;
}
