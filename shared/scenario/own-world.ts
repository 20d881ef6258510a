/** A world of the user's own: a world of the dataset (`ScenarioInputs.world`) with demand and prices multiplied, mineral by mineral. */
import type { Dataset } from "../dataset/dataset.ts";
import type { OwnWorld, ScenarioInputs } from "./scenario.ts";

/** Bounds of a multiplier: beyond them neither demand nor price outlooks mean anything. */
export const MULTIPLIER = { min: 0.1, max: 10 } as const;
export const WORLD_NAME_MAX = 80;

/** Name of the world that a scenario is in. */
export const worldName = ({ worlds }: Pick<Dataset, "worlds">, { world, own_world }: Pick<ScenarioInputs, "world" | "own_world">): string =>
  own_world?.name ?? worlds.find(({ id }) => id === world)?.label ?? world;

/** What a list of scenarios keeps of the world: the id of a world of the dataset, else the own world's name. */
export const listedWorld = ({ world, own_world }: Pick<ScenarioInputs, "world" | "own_world">): string => own_world?.name ?? world;

/** The same inputs in a world of the dataset, as it stands there. */
export function inWorld(inputs: ScenarioInputs, world: string): ScenarioInputs {
  const { own_world: _dropped, ...rest } = inputs;
  return { ...rest, world };
}

/** 1 where nothing is said about the mineral. */
export const multiplierOf = (own: OwnWorld | undefined, variable: "demand" | "price", mineral: string): number => own?.[variable][mineral] ?? 1;

/** The own world with one multiplier set; 1 is left out, so that an untouched world says the same as its base. */
export function withMultiplier(own: OwnWorld, variable: "demand" | "price", mineral: string, value: number): OwnWorld {
  if (!(value >= MULTIPLIER.min && value <= MULTIPLIER.max)) return own;
  const { [mineral]: _old, ...others } = own[variable];
  return { ...own, [variable]: value === 1 ? others : { ...others, [mineral]: value } };
}
