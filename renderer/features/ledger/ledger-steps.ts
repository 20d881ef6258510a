/** What bar and table of the ledger share: the four results, the figure in the sentence, and what edits are called. */
import type { LedgerSteps } from "../../../shared/analysis/ledger.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import type { EditsWord } from "../../../shared/view/library/ledger-view.ts";
import { useResult } from "../../state/planner.ts";
import type { StoredLedger } from "../../state/result-store.ts";
import type { SessionState } from "../../state/session-store.ts";

/** `current` null: the stored result is on screen, so nothing was edited. */
export const ledgerSteps = ({ stored, oldData, newData }: StoredLedger, current: ResultReader | null): LedgerSteps<ResultReader> => ({
  stored,
  oldData,
  newData,
  now: current ?? newData,
});

export const headlineMeasureId = ({ selection, weighting }: Pick<SessionState, "selection" | "weighting">): string =>
  selection.mineral === "all" ? `composite_${weighting}` : `dependence:${selection.mineral}`;

/** "levers" unless world, disruptions or assumptions differ from what was saved. */
export function useEditsWord(document: ScenarioDocument): EditsWord {
  const saved = useResult((state) => state.ledger?.saved);
  if (saved === undefined) return "levers";
  const beside = ({ inputs, assumptions }: ScenarioDocument) => ({ ...inputs, levers: [], assumptions });
  return sameValue(beside(saved), beside(document)) ? "levers" : "own edits";
}
