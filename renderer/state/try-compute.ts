/** Runs of documents that may no longer fit the dataset. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";

/** Null where the document does not fit; `compute` throws there. */
export function tryCompute(compute: (document: ScenarioDocument) => ResultReader, document: ScenarioDocument): ResultReader | null {
  try {
    return compute(document);
  } catch {
    return null;
  }
}
