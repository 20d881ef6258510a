/** The native menu, made from the command table. The window handles the keys and runs the commands; the menu shows and sends them. */
import type { MenuItemConstructorOptions } from "electron";
import { commandList, type CommandId, type MenuId, menuLabels } from "../shared/command/commands.ts";

export interface MenuActions {
  readonly run: (command: CommandId) => void;
  readonly copyLog: () => void;
  readonly showDataFolder: () => void;
}

/** What the operating system or the main process does itself, after the commands of that menu. */
function ownItems(menu: MenuId, actions: MenuActions, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  switch (menu) {
    case "file":
      return platform === "darwin" ? [{ role: "close" }] : [{ role: "quit" }];
    case "edit":
      return [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }];
    case "view":
      return [{ role: "resetZoom" }, { role: "zoomIn" }, { role: "zoomOut" }, { type: "separator" }, { role: "togglefullscreen" }];
    case "help":
      return [
        { id: "help.copy-log", label: "Copy log", click: actions.copyLog },
        { id: "help.data-folder", label: "Show data folder", click: actions.showDataFolder },
      ];
  }
}

/** The menu bar. Accelerators are shown and not registered: the window handles keys, so that none runs a command twice. */
export function menuTemplate(actions: MenuActions, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const menus = (Object.keys(menuLabels) as MenuId[]).map((menu): MenuItemConstructorOptions => {
    const items = commandList.flatMap((command): MenuItemConstructorOptions[] =>
      command.menu === menu
        ? [
            {
              id: command.id,
              label: command.label,
              ...(command.accelerator === null ? {} : { accelerator: command.accelerator, registerAccelerator: false }),
              click: () => actions.run(command.id),
            },
          ]
        : [],
    );
    return { label: menuLabels[menu], submenu: [...items, { type: "separator" }, ...ownItems(menu, actions, platform)] };
  });
  return platform === "darwin" ? [{ role: "appMenu" }, ...menus, { role: "windowMenu" }] : menus;
}
