/** Serves the built window from disk as app://planner: GET only, one host, nothing outside one folder, a strict policy on every answer. */
import { readFile } from "node:fs/promises";
import path from "node:path";

export const SCHEME = "app";
const HOST = "planner";
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/`;

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
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

/** What every answer carries, also a refusal. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

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
  const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS });
  if (request.method !== "GET") return refuse(405);
  const file = fileFor(root, request.url);
  if (file === null) return refuse(404);
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await readFile(file);
  } catch {
    return refuse(404);
  }
  return new Response(bytes, { headers: { ...HEADERS, "content-type": mediaTypes[path.extname(file)] ?? "application/octet-stream" } });
}
