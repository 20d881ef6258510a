/** What a revision's row will hold of its document and result: the long part of writing one, which needs no database. */
import type { RunResult } from "../../shared/model/run-result.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { toCheckedText, toCompressed } from "./stored-json.ts";
import type { CheckedText } from "./stored-json.ts";

export interface PackedRevision {
  readonly document: CheckedText;
  readonly result: Buffer;
}

/** Throws RangeError on numbers that cannot be stored. */
export const packRevision = (document: ScenarioDocument, result: RunResult): PackedRevision => ({
  document: toCheckedText(document),
  result: toCompressed(result),
});
