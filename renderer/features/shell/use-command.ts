/** Commands as components see them: name, keys, whether they can run now, and running them. */
import { useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { commandOf } from "../../../shared/command/commands.ts";
import type { CommandId } from "../../../shared/command/commands.ts";
import { keyNames } from "../../../shared/command/keys.ts";
import { useDocument, usePlanner, useUndo } from "../../state/planner.ts";
import type { MenuAction } from "../../ui/menu.tsx";

export const IS_MAC = /mac/i.test(navigator.userAgent);

export interface CommandUse {
  readonly label: string;
  readonly keys: readonly string[];
  readonly enabled: boolean;
  readonly run: () => void;
}

export function useCommand(id: CommandId): CommandUse {
  const { commands } = usePlanner();
  const command = commandOf(id);
  useUndo((state) => state);
  const enabled = useDocument(() => commands.isEnabled(id));
  return { label: command.label, keys: keyNames(command, IS_MAC), enabled, run: () => void commands.run(id) };
}

/** Rows of a menu, in the given order; "-" draws a line. `labels` replaces names that say more just now. */
export function useCommandItems(
  ids: readonly (CommandId | "-")[],
  labels: Partial<Readonly<Record<CommandId, string | undefined>>> = NO_LABELS,
): readonly (MenuAction | "-")[] {
  const { commands } = usePlanner();
  useUndo((state) => state);
  const enabled = useDocument(useShallow(() => ids.map((id) => id !== "-" && commands.isEnabled(id))));
  return ids.map((id, index) =>
    id === "-" ? id : { id, label: labels[id] ?? commandOf(id).label, keys: keyNames(commandOf(id), IS_MAC), disabled: enabled[index] !== true },
  );
}

const NO_LABELS = {};

/** Gives a command its function while the component is shown. */
export function useCommandHandler(id: CommandId, handler: () => void): void {
  const { commands } = usePlanner();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => commands.handle(id, () => latest.current()), [commands, id]);
}
