/** `webContents`: one page of the browser, or of any browser that opened the printed address. */
import { EventEmitter } from "node:events";
import type { Page } from "playwright-core";
import type { WebSocket } from "ws";
import { fromHttp } from "./address.ts";
import { PreventableEvent } from "./unsupported.ts";
import { encode } from "./wire.js";

interface PrintOptions {
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageRanges?: string;
  readonly preferCSSPageSize?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: { readonly top?: number; readonly bottom?: number; readonly left?: number; readonly right?: number };
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: "allow" | "deny" };

class NavigationEvent extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

export class WebContents extends EventEmitter {
  readonly id: number;
  page: Page | null = null;
  readonly #sockets = new Set<WebSocket>();
  #openHandler: OpenHandler = () => ({ action: "allow" });
  #destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#post({ kind: "send", channel, args });
  }
  /** What `webUtils.getPathForFile` shall answer for a file of that name. */
  tellFilePath(name: string, path: string): void {
    this.#post({ kind: "file-path", name, path });
  }
  #post(message: object): void {
    const text = encode(message);
    for (const socket of this.#sockets) socket.send(text);
  }
  connected(socket: WebSocket): void {
    this.#sockets.add(socket);
  }
  disconnected(socket: WebSocket): void {
    this.#sockets.delete(socket);
  }

  getURL(): string {
    return this.page === null ? "" : fromHttp(this.page.url());
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
    this.emit("destroyed");
  }
  /** A page that crashed cannot be driven any more: `crashed` opens another one in its place. */
  crashed: (() => void) | null = null;
  reload(): void {
    if (this.crashed !== null) this.crashed();
    else this.page?.reload().catch(() => {}); // the page may be closing
  }
  setWebRTCIPHandlingPolicy(): void {}

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  mayOpen(url: string): boolean {
    return this.#openHandler({ url }).action === "allow";
  }
  /** Asks the app's listeners, in Electron's order, whether a frame may go to `url`. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const event = new NavigationEvent(url, isMainFrame);
    this.emit("will-frame-navigate", event);
    if (isMainFrame) this.emit("will-navigate", event, url);
    return !event.defaultPrevented;
  }

  /** Electron's options are those of the DevTools protocol with other names; sizes and margins are in inches in both. */
  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    if (this.page === null) throw new Error("printToPDF needs a Chromium window");
    const { pageSize = "Letter", margins = {}, generateTaggedPDF, generateDocumentOutline, ...same } = options;
    const inches = (value: number | undefined): string => `${value ?? 0.4}in`; // Electron's default margin is 1 cm
    return this.page.pdf({
      ...same,
      ...(generateTaggedPDF === undefined ? {} : { tagged: generateTaggedPDF }),
      ...(generateDocumentOutline === undefined ? {} : { outline: generateDocumentOutline }),
      ...(typeof pageSize === "string" ? { format: pageSize } : { width: inches(pageSize.width), height: inches(pageSize.height) }),
      margin: { top: inches(margins.top), bottom: inches(margins.bottom), left: inches(margins.left), right: inches(margins.right) },
    });
  }
}
