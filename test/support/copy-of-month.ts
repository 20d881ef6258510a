/** A copy of a mineral as it stands at the end of a month of a run. */
import type { MineralRun } from "../../shared/model/mineral-run.ts";

/** Numbers and arrays of numbers as they are; what the model is made of is shared. */
export function copyOfMonth(m: MineralRun): MineralRun {
  const copy = <T extends object>(one: T): T => {
    const made = Object.create(Object.getPrototypeOf(one) as object) as T;
    for (const [key, value] of Object.entries(one)) {
      const kept: unknown =
        value instanceof Float64Array ? Float64Array.from(value) : Array.isArray(value) && key === "allyPlants" ? (value as object[]).map(copy) : value;
      Object.defineProperty(made, key, { value: kept, enumerable: true, configurable: true });
    }
    return made;
  };
  const made = copy(m);
  Object.defineProperty(made, "stages", { value: m.stages.map(copy), enumerable: true });
  return made;
}
