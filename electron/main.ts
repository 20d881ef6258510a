/** Composition root: the order of start-up, and which part gets what. */
import path from "node:path";
import { app, type BrowserWindow, clipboard, ClipboardItem, ipcMain, Menu, nativeTheme, protocol, session, shell } from "electron";
import type { VersionInfo } from "../shared/ipc/boot-info.ts";
import { COMMAND_EVENT, FILES_EVENT } from "../shared/ipc/channels.ts";
import { resourcesFolder, samplesFolder, shippedDatasetFolder } from "./dataset/shipped-dataset.ts";
import { nativeFileDialogs } from "./file-dialogs.ts";
import { filesOfSecondStart, filesOnCommandLine, WaitingFiles } from "./files/waiting-files.ts";
import { requestFlush } from "./flush.ts";
import { registerHandlers } from "./ipc/register.ts";
import { reportUnexpectedErrors, runLifecycle } from "./lifecycle.ts";
import { createLog } from "./log.ts";
import { menuTemplate } from "./menu.ts";
import { resolvePaths } from "./paths.ts";
import { SCHEME, serve } from "./protocol.ts";
import { runtimeFolder } from "./runtime-folder.ts";
import { hardenContents, hardenProcess, hardenSession } from "./security.ts";
import { openServices } from "./services.ts";
import { createSenderTrust } from "./trusted-sender.ts";
import { versionInfo } from "./versions.ts";
import { createWindow, pageBackground } from "./window.ts";

/** How long closing waits for the window to write what is pending. */
const FLUSH_PATIENCE_MS = 3000;

const paths = resolvePaths({
  argv: process.argv,
  env: process.env,
  platform: process.platform,
  packaged: app.isPackaged,
  defaultUserData: app.getPath("userData"),
  built: path.dirname(import.meta.dirname),
  shippedDataset: shippedDatasetFolder(resourcesFolder(import.meta.url)),
  samples: samplesFolder(resourcesFolder(import.meta.url)),
});
const log = createLog({ file: paths.log });
const waiting = new WaitingFiles();
/** What this start was asked to open; a second start hands its own to the first. */
const named = filesOnCommandLine(process.argv.slice(1), process.cwd());
const fail = reportUnexpectedErrors(log);

hardenProcess(app);
// The window's heap for new objects begins as large as it may become (MB): growing to it costs a dozen collections while the window starts.
app.commandLine.appendSwitch("js-flags", "--min-semi-space-size=16");
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
const own = runtimeFolder(paths.data);
app.setPath("userData", own);
app.setPath("sessionData", own === paths.data ? paths.chromium : own);
// macOS asks for a file before the app is ready.
app.on("open-file", (event, file) => {
  event.preventDefault();
  waiting.add([file]);
});
app.on("web-contents-created", (_event, contents) => hardenContents(contents));

function start(): void {
  const versions = (): VersionInfo => versionInfo(app.getVersion(), paths.data);
  log.info("start", JSON.stringify(versions()));
  hardenSession(session.defaultSession);
  protocol.handle(SCHEME, (request) => serve(paths.renderer, request));

  let window: BrowserWindow | null = null;
  let release = (): void => {};
  const trust = createSenderTrust();
  // The window comes first: its page's process starts while dataset and store are read. It can send nothing before this function has ended.
  runLifecycle({
    log,
    onSecondStart: (data) => waiting.add(filesOfSecondStart(data)),
    openWindow: () => {
      const opened = createWindow(paths, log);
      trust.admit(opened.webContents);
      opened.once("closed", () => (window = null));
      return (window = opened);
    },
    flush: ({ webContents }) => requestFlush(webContents, { ipcMain, trust, patienceMs: FLUSH_PATIENCE_MS }),
    release: () => release(),
  });
  const services = openServices({
    paths,
    hints: process.env["LODESTONE_HINTS"] !== "off",
    versions,
    appVersion: app.getVersion(),
    dialogs: nativeFileDialogs(() => window),
    waiting,
    // A copy: a Blob takes no view of memory that may be shared.
    writePicture: (png) => clipboard.write([new ClipboardItem({ "image/png": new Blob([new Uint8Array(png)], { type: "image/png" }) })]),
    showTheme: (theme) => {
      nativeTheme.themeSource = theme;
      window?.setBackgroundColor(pageBackground());
    },
    openFolder: (folder) => void shell.openPath(folder),
    log,
  });
  const unregister = registerHandlers({ ipcMain, handlers: services.handlers, trust, log });
  release = () => {
    unregister();
    services.close();
  };
  waiting.add(named);
  waiting.onAdded = () => window?.webContents.send(FILES_EVENT);
  const menu = menuTemplate(
    {
      run: (command) => window?.webContents.send(COMMAND_EVENT, command),
      copyLog: () => void clipboard.writeText(log.read()),
      showDataFolder: () => void shell.openPath(paths.data),
    },
    process.platform,
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

// `whenReady` must not be awaited at the top level: Electron becomes ready only after this module has been evaluated.
if (app.requestSingleInstanceLock({ files: named })) app.whenReady().then(start).catch(fail);
else app.quit();
