/** Serves the built window from disk as app://planner: GET only, one host, nothing outside one folder, a strict policy on every answer. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

export const SCHEME = "app";
const HOST = "planner";
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/`;

/** What `vite.config.ts` writes where the nonce of one response belongs. */
const NONCE_MARK = /__CSP_NONCE__/g;

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * No inline script, and one inline style: that of React Aria in `renderer/index.html` (touch-action of pressable elements). The nonce lets it in,
 * and whatever React Aria adds by itself with the nonce of the page's `<meta property="csp-nonce">`; it is new for every response.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The file inside `root` that a request names, or null when it names none that may be served. */
export function fileFor(root: string, requestUrl: string): string | null {
  const url = new URL(requestUrl);
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST || url.username !== "" || url.password !== "") return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname); // once: "%252e" must stay a file name
  } catch {
    return null;
  }
  if (name.includes("\0") || name.includes("\\")) return null;
  const file = path.join(root, name === "/" ? "index.html" : name);
  const inside = path.relative(root, file);
  if (inside === "" || inside.split(path.sep)[0] === ".." || path.isAbsolute(inside)) return null;
  return path.extname(file) in mediaTypes ? file : null;
}

/** Answers one request for the window's own files. `root` is the folder of the built window. */
export async function serve(root: string, request: Pick<Request, "method" | "url">): Promise<Response> {
  const nonce = randomBytes(16).toString("base64url");
  const headers: Record<string, string> = {
    "content-security-policy": contentSecurityPolicy(nonce),
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  };
  const refuse = (status: number): Response => new Response(null, { status, headers });
  if (request.method !== "GET") return refuse(405);
  const file = fileFor(root, request.url);
  if (file === null) return refuse(404);
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await readFile(file);
  } catch {
    return refuse(404);
  }
  const type = mediaTypes[path.extname(file)] ?? "application/octet-stream";
  const body = type.startsWith("text/html") ? bytes.toString("utf8").replace(NONCE_MARK, nonce) : bytes;
  return new Response(body, { headers: { ...headers, "content-type": type } });
}
