/** What must not be mixed silently, said with who stands where: "Worlds differ: A and status quo Stated policies; B High demand." */
import { type Mixed, mixedParts } from "../../analysis/compare.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { countText, listText, monthText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { type ComparedItem, itemInSentence } from "./compare-view-types.ts";
import { namedEvent } from "../event-spans.ts";

export type MixedItem = Pick<ComparedItem, "letter" | "title" | "scenario" | "dataVintage" | "modelVersion">;
export type MixedPart = keyof Mixed;

/** What can differ between scenarios that one model computes on one dataset. */
export const COMPUTED_PARTS: readonly MixedPart[] = ["worlds", "events", "assumptions"];
export const STORED_PARTS: readonly MixedPart[] = [...COMPUTED_PARTS, "dataVintages", "modelVersions"];

/** A sentence for each of `parts` in which the items do not all agree. */
export function mixedNotes(dataset: Dataset, items: readonly MixedItem[], parts: readonly MixedPart[]): readonly string[] {
  const mixed = mixedParts(items);
  const say: Readonly<Record<MixedPart, () => string>> = {
    worlds: () => `Worlds differ: ${grouped(items, ({ scenario }) => worldName(dataset, scenario.inputs))}. Differences hold the world's effect too.`,
    events: () => `Disruptions differ: ${grouped(items, ({ scenario }) => eventsText(dataset, scenario.inputs.events))}.`,
    assumptions: () =>
      `Assumptions differ: ${grouped(
        items,
        ({ scenario: { assumptions } }) => (assumptions.length === 0 ? "the dataset's" : `${countText(assumptions.length, "number")} changed`),
        ({ scenario: { assumptions } }) => assumptions,
      )}.`,
    dataVintages: () => `Stored results of different data: ${grouped(items, ({ dataVintage }) => dataVintage)}.`,
    modelVersions: () => `Stored results of different models: ${grouped(items, ({ modelVersion }) => modelVersion)}.`,
  };
  return parts.filter((part) => mixed[part]).map((part) => say[part]());
}

/** What all of them share and a reader would not expect: a world that is not the default one, and disruptions. */
export function sharedNotes(dataset: Dataset, items: readonly MixedItem[]): readonly string[] {
  const [first] = items;
  if (!first || items.length < 2) return [];
  const { worlds, events } = mixedParts(items);
  const { inputs } = first.scenario;
  const isDefault = inputs.own_world === undefined && inputs.world === dataset.worlds[0]?.id;
  return [
    ...(worlds || isDefault ? [] : [`All stand in the world ${worldName(dataset, inputs)}.`]),
    ...(events || inputs.events.length === 0 ? [] : [`All meet the same disruptions: ${eventsText(dataset, inputs.events)}.`]),
  ];
}

function eventsText(dataset: Dataset, events: MixedItem["scenario"]["inputs"]["events"]): string {
  const named = events.flatMap((event) => namedEvent(dataset, event) ?? []);
  return named.length === 0 ? "none" : listText(named.map(({ name, start }) => `${name} from ${monthText(start)}`));
}

/** "A and status quo Stated policies; B High demand": those whose `part` is the same stand together. */
function grouped(items: readonly MixedItem[], nameOf: (item: MixedItem) => string, part: (item: MixedItem) => unknown = nameOf): string {
  const groups = new Map<string, { readonly name: string; readonly marks: string[] }>();
  for (const item of items) {
    const key = JSON.stringify(part(item));
    const group = groups.get(key) ?? { name: nameOf(item), marks: [] };
    group.marks.push(itemInSentence(item));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, marks }) => `${listText(marks)} ${name}`).join("; ");
}
