/**
 * Finds a Chromium: LODESTONE_CHROMIUM (a path, or "bundled"), else one installed on this machine, else the headless one that npm brought along.
 * So the tests run on a machine that has only Node and npm.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

export interface Browser {
  readonly executable: string;
  /** Environment to start it with, beyond the parent's. */
  readonly env: Readonly<Record<string, string>>;
  /** "system" ones can open a window; the bundled one is headless only. */
  readonly kind: "chosen" | "system" | "bundled";
}

const LINUX_NAMES = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge"];
const MAC_APPS = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];
const WINDOWS_APPS = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/** A Chromium that somebody installed or named; null when there is none. */
export function findInstalledBrowser(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Browser | null {
  const chosen = env["LODESTONE_CHROMIUM"];
  if (chosen === "bundled") return null;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`LODESTONE_CHROMIUM names ${chosen}, which does not exist`);
    return { executable: chosen, env: {}, kind: "chosen" };
  }
  const executable = candidates(env, platform).find((file) => existsSync(file));
  return executable === undefined ? null : { executable, env: {}, kind: "system" };
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === "darwin") return MAC_APPS.map((app) => path.join("/Applications", app));
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter((root) => root !== undefined);
    return WINDOWS_APPS.flatMap((app) => roots.map((root) => path.join(root, app)));
  }
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

export function findBrowser(): Browser {
  return findInstalledBrowser() ?? unpackBundledBrowser();
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux x64 and arm64) once into node_modules/.cache, with the libraries and fonts that a
 * bare machine lacks. Its own start arguments switch web security off and are not used.
 */
function unpackBundledBrowser(): Browser {
  if (process.platform !== "linux") throw new Error("No Chromium found: install Chrome, Chromium or Edge, or name one in LODESTONE_CHROMIUM");
  const require = createRequire(import.meta.url);
  const home = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "..", "..");
  const { version } = require(path.join(home, "package.json")) as { version: string };
  const cache = path.resolve(home, "..", "..", ".cache", "lodestone");
  const folder = path.join(cache, `chromium-${version}-${process.arch}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const stage = mkdtempSync(path.join(cache, "unpack-"));
    const inflate = (name: string): Buffer => brotliDecompressSync(readFileSync(path.join(home, "bin", name)));
    writeFileSync(path.join(stage, "chromium"), inflate("chromium.br"), { mode: 0o755 });
    extractTar(inflate("al2023.tar.br"), stage);
    extractTar(inflate("fonts.tar.br"), stage);
    const dir = path.join(folder, "fonts"); // the archive's own fonts.conf names folders of a cloud function
    writeFileSync(path.join(stage, "fonts.conf"), `<fontconfig><dir>${dir}</dir><cachedir>${dir}/cache</cachedir></fontconfig>\n`);
    try {
      renameSync(stage, folder);
    } catch (cause) {
      rmSync(stage, { recursive: true, force: true });
      if (!existsSync(folder)) throw cause; // otherwise another process was first: its copy serves
    }
  }
  return {
    executable: path.join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(path.delimiter),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: folder }),
    },
    kind: "bundled",
  };
}

/** Writes the plain files of a tar archive; the two archives above hold nothing else but folders. */
function extractTar(tar: Buffer, folder: string): void {
  const text = (from: number, length: number): string => tar.toString("latin1", from, from + length).split("\0")[0] ?? "";
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const name = path.join(folder, text(at, 100));
    if (["0", ""].includes(text(at + 156, 1))) {
      mkdirSync(path.dirname(name), { recursive: true });
      writeFileSync(name, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
