/**
 * Monthly indices of a user's own world: every anchor after the base year is multiplied, the base year stays as measured. A multiplier of 1 gives
 * the base world bit for bit (M6).
 */
import type { OwnWorld } from "../scenario/scenario.ts";
import { multiplierOf } from "../scenario/own-world.ts";
import { yearOf } from "../time.ts";
import type { Model, WorldModel } from "./compile-model.ts";
import { monthlyIndex } from "./world-index.ts";

interface Kept {
  readonly model: Model;
  readonly base: string;
  readonly made: WorldModel;
}

/** Own worlds are immutable parts of documents: a lever that moves asks for the same one in every frame. */
const kept = new WeakMap<OwnWorld, Kept>();

export function ownWorldModel(model: Model, base: string, own: OwnWorld): WorldModel {
  const known = kept.get(own);
  if (known?.model === model && known.base === base) return known.made;
  const made = multiplied(model, base, own);
  kept.set(own, { model, base, made });
  return made;
}

function multiplied(model: Model, base: string, own: OwnWorld): WorldModel {
  const { dataset, minerals, months } = model;
  const indices = model.world(base);
  if (!indices) throw new Error(`no world ${base} in the dataset`);
  const series = (variable: "demand" | "price"): readonly Float64Array[] =>
    minerals.map(({ id, index }) => {
      const multiplier = multiplierOf(own, variable, id);
      if (multiplier === 1) return indices[variable][index]!;
      const row = dataset.worldSeries.find((one) => one.world === base && one.mineral === id && one.variable === `${variable}_index`)!;
      const anchors = row.values.map((value, at) => (dataset.anchorYears[at]! <= dataset.baseYear ? value : value * multiplier));
      return monthlyIndex(dataset.anchorYears, anchors, yearOf(dataset.start), months);
    });
  return { demand: series("demand"), price: series("price") };
}
