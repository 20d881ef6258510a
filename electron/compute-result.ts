/** Runs the model for what is about to be stored. The document comes from outside, so its ids are checked against the dataset first. */
import type { Dataset } from "../shared/dataset/dataset.ts";
import type { AppError } from "../shared/errors/app-error.ts";
import { resultOfRun } from "../shared/indicator/result-of-run.ts";
import type { Channel } from "../shared/ipc/channels.ts";
import { compileModel } from "../shared/model/compile-model.ts";
import { parameterVector } from "../shared/model/parameter-vector.ts";
import { createRun } from "../shared/model/run.ts";
import type { RunResult } from "../shared/model/run-result.ts";
import { simulate } from "../shared/model/simulate.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { checkInputs } from "../shared/scenario/scenario-file-inputs.ts";
import type { ScenarioDocument } from "../shared/scenario/scenario.ts";

/** Error: bad-request with the first field that the dataset does not know; `channel` is the message that carried the document. */
export type ComputeResult = (document: ScenarioDocument, channel: Channel) => Result<RunResult, AppError>;

export function computeWith(dataset: Dataset): ComputeResult {
  const model = compileModel(dataset);
  const run = createRun(model);
  return ({ inputs, assumptions }, channel) => {
    const [wrong] = checkInputs(inputs, dataset);
    if (wrong) return err({ code: "bad-request", channel, field: `inputs.${wrong.path}` });
    const vector = parameterVector(model, assumptions);
    if (!vector.ok) return err({ code: "bad-request", channel, field: vector.error[0]?.column ?? "assumptions" });
    simulate(model, inputs, run, { vector: vector.value });
    return ok(resultOfRun(model, run, inputs, dataset.vintage));
  };
}
