/** Where the mineral and the stage of an outcome stand in a model. Both throw on unknown ids: check outcomes with `checkOutcome`. */
import type { Model } from "../model/compile-model.ts";
import type { Outcome } from "./outcome.ts";

/** Position among all stages of all minerals. */
export function stageIndex(model: Model, { mineral, stage }: Outcome): number {
  const found = model.stages.find((one) => one.id === stage && model.minerals[one.mineral]!.id === mineral);
  if (!found) throw new Error(`no stage ${stage} of ${mineral}`);
  return found.index;
}

export function mineralIndex(model: Model, { mineral }: Outcome): number {
  const index = model.mineralIndex.get(mineral ?? "");
  if (index === undefined) throw new Error(`no mineral ${mineral}`);
  return index;
}
