import { describe, expect, it } from "vitest";
import { commandList, commandOf, isCommandId, menuLabels } from "../../../shared/command/commands.ts";
import { commandForKey, keyNames } from "../../../shared/command/keys.ts";
import type { KeyPress } from "../../../shared/command/keys.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, mod: false, shift: false, alt: false, ...held });

describe("commands", () => {
  it("W10: ids, accelerators and single keys are each used once", () => {
    const used = (of: (command: (typeof commandList)[number]) => string | null): readonly string[] => commandList.map(of).filter((value) => value !== null);
    for (const values of [used(({ id }) => id), used(({ accelerator }) => accelerator), used(({ singleKey }) => singleKey)]) {
      expect(new Set(values).size).toBe(values.length);
    }
    for (const { menu } of commandList) expect(menu === null || menu in menuLabels).toBe(true);
    expect(isCommandId("scenario.save")).toBe(true);
    expect(isCommandId("toString")).toBe(false);
  });

  it("W10: accelerators use letters, digits and function keys only, which every keyboard has in one place", () => {
    for (const accelerator of commandList.flatMap((command) => command.accelerator ?? []))
      expect(accelerator).toMatch(/^(CmdOrCtrl\+)?(Shift\+)?([A-Z]|[0-9]|F[0-9]+)$/);
  });

  it("W10: every accelerator runs its own command, and no other modifier does", () => {
    for (const command of commandList) {
      if (command.accelerator === null) continue;
      const parts = command.accelerator.split("+");
      const held = { mod: parts.includes("CmdOrCtrl"), shift: parts.includes("Shift") };
      expect(commandForKey(press(parts.at(-1)!.toLowerCase(), held), false)?.id).toBe(command.id);
      expect(commandForKey(press(parts.at(-1)!, { ...held, alt: true }), true)).toBeNull();
    }
    expect(commandForKey(press("z", { mod: true }), false)?.id).toBe("edit.undo");
    expect(commandForKey(press("Z", { mod: true, shift: true }), false)?.id).toBe("edit.redo");
  });

  it("W10: single keys work only where they are let, with or without Shift, never with Ctrl or Alt", () => {
    expect(commandForKey(press("r"), true)?.id).toBe("view.replay");
    expect(commandForKey(press("?", { shift: true }), true)?.id).toBe("help.shortcuts");
    expect(commandForKey(press("r"), false)).toBeNull();
    expect(commandForKey(press("r", { mod: true }), true)).toBeNull();
    expect(commandForKey(press("r", { alt: true }), true)).toBeNull();
    expect(commandForKey(press("q"), true)).toBeNull();
  });

  it("W10: keys are written as the keyboard has them", () => {
    expect(keyNames(commandOf("edit.redo"), false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(keyNames(commandOf("edit.redo"), true)).toEqual(["⌘", "⇧", "Z"]);
    expect(keyNames(commandOf("view.replay"), false)).toEqual(["R"]);
    expect(keyNames(commandOf("scenario.rename"), false)).toEqual([]);
  });
});
