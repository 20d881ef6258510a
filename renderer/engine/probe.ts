/** Runs beside the live one, for "what if this number were another": made when first asked for, one for each dataset. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { parameterUses } from "../../shared/model/parameter-vector.ts";
import type { ParameterUse } from "../../shared/model/parameter-vector.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { createModelSlot } from "./start-planner.ts";

export interface Probe {
  /** For each row of the parameter table where the equations read it; empty = nowhere. */
  readonly uses: readonly (readonly ParameterUse[])[];
  /** The reader is valid until the next run. Throws where the model cannot run the document. */
  readonly run: (document: ScenarioDocument) => ResultReader;
}

const probes = new WeakMap<Dataset, Probe>();

export function probeOf(dataset: Dataset): Probe {
  const known = probes.get(dataset);
  if (known) return known;
  const model = compileModel(dataset);
  const slot = createModelSlot(model);
  const probe = { uses: parameterUses(model), run: slot.run };
  probes.set(dataset, probe);
  return probe;
}
