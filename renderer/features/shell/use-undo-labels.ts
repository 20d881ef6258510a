/** What the next undo takes back and the next redo brings back, in words; null when there is nothing. */
import { useDocument, usePlanner, useUndo } from "../../state/planner.ts";
import { nextRedoLabel, nextUndoLabel } from "../../state/undo-stack.ts";

export function useUndoLabel(): string | null {
  const { documents, undo } = usePlanner();
  useUndo((state) => state);
  return useDocument(() => nextUndoLabel(documents.getState(), undo.store.getState()));
}

export function useRedoLabel(): string | null {
  const { documents, undo } = usePlanner();
  useUndo((state) => state);
  return useDocument(() => nextRedoLabel(documents.getState(), undo.store.getState()));
}
