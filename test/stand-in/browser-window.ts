/** `BrowserWindow`: a page in the stand-in's Chromium, or with STAND_IN_WINDOW=none the printed address of one. Geometry is bookkeeping only. */
import { EventEmitter } from "node:events";
import type { Page } from "playwright-core";
import { toHttp } from "./address.ts";
import { app, parts } from "./app.ts";
import { applyPermissions, deniedPermissions, openContext } from "./chromium.ts";
import { nativeTheme } from "./desktop.ts";
import { setPeers } from "./ipc.ts";
import { openingAddress } from "./loopback.ts";
import { onParent, tellParent } from "./messages.ts";
import { setPageSettings } from "./page-script.ts";
import { screenSettings } from "./screen-settings.ts";
import { PreventableEvent, unsupported } from "./unsupported.ts";
import { WebContents } from "./web-contents.ts";

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Rectangle> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}

const windows = new Map<number, BrowserWindow>();
let nextId = 1;

export class BrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly webContents: WebContents;
  readonly preload: string | undefined;
  url = "";
  #bounds: Rectangle;
  #title: string;
  #visible: boolean;
  #maximized = false;
  #minimized = false;
  #fullScreen = false;
  #edited = false;
  #destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#title = options.title ?? "";
    this.#visible = options.show ?? true;
    this.preload = options.webPreferences?.preload;
    this.webContents = unsupported("webContents", new WebContents(this.id));
    windows.set(this.id, this);
    parts.windows.add(this);
    app.emit("web-contents-created", {}, this.webContents);
    app.emit("browser-window-created", {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.get(contents.id) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()].at(-1) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    this.url = url;
    this.#loading = true;
    this.webContents.crashed = null;
    const address = toHttp(url);
    const open = openingAddress(this.id, address);
    tellParent({ kind: "window", id: this.id, address, open });
    if (process.env["STAND_IN_WINDOW"] === "none") {
      console.log(`Open this address in a browser: ${open}`);
      return;
    }
    const context = await openContext(this.#bounds, {
      mayNavigate: (page, to, isMainFrame) => {
        const window = [...windows.values()].find((other) => other.webContents.page === page);
        if (window === undefined) return BrowserWindow.getAllWindows().some((other) => other.webContents.mayOpen(to)); // a page that a page opened
        return to === window.url && window.#loading ? true : window.webContents.mayNavigate(to, isMainFrame);
      },
    });
    await applyPermissions(context, url);
    const page = context.pages().find((other) => /^(about:blank|data:)/.test(other.url())) ?? (await context.newPage());
    this.#watch(page);
    await page.goto(open);
    await page.waitForURL((to) => !to.pathname.startsWith("/__stand-in/"));
    this.#loading = false;
    this.#loaded();
  }
  /** True until the page that `loadURL` asked for is there: such a navigation needs nobody's leave. */
  #loading = true;

  #watch(page: Page): void {
    this.webContents.page = page;
    page.on("close", () => {
      if (this.webContents.page === page) this.close();
    });
    page.on("crash", () => {
      this.webContents.crashed = () => void this.loadURL(this.url);
      this.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
    });
    page.on("popup", (opened) => void opened.close().catch(() => {})); // its requests were refused before it showed anything
    page.on("pageerror", (error) => tellParent({ kind: "page-error", text: error.stack ?? error.message }));
    page.on("console", (message) => {
      // A page that goes while it still loads has its requests cut off; that is no fault of it.
      if (message.type() === "error" && !this.#destroyed) tellParent({ kind: "page-error", text: message.text() });
      if (process.env["STAND_IN_LOG"]) console.log(`[window ${this.id}] ${message.type()}: ${message.text()}`);
    });
    page.on("dialog", (dialog) => void dialog.dismiss());
    nativeTheme.on("updated", () => this.#showTheme());
    this.#showTheme();
  }
  /** `nativeTheme.themeSource` decides prefers-color-scheme in the page; "system" gives it back to the person's settings. */
  #showTheme(): void {
    const { themeSource } = nativeTheme;
    const colorScheme = themeSource === "system" ? (screenSettings.colorScheme ?? null) : themeSource;
    this.webContents.page?.emulateMedia({ colorScheme }).catch(() => {}); // the page may be closing
  }
  #loaded(): void {
    this.webContents.emit("dom-ready", {});
    this.emit("ready-to-show");
    this.webContents.emit("did-finish-load");
    tellParent({ kind: "loaded", id: this.id });
  }

  /** Nothing is drawn here before the page draws itself. */
  setBackgroundColor(): void {}
  show(): void {
    this.#visible = true;
    this.emit("show");
  }
  hide(): void {
    this.#visible = false;
    this.emit("hide");
  }
  isVisible(): boolean {
    return this.#visible;
  }
  focus(): void {
    this.webContents.page?.bringToFront().catch(() => {}); // the page may be closing
    this.emit("focus");
  }
  minimize(): void {
    this.#minimized = true;
    this.emit("minimize");
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  restore(): void {
    this.#minimized = false;
    this.emit("restore");
  }
  maximize(): void {
    this.#maximized = true;
    this.emit("maximize");
  }
  unmaximize(): void {
    this.#maximized = false;
    this.emit("unmaximize");
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  setFullScreen(on: boolean): void {
    this.#fullScreen = on;
    this.emit(on ? "enter-full-screen" : "leave-full-screen");
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setDocumentEdited(edited: boolean): void {
    this.#edited = edited;
  }
  isDocumentEdited(): boolean {
    return this.#edited;
  }
  getBounds(): Rectangle {
    return this.#bounds;
  }
  getNormalBounds(): Rectangle {
    return this.#bounds;
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit("resize");
    this.emit("move");
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    if (this.#destroyed) return;
    const event = new PreventableEvent();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this.id);
    parts.windows.delete(this);
    this.webContents.page?.close().catch(() => {}); // it may be the page's closing that brought us here
    this.webContents.destroy();
    this.emit("closed");
    app.windowClosed();
  }
}

setPageSettings(() => {
  const loading = [...windows].filter(([, { url }]) => url !== "");
  return new Map(loading.map(([id, { preload, url }]) => [id, { preload, denied: deniedPermissions(new URL(url).origin) }]));
});
setPeers((id) => {
  const window = windows.get(id);
  if (window === undefined) return null;
  const { webContents: contents } = window;
  return {
    contents,
    connected: (socket) => contents.connected(socket),
    disconnected: (socket) => contents.disconnected(socket),
  };
});
onParent("file-path", ({ name, path }) => {
  for (const window of windows.values()) window.webContents.tellFilePath(name, path);
});
