/** `ipcMain`, over one WebSocket for each page. Messages are structured clones, in order, as in Electron. */
import { EventEmitter } from "node:events";
import { WebSocketServer, type WebSocket } from "ws";
import { fromHttp } from "./address.ts";
import { parts } from "./app.ts";
import { admit, server } from "./loopback.ts";
import { tellParent } from "./messages.ts";
import { decode, encode } from "./wire.js";

/** What a page sends: calls of its preload script, and reports of the page script itself. */
type FromPage =
  | { readonly kind: "invoke"; readonly id: number; readonly channel: string; readonly args: readonly unknown[]; readonly url: string }
  | { readonly kind: "event"; readonly channel: string; readonly args: readonly unknown[]; readonly url: string }
  | { readonly kind: "csp-violation"; readonly directive: string; readonly blocked: string };

/** The window behind a socket, as far as messages are concerned. */
export interface Peer {
  readonly contents: { send(channel: string, ...args: readonly unknown[]): void };
  connected(socket: WebSocket): void;
  disconnected(socket: WebSocket): void;
}

let peerOf: (window: number) => Peer | null = () => null;
/** Set by the module that owns the windows. */
export const setPeers = (of: (window: number) => Peer | null): void => void (peerOf = of);

type InvokeHandler = (event: unknown, ...args: readonly unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>();
  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
  async invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}
export const ipcMain = new IpcMain();

async function receive(peer: Peer, socket: WebSocket, origin: string, message: FromPage): Promise<void> {
  if (message.kind === "csp-violation") return tellParent(message);
  // The path is the page's own word; the origin is the browser's (Origin header). The page script does not run in subframes.
  const claimed = fromHttp(message.url);
  const url = claimed.startsWith(`${origin}/`) ? claimed : `${origin}/`;
  const event = { sender: peer.contents, senderFrame: { url, origin, parent: null, top: null }, frameId: 1, processId: 1 };
  if (message.kind === "event") return void ipcMain.emit(message.channel, event, ...message.args);
  try {
    socket.send(encode({ kind: "reply", id: message.id, value: await ipcMain.invoke(message.channel, event, message.args) }));
  } catch (cause) {
    console.error(`Error occurred in handler for '${message.channel}':`, cause);
    socket.send(encode({ kind: "reply", id: message.id, error: String(cause) }));
  }
}

const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 });
server.on("upgrade", (request, socket, head) => {
  const url = new URL(request.url ?? "/", "http://loopback");
  const at = admit(request);
  const peer = peerOf(Number(url.searchParams.get("window")));
  if (!at || !request.headers.origin || !peer || url.pathname !== "/__stand-in/ipc") return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  sockets.handleUpgrade(request, socket, head, (open) => {
    peer.connected(open);
    open.on("close", () => peer.disconnected(open));
    open.on("message", (data: Buffer) => void receive(peer, open, `${at.scheme}://${at.host}`, decode(data.toString("utf8")) as FromPage));
  });
});
parts.stop.push(async () => {
  for (const socket of sockets.clients) socket.terminate();
});
