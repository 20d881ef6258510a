/** Parameter vectors: the dataset's values with some rows replaced, and which rows of the dataset equations read. */
import { engineKeys } from "../dataset/engine-keys.ts";
import { inRange, rangeText } from "../dataset/row-reader.ts";
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Assumption } from "../scenario/scenario.ts";
import type { Model } from "./compile-model.ts";
import type { ParameterRows } from "./parameters.ts";

/** The dataset's parameter values with `assumptions` in place of theirs; the last one of a row counts. Every bad assumption is named. */
export function parameterVector(model: Model, assumptions: readonly Assumption[], file = "scenario"): Result<Float64Array, readonly InputProblem[]> {
  const vector = Float64Array.from(model.parameterValues);
  const problems: InputProblem[] = [];
  assumptions.forEach((assumption, i) => {
    const { mineral, stage, key, value } = assumption;
    const problem = (field: string, wrong: string, right: string): void => {
      problems.push({ file, row: null, column: `assumptions[${i}].${field}`, wrong, right });
    };
    const row = parameterRow(model, assumption);
    if (row === null) {
      const places = model.dataset.parameters
        .filter((one) => one.key === key)
        .map((one) => (one.stage === "" ? one.mineral : `${one.mineral} at ${one.stage}`));
      const place = stage === "" ? mineral : `${mineral} at ${stage}`;
      if (places.length === 0) problem("key", `no parameter is called "${key}"`, "take a key from the dataset's parameter tables");
      else problem("mineral", `the dataset has no row ${key} for ${place}`, `it has one for ${places.join(", ")}`);
      return;
    }
    const range = engineKeys[key]?.range ?? {};
    if (!Number.isFinite(value) || !inRange(value, range)) problem("value", `${value} is not a value of ${key}`, `write ${rangeText(range)}`);
    else vector[row] = value;
  });
  return problems.length === 0 ? ok(vector) : err(problems);
}

/** Row of the dataset's parameter table that an assumption names, or null. */
export function parameterRow(model: Model, named: Pick<Assumption, "mineral" | "stage" | "key">): number | null {
  const row = model.dataset.parameters.findIndex((one) => one.mineral === named.mineral && one.stage === named.stage && one.key === named.key);
  return row < 0 ? null : row;
}

/** Where the value of one row enters the equations: mineral and stage ids ("" = not at one stage, "all" = the whole country). */
export interface ParameterUse {
  readonly mineral: string;
  readonly stage: string;
}

/** For each row of the dataset's parameter table the places that read it; an empty list means that no equation does. */
export function parameterUses(model: Model): readonly (readonly ParameterUse[])[] {
  const uses: ParameterUse[][] = model.dataset.parameters.map(() => []);
  const note = (rows: ParameterRows, use: ParameterUse): void => {
    for (const row of rows.rows) uses[row]?.push(use);
  };
  note(model.globalParameters, { mineral: "all", stage: "" });
  for (const mineral of model.minerals) {
    note(mineral.parameters, { mineral: mineral.id, stage: "" });
    note(mineral.recyclingParameters, { mineral: mineral.id, stage: "" });
    for (const stage of mineral.stages) note(stage.parameters, { mineral: mineral.id, stage: stage.id });
  }
  return uses;
}
