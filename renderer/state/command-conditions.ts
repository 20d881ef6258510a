/** When the commands that depend on the open scenario can be run. */
import type { CommandCondition } from "../../shared/command/commands.ts";
import { differsFromRevision } from "./document-store.ts";
import type { DocumentStore } from "./document-store.ts";
import { nextRedoLabel, nextUndoLabel } from "./undo-stack.ts";
import type { UndoStack } from "./undo-stack.ts";

export function commandConditions(documents: DocumentStore, undo: UndoStack): (condition: CommandCondition) => boolean {
  const conditions: Readonly<Record<CommandCondition, () => boolean>> = {
    always: () => true,
    "can-undo": () => undo.store.getState().running || nextUndoLabel(documents.getState(), undo.store.getState()) !== null,
    "can-redo": () => undo.store.getState().running || nextRedoLabel(documents.getState(), undo.store.getState()) !== null,
    "has-row": () => documents.getState().id !== null,
    "has-revision": () => documents.getState().revision > 0,
    "differs-from-revision": () => documents.getState().saved !== null && differsFromRevision(documents.getState()),
    "has-lever": () => documents.getState().document.inputs.levers.length > 0,
  };
  return (condition) => conditions[condition]();
}
