/**
 * `protocol`, served on 127.0.0.1. Answers nobody but its own window: exact Host (DNS rebinding), a cookie with a 256-bit token that only the
 * opening address sets, the page's own Origin, and no request that another site began.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { app, parts } from "./app.ts";
import { fromHttp, parseHost, type SchemeHost, setPort } from "./address.ts";
import { pageScript } from "./page-script.ts";
import { unsupported } from "./unsupported.ts";

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const protocol = unsupported("protocol", {
  registerSchemesAsPrivileged: (_schemes: readonly unknown[]): void => {
    if (app.isReady()) throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
  },
  handle: (scheme: string, handler: Handler): void => {
    if (handlers.has(scheme)) throw new Error("The scheme has been registered");
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

const token = randomBytes(32).toString("hex");

function isToken(text: string | null | undefined): boolean {
  const given = Buffer.from(text ?? "");
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Whose files a request may have; null when it comes from anywhere but a window of this process. */
export function admit(request: IncomingMessage): SchemeHost | null {
  const { host, origin, cookie } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const at = parseHost(host);
  if (at === null || !handlers.has(at.scheme)) return null;
  if (origin !== undefined && origin !== `http://${host}`) return null;
  if (site !== undefined && site !== "same-origin" && site !== "none") return null;
  return isToken(/(?:^|; )stand-in=([0-9a-f]+)/.exec(cookie ?? "")?.[1]) ? at : null;
}

/** The address that opens a window's page once in any browser: it sets the cookie and moves on. */
export const openingAddress = (window: number, address: string): string =>
  `${new URL(address).origin}/__stand-in/open?token=${token}&window=${window}&to=${encodeURIComponent(new URL(address).pathname)}`;

function answerOpening(url: URL, response: ServerResponse): void {
  const window = JSON.stringify(String(Number(url.searchParams.get("window"))));
  const to = JSON.stringify(`/${(url.searchParams.get("to") ?? "").replace(/^\/+/, "")}`).replaceAll("<", "\\u003c");
  response.writeHead(200, {
    "content-type": "text/html",
    "set-cookie": `stand-in=${token}; HttpOnly; SameSite=Strict; Path=/`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  response.end(`<script>sessionStorage.setItem("stand-in.window", ${window}); location.replace(${to})</script>`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "nowhere"}`);
  if (url.pathname === "/__stand-in/open" && parseHost(request.headers.host) && isToken(url.searchParams.get("token"))) return answerOpening(url, response);
  const at = admit(request);
  const handler = at && handlers.get(at.scheme);
  if (!handler) return void response.writeHead(403).end("forbidden");
  if (url.pathname.startsWith("/__stand-in/")) {
    return void response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(pageScript());
  }
  await relay(await handler(new Request(fromHttp(url.href), { method: request.method ?? "GET" })), response);
}

/** Sends what the app's handler answered; a page gets the script that runs the preload before any of its own. */
async function relay(answered: Response, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(answered.headers);
  if (headers["content-type"]?.startsWith("text/html")) {
    const page = (await answered.text()).replace(/<head[^>]*>/i, (head) => `${head}<script src="/__stand-in/page.js"></script>`);
    delete headers["content-length"];
    response.writeHead(answered.status, headers).end(page);
  } else {
    response.writeHead(answered.status, headers);
    if (answered.body) Readable.fromWeb(answered.body as ReadableStream).pipe(response);
    else response.end();
  }
}

export const server = createServer((request, response) => {
  answer(request, response).catch((cause: unknown) => {
    console.error(cause);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

parts.start.push(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  setPort((server.address() as AddressInfo).port);
});
parts.stop.push(async () => {
  server.closeAllConnections();
  server.close();
});
