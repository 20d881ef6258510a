/** Asks for the runs between a stored result and today's whenever the open scenario's last revision comes from another model or other data. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { ResultStore, StoredOrigin } from "./result-store.ts";

export interface LedgerPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly results: ResultStore;
  readonly modelVersion: string;
  readonly vintage: string;
  readonly readerOfResult: (result: RunResult) => ResultReader;
}

/** Where the last revision's result comes from, if that is not this model and this dataset. */
export function revisionOrigin({ result, saved, savedAt }: DocumentState, modelVersion: string, vintage: string): StoredOrigin | null {
  if (!result || !saved) return null;
  const { model_version, data_vintage } = result.planner;
  if (model_version === modelVersion && data_vintage === vintage) return null;
  return { modelVersion: model_version, dataVintage: data_vintage, savedAt };
}

/** Returns what ends it. A request that fails leaves the ledger out, and says why: nothing that is shown rests on it. */
export function keepLedger({ api, documents, results, modelVersion, vintage, readerOfResult }: LedgerPorts): () => void {
  async function follow(state: DocumentState): Promise<void> {
    const { ledger, ledgerFailure } = results.getState();
    if (ledger !== null || ledgerFailure !== null) results.setState({ ledger: null, ledgerFailure: null });
    const { id, result, saved } = state;
    const origin = revisionOrigin(state, modelVersion, vintage);
    if (origin === null || id === null || result === null || saved === null) return;
    const runs = await api.invoke("scenario:ledger", { id });
    const now = documents.getState();
    if (now.result !== result || now.id !== id) return;
    if (!runs.ok) return results.setState({ ledgerFailure: runs.error });
    if (runs.value === null || runs.value.revision !== now.revision) return;
    const { oldData, newData } = runs.value;
    results.setState({
      ledger: {
        origin,
        saved,
        isPutAway: false,
        stored: readerOfResult(result),
        oldData: oldData === null ? undefined : readerOfResult(oldData),
        newData: readerOfResult(newData),
      },
    });
  }

  void follow(documents.getState());
  return documents.subscribe((state, before) => {
    if (state.id !== before.id || state.result !== before.result) void follow(state);
  });
}
