import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { menuTemplate } from "../../../electron/menu.ts";
import { commandList } from "../../../shared/command/commands.ts";

function items(platform: NodeJS.Platform, ran: string[] = []): readonly MenuItemConstructorOptions[] {
  const actions = { run: (id: string) => void ran.push(id), copyLog: () => void ran.push("log"), showDataFolder: () => void ran.push("folder") };
  return menuTemplate(actions, platform).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
}

describe("native menu", () => {
  it("P5: has every command of the table once, under its label, and sends it", () => {
    const ran: string[] = [];
    const all = items("linux", ran);
    const expected = commandList.filter((command) => command.menu !== null);
    expect(all.filter((item) => item.id !== undefined && commandList.some((command) => command.id === item.id)).map((item) => [item.id, item.label])).toEqual(
      expected.map((command) => [command.id, command.label]),
    );
    for (const item of all) item.click?.({} as never, undefined, {} as never);
    expect(ran).toEqual([...expected.map((command) => command.id), "log", "folder"]);
  });

  it("P5: shows keys without taking them from the window", () => {
    const taken = items("linux").filter((item) => item.accelerator !== undefined && item.registerAccelerator !== false);
    expect(taken).toEqual([]);
  });

  it.each([
    ["linux", "quit"],
    ["win32", "quit"],
    ["darwin", "close"],
  ] as const)("P5: on %s the File menu ends with %s", (platform, role) => {
    expect(items(platform).map((item) => item.role)).toContain(role);
  });
});
