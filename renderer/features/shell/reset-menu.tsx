/** Three resets with their full names, so that none is pressed for another. All of them can be undone. */
import { useDocument, usePlanner } from "../../state/planner.ts";
import { Menu } from "../../ui/menu.tsx";
import { useCommandItems } from "./use-command.ts";
import { useUndoLabel } from "./use-undo-labels.ts";

const RESETS = ["edit.reset-all", "edit.reset-saved", "edit.undo"] as const;

export function ResetMenu() {
  const { commands } = usePlanner();
  const revision = useDocument((state) => state.revision);
  const undone = useUndoLabel();
  const items = useCommandItems(RESETS, {
    "edit.reset-saved": revision > 0 ? `Back to saved revision ${revision}` : undefined,
    "edit.undo": undone === null ? undefined : `Undo: ${undone}`,
  });
  return <Menu label="Reset" showChevron items={items} onAction={commands.run} />;
}
