/** The stress matrix for a terminal and for machines. */
import type { StressCell, StressEvent } from "../../shared/analysis/stress/stress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { monthAt } from "../../shared/time.ts";
import { percentText, plannerInfo } from "./analysis-text.ts";
import type { CsvTable } from "./answer.ts";
import { basedTable, scenarioJson } from "./basis.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { mixedScenarios } from "./sources.ts";
import { textTable } from "./text-table.ts";

type Cells = readonly (readonly StressCell[])[];

export function matrixReport(dataset: Dataset, scenarios: readonly NamedScenario[], events: readonly StressEvent[], cells: Cells): string {
  const table = textTable(
    ["share of need lost", ...events.map(({ id }) => id)],
    ["left", ...events.map(() => "right" as const)],
    scenarios.map(({ title }, s) => [title, ...cells[s]!.map(({ loss }) => percentText(loss))]),
  );
  const legend = events.map((event) => `  ${event.id}: ${event.name}; ${event.minerals.join(", ")}; ${countText(dataset, event)}`);
  return `${[...mixedScenarios(scenarios), table].join("\n")}\nDisruptions begin ${monthAt(events[0]?.from ?? 0, dataset.start)}:\n${legend.join("\n")}\n`;
}

export const countText = (dataset: Dataset, { countedTo, isCutShort }: StressEvent): string =>
  `counted to ${monthAt(countedTo - 1, dataset.start)}${isCutShort ? ", cut short by the end of the run" : ""}`;

export const matrixJson = (dataset: Dataset, scenarios: readonly NamedScenario[], events: readonly StressEvent[], cells: Cells) => ({
  planner: plannerInfo(dataset),
  events: events.map((event) => eventJson(dataset, event)),
  rows: scenarios.map((scenario, s) => ({
    ...scenarioJson(dataset, scenario),
    cells: cells[s]!.map(({ loss, lossWithout }) => ({ loss, loss_without: lossWithout })),
  })),
});

export const eventJson = (dataset: Dataset, { id, name, event, minerals, from, countedTo, isCutShort }: StressEvent) => ({
  id,
  name,
  event,
  minerals,
  start: monthAt(from, dataset.start),
  counted_to: monthAt(countedTo - 1, dataset.start),
  is_cut_short: isCutShort,
});

export const matrixTable = (dataset: Dataset, scenarios: readonly NamedScenario[], events: readonly StressEvent[], cells: Cells): CsvTable =>
  basedTable(
    dataset,
    ["scenario", "disruption", "start", "counted_to", "is_cut_short", "loss", "loss_without"],
    scenarios.flatMap((scenario, s) =>
      events.map((event, e) => {
        const { id, start, counted_to, is_cut_short } = eventJson(dataset, event);
        const { loss, lossWithout } = cells[s]![e]!;
        return { cells: [scenario.title, id, start, counted_to, String(is_cut_short), loss, lossWithout], scenario };
      }),
    ),
  );
