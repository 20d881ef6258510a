/** Everything that the Compare screen shows, from scenarios whose results are read as they were stored. */
import { compareScenarios, type Mixed } from "../analysis/compare.ts";
import { inSentence, listText } from "../format/words.ts";
import { worldName } from "../scenario/own-world.ts";
import { dependenceChart, indicatorChart, smallMultiples } from "./compare-view-chart.ts";
import { leverTable, outcomesOf, outcomeTable, tableYears } from "./compare-view-tables.ts";
import { tradeOff } from "./compare-view-trade-off.ts";
import { type ComparedItem, type CompareInput, type CompareView, itemMark } from "./compare-view-types.ts";

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
    notes: mixedNotes(input, comparison.mixed),
    mixesVersions: comparison.mixed.dataVintages || comparison.mixed.modelVersions,
  };
}

function mixedNotes({ dataset, items }: CompareInput, mixed: Mixed): readonly string[] {
  const worldOf = ({ scenario }: ComparedItem): string => worldName(dataset, scenario.inputs);
  const notes: string[] = [];
  if (mixed.worlds) notes.push(`Worlds differ: ${grouped(items, worldOf)}. Differences hold the world's effect too.`);
  const events = ({ scenario }: ComparedItem): string => (scenario.inputs.events.length === 0 ? "none" : `${scenario.inputs.events.length}`);
  if (mixed.events) notes.push(`Disruptions differ: ${grouped(items, events)}.`);
  const assumptions = ({ scenario }: ComparedItem): string =>
    scenario.assumptions.length === 0 ? "the dataset's" : `${scenario.assumptions.length} of their own`;
  if (mixed.assumptions) notes.push(`Assumptions differ: ${grouped(items, assumptions)}.`);
  if (mixed.dataVintages) notes.push(`Stored results of different data: ${grouped(items, ({ dataVintage }) => dataVintage)}.`);
  if (mixed.modelVersions) notes.push(`Stored results of different models: ${grouped(items, ({ modelVersion }) => modelVersion)}.`);
  return notes;
}

/** "A and status quo Stated policies; B High demand" */
function grouped(items: readonly ComparedItem[], nameOf: (item: ComparedItem) => string): string {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item.letter === "" ? inSentence(itemMark(item)) : item.letter]);
  }
  return [...groups].map(([name, marks]) => `${listText(marks)} ${name}`).join("; ");
}
