/** From start to exit: one instance, what is pending is written before a window closes, and the store closes last. */
import { app, dialog, powerMonitor, type BrowserWindow } from "electron";
import type { Unwritten } from "../shared/ipc/channels.ts";
import type { FlushOutcome } from "./flush.ts";
import type { Log } from "./log.ts";

export interface Lifecycle {
  readonly log: Log;
  readonly openWindow: () => BrowserWindow;
  /** Another start in the same data folder, with what it was asked for. */
  readonly onSecondStart: (data: unknown) => void;
  readonly flush: (window: BrowserWindow) => Promise<FlushOutcome>;
  /** Takes the handlers away, then closes the store. Called once, when no window is left. */
  readonly release: () => void;
}

/** Opens the window and looks after it. To be called once the app is ready. */
export function runLifecycle({ log, openWindow, onSecondStart, flush, release }: Lifecycle): void {
  let window: BrowserWindow | null = null;
  let quitting = false;
  let systemEnds = false;

  const open = (): void => {
    const opened = openWindow();
    let state: "open" | "closing" | "written" = "open";
    const close = async (): Promise<void> => {
      const outcome = await flush(opened);
      if (typeof outcome === "object" && !systemEnds && !(await mayBeLost(opened, outcome))) {
        state = "open";
        quitting = false;
        return;
      }
      if (outcome !== "flushed") log.warn("quit", `pending changes: ${typeof outcome === "object" ? outcome.why : outcome}`);
      state = "written";
      if (quitting) app.quit();
      else if (!opened.isDestroyed()) opened.close();
    };
    opened.on("close", (event) => {
      if (state === "written") return;
      event.preventDefault(); // also stops a quit that closes this window: it is asked for again below
      if (state === "closing") return;
      state = "closing";
      void close();
    });
    opened.on("closed", () => (window = null));
    window = opened;
  };

  app.on("before-quit", () => (quitting = true));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("activate", () => {
    if (window === null) open();
  });
  app.on("second-instance", (_event, _argv, _folder, data) => {
    onSecondStart(data);
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("will-quit", release);
  powerMonitor.on("suspend", () => {
    if (window !== null) void flush(window);
  });
  powerMonitor.on("shutdown", () => {
    systemEnds = true; // nobody is there to answer a question
    app.quit();
  });
  open();
}

const MOST_TITLES = 5;

/** Asks whether to close although something is in memory only. Esc and the default mean no. */
async function mayBeLost(window: BrowserWindow, { titles, why }: Unwritten): Promise<boolean> {
  if (window.isDestroyed()) return true;
  const more = titles.length - MOST_TITLES;
  const named = [...titles.slice(0, MOST_TITLES), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: titles.length === 1 ? `Close and lose changes to ${titles[0] ?? ""}?` : `Close and lose changes to ${titles.length} scenarios?`,
    detail: `${why}${titles.length === 1 ? "" : `\n\n${named}`}\n\nCancel, then free some space or export them to a file.`,
    buttons: ["Cancel", "Close and lose them"],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/**
 * An exception that nobody expected: told, written to the log, and the app ends in order while it still can. Returns what to call with one.
 * A promise that nobody waited for harms nothing else: it is only written down.
 */
export function reportUnexpectedErrors(log: Log): (cause: unknown) => void {
  const report = (cause: unknown): void => {
    log.error("unexpected", cause);
    const what = cause instanceof Error ? cause.message : String(cause);
    dialog.showErrorBox("Lodestone has to close", `${what}\n\nSaved scenarios and drafts are safe. The log is in the data folder.`);
    app.quit();
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", (cause) => log.error("unhandled rejection", cause));
  return report;
}
