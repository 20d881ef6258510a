/** Sentences under levers. They wait until a drag has ended, so that no row jumps under the pointer. */
import { useMemo, useState } from "react";
import { leverNotes } from "../../../shared/view/lever-notes.ts";
import { usePlanner, useResult, useSession } from "../../state/planner.ts";

const NONE: ReadonlyMap<string, string> = new Map();

export function useLeverNotes(): ReadonlyMap<string, string> {
  const { dataset, documents } = usePlanner();
  const settled = useResult((state) => (state.frozen ? null : state.current));
  const statusQuoInWorld = useResult((state) => (state.frozen ? null : state.statusQuoInWorld));
  const outcomeYear = useSession((state) => state.outcomeYear);
  const [kept, setKept] = useState(NONE);
  const next = useMemo(
    () =>
      settled === null || statusQuoInWorld === null
        ? null
        : leverNotes({ dataset, document: documents.getState().document, current: settled, statusQuoInWorld, outcomeYear }),
    [dataset, documents, settled, statusQuoInWorld, outcomeYear],
  );
  if (next !== null && next !== kept) setKept(next);
  return next ?? kept;
}
