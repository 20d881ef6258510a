/** Where the equations read each parameter of a dataset: a question to its model, asked once for each dataset. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { parameterUses } from "../../shared/model/parameter-vector.ts";
import type { ParameterUse } from "../../shared/model/parameter-vector.ts";

/** For each row of the parameter table the places that read it; empty = nowhere. */
export type ParameterUses = readonly (readonly ParameterUse[])[];

const known = new WeakMap<Dataset, ParameterUses>();

export function usesOf(dataset: Dataset): ParameterUses {
  const uses = known.get(dataset) ?? parameterUses(compileModel(dataset));
  known.set(dataset, uses);
  return uses;
}
