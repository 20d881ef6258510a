/** Names what a person changed last: a run that fails is reported by it. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { leverValueText } from "../../shared/format/lever-text.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";

/** The first lever whose settings differ between the two, with its new value, else the world or the disruptions; null where none of these differ. */
export function changedInput(dataset: Dataset, before: ScenarioDocument, after: ScenarioDocument): string | null {
  const of = (document: ScenarioDocument, id: string) => document.inputs.levers.filter((setting) => setting.lever === id);
  const lever = dataset.levers.find(({ id }) => !sameValue(of(before, id), of(after, id)));
  if (lever) return `${lever.name}, ${leverValueText(lever, of(after, lever.id)[0]?.value ?? lever.default)}`;
  const isSameWorld = before.inputs.world === after.inputs.world && sameValue(before.inputs.own_world, after.inputs.own_world);
  if (!isSameWorld) return `World, ${worldName(dataset, after.inputs)}`;
  return sameValue(before.inputs.events, after.inputs.events) ? null : "Disruptions";
}
