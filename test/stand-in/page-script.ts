/** The script that every page of a window runs first: which window it is, then the preload script as Electron's sandbox would run it. */
import { readFileSync } from "node:fs";
import path from "node:path";

export interface PageSettings {
  /** Absolute path of the window's preload script. */
  readonly preload: string | undefined;
  /** Permissions that a page may use without asking in a browser and that the app's check handler refuses. */
  readonly denied: readonly string[];
}

let windows: () => ReadonlyMap<number, PageSettings> = () => new Map();
/** Set by the module that owns the windows. */
export const setPageSettings = (of: () => ReadonlyMap<number, PageSettings>): void => void (windows = of);

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

/**
 * The script of every window; the number of its own is known to the page alone (two tabs share one cookie). Each is page.js with wire.js before it and
 * the preload inside it, and leaves nothing on the page but what the preload exposes.
 */
export function pageScript(): string {
  const scripts = [...windows()].map(([window, settings]) => `case ${window}: ${scriptOf(window, settings)} break;\n`);
  return `switch (Number(sessionStorage.getItem("stand-in.window") ?? 1)) {\n${scripts.join("")}}`;
}

function scriptOf(window: number, { preload, ...settings }: PageSettings): string {
  const page = read("page.js")
    .replace("__SETTINGS__", () => JSON.stringify({ window, ...settings }))
    .replace("__PRELOAD__", () => (preload === undefined ? "" : readFileSync(preload, "utf8")));
  return `(() => { "use strict";\n${read("wire.js").replaceAll("export function", "function")}\n${page}\n})();`;
}
