/** Which function runs a command, and whether it can run now. Screens add handlers while they are shown; a command without one is not offered. */
import { commandOf, isCommandId } from "../../shared/command/commands.ts";
import type { CommandCondition, CommandId } from "../../shared/command/commands.ts";

export interface CommandRegistry {
  /** Runs a command if it is known, handled and its condition holds; tells whether it ran. */
  readonly run: (id: string) => boolean;
  readonly isEnabled: (id: CommandId) => boolean;
  /** Adds a handler; the last one added wins. Returns what takes it away again. */
  readonly handle: (id: CommandId, handler: () => void) => () => void;
}

export function createCommandRegistry(holds: (condition: CommandCondition) => boolean): CommandRegistry {
  const handlers = new Map<CommandId, readonly (() => void)[]>();
  const isEnabled = (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0 && holds(commandOf(id).when);
  return {
    isEnabled,
    run(id) {
      if (!isCommandId(id) || !isEnabled(id)) return false;
      handlers.get(id)!.at(-1)!();
      return true;
    },
    handle(id, handler) {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      return () =>
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((kept) => kept !== handler),
        );
    },
  };
}
