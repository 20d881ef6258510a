/** The one window: how it is made, where it stands, and what happens when its page dies. */
import { BrowserWindow, dialog, nativeTheme, screen, type WebPreferences } from "electron";
import type { Log } from "./log.ts";
import type { Paths } from "./paths.ts";
import { START_URL } from "./protocol.ts";
import { fitWindow, MINIMUM, readWindowState, writeWindowState } from "./window-state.ts";

/** The page's own background, so that nothing flashes before the first paint (`--bg` of the two themes). */
const BACKGROUND = { light: "#eceff2", dark: "#11161b" } as const;
export const pageBackground = (): string => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);

const webPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
};

export function createWindow(paths: Pick<Paths, "preload" | "windowState">, log: Log): BrowserWindow {
  const others = screen.getAllDisplays().map((display) => display.workArea);
  const { bounds, maximized } = fitWindow(readWindowState(paths.windowState, log), [screen.getPrimaryDisplay().workArea, ...others]);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(MINIMUM.width, bounds.width),
    minHeight: Math.min(MINIMUM.height, bounds.height),
    show: false,
    title: "Lodestone",
    backgroundColor: pageBackground(),
    webPreferences: { ...webPreferences, preload: paths.preload },
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => writeWindowState(paths.windowState, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }, log));
  window.webContents.on("render-process-gone", (_event, { reason }) => void offerReload(window, reason, log));
  window.loadURL(START_URL).catch((cause: unknown) => log.error("window", cause));
  return window;
}

/** The page is gone, the data are not: every settled change was committed by the main process. */
async function offerReload(window: BrowserWindow, reason: string, log: Log): Promise<void> {
  log.error("window", `the page stopped: ${reason}`);
  if (reason === "clean-exit" || window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: "The window stopped working.",
    detail: "Saved scenarios and drafts are safe.",
    buttons: ["Open it again", "Quit"],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
