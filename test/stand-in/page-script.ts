/** The scripts that every page of a window runs first: which window it is, then the preload script as Electron's sandbox would run it. */
import { readFileSync } from "node:fs";
import path from "node:path";

export interface PageSettings {
  /** Absolute path of the window's preload script. */
  readonly preload: string | undefined;
  /** Permissions that a page may use without asking in a browser and that the app's check handler refuses. */
  readonly denied: readonly string[];
}

let settingsOf: (window: number) => PageSettings = () => ({ preload: undefined, denied: [] });
/** Set by the module that owns the windows. */
export const setPageSettings = (of: (window: number) => PageSettings): void => void (settingsOf = of);

/** The number of the window is known to the page alone (two tabs share one cookie), so the page asks for the script of its window. */
export const windowScript = `document.write('<script src="/__stand-in/page.js?window=' + Number(sessionStorage.getItem("stand-in.window") ?? 1) + '"><' + '/script>');`;

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** page.js with wire.js before it and the preload inside it, as one script that leaves nothing on the page but what the preload exposes. */
export function pageScript(window: number): string {
  const { preload, ...settings } = settingsOf(window);
  const page = read("page.js")
    .replace("__SETTINGS__", () => JSON.stringify({ window, ...settings }))
    .replace("__PRELOAD__", () => (preload === undefined ? "" : readFileSync(preload, "utf8")));
  return `(() => { "use strict";\n${read("wire.js").replaceAll("export function", "function")}\n${page}\n})();`;
}
