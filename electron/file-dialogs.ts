/** The native dialogs for `.lodestone` files. They start in the folder that was used last, because the system no longer remembers it. */
import path from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { FileDialogs } from "./ipc/file-handlers.ts";

const filters = [{ name: "Lodestone scenarios", extensions: ["lodestone"] }];

export function nativeFileDialogs(currentWindow: () => BrowserWindow | null): FileDialogs {
  let folder = app.getPath("documents");
  const remember = (file: string): string => {
    folder = path.dirname(file);
    return file;
  };
  return {
    chooseToSave: async (suggestion) => {
      const options = { defaultPath: path.join(folder, suggestion), filters };
      const window = currentWindow();
      const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return canceled || filePath === "" ? null : remember(filePath);
    },
    chooseToOpen: async () => {
      const options: Electron.OpenDialogOptions = { defaultPath: folder, filters, properties: ["openFile"] };
      const window = currentWindow();
      const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
      const [file] = filePaths;
      return canceled || file === undefined ? null : remember(file);
    },
  };
}
