/** The native dialogs for files. They start in the folder that was used last, because the system no longer remembers it. */
import path from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { FileDialogs, FileKind } from "./ipc/file-handlers.ts";

const filters: Readonly<Record<FileKind, Electron.FileFilter[]>> = {
  lodestone: [{ name: "Lodestone scenarios", extensions: ["lodestone"] }],
  png: [{ name: "Picture", extensions: ["png"] }],
  csv: [{ name: "Table", extensions: ["csv"] }],
};

export function nativeFileDialogs(currentWindow: () => BrowserWindow | null): FileDialogs {
  let folder = app.getPath("documents");
  const remember = (file: string): string => {
    folder = path.dirname(file);
    return file;
  };
  const open = async (more: Electron.OpenDialogOptions): Promise<readonly string[] | null> => {
    const options: Electron.OpenDialogOptions = { defaultPath: folder, ...more };
    const window = currentWindow();
    const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    const [first] = filePaths;
    if (canceled || first === undefined) return null;
    remember(first);
    return filePaths;
  };
  const openOne = async (more: Electron.OpenDialogOptions): Promise<string | null> => (await open(more))?.[0] ?? null;
  return {
    chooseToSave: async (suggestion, kind) => {
      const options = { defaultPath: path.join(folder, suggestion), filters: filters[kind] };
      const window = currentWindow();
      const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return canceled || filePath === "" ? null : remember(filePath);
    },
    chooseToOpen: () => open({ filters: filters.lodestone, properties: ["openFile", "multiSelections"] }),
    chooseFolder: () => openOne({ properties: ["openDirectory"] }),
    chooseZip: () => openOne({ filters: [{ name: "Zip file", extensions: ["zip"] }], properties: ["openFile"] }),
  };
}
