/** What the ledger of a stored result is told from: the stored inputs run again on the data of then and on the data of today. */
import type { AppError } from "../shared/errors/app-error.ts";
import type { LedgerRuns } from "../shared/ipc/channels.ts";
import { MODEL_VERSION } from "../shared/model/model-version.ts";
import { ok, type Result } from "../shared/result.ts";
import { type ComputeResult, computeWith } from "./compute-result.ts";
import type { ScenarioStore } from "./store/scenario-store.ts";

export interface LedgerContext {
  readonly store: Pick<ScenarioStore, "open" | "datasetOf">;
  readonly vintage: string;
  /** Runs on today's dataset. */
  readonly compute: ComputeResult;
}

/**
 * null where the last revision was computed with this model and this dataset, or there is none.
 * Errors: those of the store; bad-request where the stored inputs no longer fit today's dataset.
 */
export function ledgerRuns({ store, vintage, compute }: LedgerContext, id: string): Result<LedgerRuns | null, AppError> {
  const opened = store.open(id);
  if (!opened.ok) return opened;
  const { saved, result, revision } = opened.value;
  if (saved === null || result === null) return ok(null);
  const then = result.planner;
  if (then.data_vintage === vintage && then.model_version === MODEL_VERSION) return ok(null);
  const newData = compute(saved, "scenario:ledger");
  if (!newData.ok) return newData;
  if (then.data_vintage === vintage) return ok({ revision, oldData: newData.value, newData: newData.value });
  const kept = store.datasetOf(then.data_vintage);
  if (!kept.ok) return kept;
  const oldData = kept.value === null ? ok(null) : computeWith(kept.value)(saved, "scenario:ledger");
  return oldData.ok ? ok({ revision, oldData: oldData.value, newData: newData.value }) : oldData;
}
