/** Key presses become commands. Native editing keys of text fields stay theirs: Ctrl+Z in a field undoes text. */
import { useEffect } from "react";
import { commandForKey } from "../../../shared/command/keys.ts";
import { usePlanner } from "../../state/planner.ts";
import { isTextField } from "../../ui/text-field.ts";
import { IS_MAC } from "./use-command.ts";

const EDITING_COMMANDS: ReadonlySet<string> = new Set(["edit.undo", "edit.redo"]);

/** A small form beside its button is a dialog too: a command would open another one under it. */
const isInPopover = (target: EventTarget | null): boolean => target instanceof Element && target.closest(".popover-dialog") !== null;

export function useKeyboard(): void {
  const { commands, settings, session } = usePlanner();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const inText = isTextField(event.target);
      const press = { key: event.key, mod: IS_MAC ? event.metaKey : event.ctrlKey, shift: event.shiftKey, alt: event.altKey };
      // The window is no page of text: "select all" belongs to text fields.
      if (press.mod && !press.alt && press.key.toLowerCase() === "a" && !inText) event.preventDefault();
      if (session.getState().dialog !== null || isInPopover(event.target)) return;
      const command = commandForKey(press, !inText && settings.getState().settings.singleKeys);
      if (!command || (inText && EDITING_COMMANDS.has(command.id))) return;
      // The window handles the key whether or not the command can run now; nothing else may take it for its own.
      event.preventDefault();
      commands.run(command.id);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [commands, settings, session]);
}
