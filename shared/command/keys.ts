/** Keys of commands: which command a key press means, and how its keys are written. */
import { commandList } from "./commands.ts";
import type { Command } from "./commands.ts";

/** The part of a keyboard event that decides. `mod` is Ctrl, or Cmd on a Mac. */
export interface KeyPress {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The command that a press runs, or null. Single letters count only when `singleKeys` says so (no text field has focus and they are switched on). */
export function commandForKey(press: KeyPress, singleKeys: boolean): Command | null {
  return commandList.find((command) => matchesAccelerator(command.accelerator, press) || (singleKeys && matchesSingleKey(command.singleKey, press))) ?? null;
}

function matchesAccelerator(accelerator: string | null, press: KeyPress): boolean {
  if (accelerator === null) return false;
  const parts = accelerator.split("+");
  const key = parts.at(-1)!;
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    press.mod === parts.includes("CmdOrCtrl") &&
    press.shift === parts.includes("Shift") &&
    press.alt === parts.includes("Alt")
  );
}

/** Shift is left out on purpose: "?" and "/" need it on some keyboards and not on others. */
const matchesSingleKey = (singleKey: string | null, press: KeyPress): boolean =>
  singleKey !== null && !press.mod && !press.alt && press.key.toLowerCase() === singleKey.toLowerCase();

/** How the keys of a command are written: ["Ctrl", "Shift", "Z"], on a Mac ["⌘", "⇧", "Z"]. Empty when it has none. */
export function keyNames(command: Pick<Command, "accelerator" | "singleKey">, mac: boolean): readonly string[] {
  if (command.accelerator === null) return command.singleKey === null ? [] : [command.singleKey];
  return command.accelerator.split("+").map((part) => {
    if (part === "CmdOrCtrl") return mac ? "⌘" : "Ctrl";
    if (part === "Shift") return mac ? "⇧" : "Shift";
    return part;
  });
}
