/** A world to run scenarios in: one of the dataset, or a user's own. */
import { ownWorldModel } from "../model/own-world.ts";
import type { Model, WorldModel } from "../model/compile-model.ts";
import type { ScenarioInputs } from "../scenario/scenario.ts";
import type { Package } from "./jobs/job.ts";

export type WorldChoice = Pick<ScenarioInputs, "world" | "own_world">;

export const worldChoice = ({ world, own_world }: ScenarioInputs): WorldChoice => (own_world === undefined ? { world } : { world, own_world });

/** The same package in that world, as it stands there: a world of the package's own is left behind. */
export function packageInWorld({ inputs, assumptions }: Package, world: WorldChoice): Package {
  return { inputs: { levers: inputs.levers, ...world, events: inputs.events }, assumptions };
}

/** Its monthly indices. The world must be known to the model. */
export function worldModelOf(model: Model, { world, own_world }: WorldChoice): WorldModel {
  const found = own_world === undefined ? model.world(world) : ownWorldModel(model, world, own_world);
  if (!found) throw new Error(`no world ${world}`);
  return found;
}
