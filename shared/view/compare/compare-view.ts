/** Everything that the Compare screen shows, from scenarios whose results are read as they were stored. */
import { compareScenarios } from "../../analysis/compare.ts";
import { dependenceChart, indicatorChart, smallMultiples } from "./compare-view-chart.ts";
import { leverTable, outcomesOf, outcomeTable, tableYears } from "./compare-view-tables.ts";
import { tradeOff } from "./compare-view-trade-off.ts";
import type { CompareInput, CompareView } from "./compare-view-types.ts";
import { mixedNotes, sharedNotes, STORED_PARTS } from "./mixed-notes.ts";

export function buildCompareView(input: CompareInput): CompareView {
  const { dataset, items, reference, outcomeYear } = input;
  const years = tableYears(items[reference]!.result.years, outcomeYear);
  const comparison = compareScenarios(dataset, items, { reference, outcomes: outcomesOf(input), years });
  return {
    left: dependenceChart(input),
    right: indicatorChart(input),
    small: smallMultiples(input),
    tradeOff: tradeOff(input),
    columns: items.map(({ key, letter, title, colour, textColour }, i) => ({ key, letter, title, colour, textColour, isReference: i === reference })),
    levers: leverTable(input, comparison),
    outcomes: outcomeTable(input, comparison),
    notes: [...sharedNotes(dataset, items), ...mixedNotes(dataset, items, STORED_PARTS)],
    mixesVersions: comparison.mixed.dataVintages || comparison.mixed.modelVersions,
  };
}
