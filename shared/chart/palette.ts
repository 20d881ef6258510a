/**
 * Colours by id, the same everywhere: token names of the theme, never values.
 * Minerals and stages that the theme does not know take the tokens that the known ones of the same dataset leave free.
 */
import type { Dataset, StageRole } from "../dataset/dataset.ts";

export interface Colour {
  /** Fill or line: "--m-ree". */
  readonly fill: string;
  /** Text on that fill: "--m-ree-t". */
  readonly text: string;
}

export const CURRENT = "--c-current";
export const STATUS_QUO = "--c-baseline";
export const STATUS_QUO_DEFAULT_WORLD = "--c-baseline-world";

/** Where supply comes from, from risk to home. */
export const ORIGIN_COLOURS = { nonAllied: "--o-china", other: "--o-other", partner: "--o-partner", recycled: "--o-usrec", primary: "--o-us" } as const;

/** Parts of this scenario that have no colour of their own: shades of its blue, neighbours apart. */
export const PART_SHADES = ["--c-part-1", "--c-part-2", "--c-part-3", "--c-part-4"] as const;

/** Scenarios beside the open one, which has the first scenario colour. */
export const PIN_COLOURS = ["--s-b", "--s-c", "--s-d", "--s-e", "--s-base"] as const;

const MINERAL_TOKENS: Readonly<Record<string, string>> = {
  ree: "--m-ree",
  lithium: "--m-li",
  cobalt: "--m-co",
  nickel: "--m-ni",
  tantalum: "--m-ta",
  tin: "--m-sn",
  graphite: "--m-gr",
  gallium: "--m-ga",
  germanium: "--m-ge",
};

const ROLE_TOKENS: Readonly<Record<StageRole, string>> = {
  mining: "--st-mining",
  processing: "--st-refining",
  fabrication: "--st-manufacture",
  recycling: "--st-recycling",
};
const SPARE_STAGE_TOKENS = ["--st-metal"];

const withText = (fill: string): Colour => ({ fill, text: `${fill}-t` });

/** Mineral id → colour for every mineral of the dataset. */
export function mineralColours(dataset: Pick<Dataset, "minerals">): ReadonlyMap<string, Colour> {
  const known = new Set(dataset.minerals.map(({ id }) => MINERAL_TOKENS[id]));
  const free = Object.values(MINERAL_TOKENS).filter((token) => !known.has(token));
  return assign(dataset.minerals, ({ id }) => MINERAL_TOKENS[id], free.length > 0 ? free : Object.values(MINERAL_TOKENS));
}

/** Stage id → colour, by role; a second stage of a role takes a spare one. */
export function stageColours(dataset: Pick<Dataset, "stages">): ReadonlyMap<string, Colour> {
  const taken = new Set<string>();
  const firstOfRole = (role: StageRole): string | undefined => {
    const token = ROLE_TOKENS[role];
    if (taken.has(token)) return undefined;
    taken.add(token);
    return token;
  };
  return assign(dataset.stages, ({ role }) => firstOfRole(role), SPARE_STAGE_TOKENS);
}

function assign<T extends { readonly id: string }>(
  items: readonly T[],
  own: (item: T) => string | undefined,
  spare: readonly string[],
): ReadonlyMap<string, Colour> {
  let next = 0;
  return new Map(items.map((item) => [item.id, withText(own(item) ?? spare[next++ % spare.length]!)]));
}
