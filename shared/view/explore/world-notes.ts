/** Sentences about what policy does not set: world, disruptions, overrides. Nothing to say in the default world. */
import { compareValues } from "../../format/comparison.ts";
import { scaleFor } from "../../format/scale.ts";
import { monthText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { IMPORT_DEPENDENCE, dependenceChoice, dependenceOf } from "../dependence.ts";
import { namedEvent } from "../event-spans.ts";
import { indicatorFor, isComputed } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export function worldNotes(context: ViewContext): readonly string[] {
  const { dataset, document } = context;
  const notes: string[] = [];
  const { world, own_world } = document.inputs;
  if (own_world || world !== dataset.worlds[0]?.id) {
    const isKnown = dataset.worlds.some(({ id }) => id === world);
    notes.push(`World: ${worldName(dataset, document.inputs)}${isKnown ? "" : ", which this dataset does not have"}.`);
  }
  for (const event of document.inputs.events) {
    const named = namedEvent(dataset, event);
    if (named) notes.push(`${named.name}, from ${monthText(named.start)} for ${named.months} ${named.months === 1 ? "month" : "months"}.`);
  }
  const overrides = document.assumptions.length;
  if (overrides > 0) notes.push(`${overrides === 1 ? "1 assumption differs" : `${overrides} assumptions differ`} from the dataset.`);
  return notes.length === 0 || !isComputed(context) ? notes : [...notes, effectOfWorld(context)];
}

/** What the world alone does to the headline. */
function effectOfWorld({ readers, mineral, weighting, yearIndex, year, currency }: ViewContext): string {
  const id = mineral?.id ?? null;
  const scale = scaleFor(indicatorFor(dependenceChoice(id, weighting)), 1, currency);
  const at = (reader: typeof readers.current): number | null => dependenceOf(reader, id, weighting)[yearIndex] ?? null;
  const comparison = compareValues(at(readers.statusQuoInWorld), at(readers.statusQuo), scale);
  const metric = `Without any lever, ${IMPORT_DEPENDENCE.toLowerCase()} in ${year}`;
  if (comparison.kind === "none") return `${metric} is the same as in the default world.`;
  if (comparison.kind === "undefined") return `${metric} cannot be compared with the default world.`;
  if (comparison.kind === "tiny") return `${metric} differs from the default world by ${comparison.magnitude}.`;
  return `${metric} is ${comparison.magnitude} ${comparison.direction === "down" ? "lower" : "higher"} than in the default world.`;
}
