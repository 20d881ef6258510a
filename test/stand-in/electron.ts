/** Everything that `import … from "electron"` gives the main process under the stand-in. See README.md beside this file. */
import { BrowserWindow } from "./browser-window.ts";
import { Menu } from "./menu.ts";
import { onParent } from "./messages.ts";

export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { clipboard, ClipboardItem, dialog, nativeTheme, powerMonitor, screen, shell } from "./desktop.ts";
export { ipcMain } from "./ipc.ts";
export { protocol } from "./loopback.ts";
export { Menu, MenuItem } from "./menu.ts";
export { session } from "./session.ts";

onParent("menu", ({ id }) => {
  const item = Menu.getApplicationMenu()?.getMenuItemById(id);
  if (!item) throw new Error(`No menu item has the id ${id}`);
  item.click(BrowserWindow.getFocusedWindow() ?? undefined);
});
