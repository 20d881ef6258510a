/** What a scenario comes to on a model, as plain data. */
import type { Package } from "../../shared/analysis/jobs/job.ts";
import { resultOfRun } from "../../shared/indicator/result-of-run.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import type { Run } from "../../shared/model/run.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { simulate } from "../../shared/model/simulate.ts";

/** `run` is written over. Inputs and assumptions must have been checked. */
export function scenarioResult(model: Model, run: Run, { inputs, assumptions }: Package): RunResult {
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) throw new Error("assumptions were checked when the scenario was read");
  simulate(model, inputs, run, { vector: vector.value });
  return resultOfRun(model, run, inputs, model.dataset.vintage);
}
