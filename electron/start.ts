/**
 * `npm start`: runs the built app in the real Electron where its binary is present or can be fetched, else in the stand-in (test/stand-in).
 * LODESTONE_OFFLINE=1 fetches nothing; LODESTONE_STAND_IN=1 takes the stand-in in any case.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { findInstalledBrowser } from "../test/support/browser.ts";
import { chooseRuntime, type Found } from "./choose-runtime.ts";

/** Long enough for a download over an ordinary line; a line that is blocked fails much sooner. */
const FETCH_LIMIT_MS = 120_000;

const { env } = process;
const root = path.resolve(import.meta.dirname, "..");
const electronPackage = path.join(root, "node_modules", "electron");

/** The executable that Electron's own installer wrote down; null before it was downloaded. */
function electronBinary(): string | null {
  const marker = path.join(electronPackage, "path.txt");
  if (!existsSync(marker)) return null;
  const binary = path.join(env["ELECTRON_OVERRIDE_DIST_PATH"] ?? path.join(electronPackage, "dist"), readFileSync(marker, "utf8"));
  return existsSync(binary) ? binary : null;
}

function lookForElectron(): Found["electron"] {
  const { version } = JSON.parse(readFileSync(path.join(electronPackage, "package.json"), "utf8")) as { version: string };
  if (env["LODESTONE_STAND_IN"] === "1") return { missing: "LODESTONE_STAND_IN is set" };
  if (electronBinary() !== null) return { version };
  if (env["LODESTONE_OFFLINE"] === "1") return { missing: "its binary is not here and LODESTONE_OFFLINE is set" };
  console.log(`Fetching Electron ${version}, at most ${FETCH_LIMIT_MS / 60_000} minutes (LODESTONE_OFFLINE=1 skips this) …`);
  const { error, stderr } = spawnSync(process.execPath, [path.join(electronPackage, "install.js")], { cwd: root, encoding: "utf8", timeout: FETCH_LIMIT_MS });
  if (electronBinary() !== null) return { version };
  return { missing: `its binary could not be fetched: ${error?.message ?? stderr.trim().split("\n")[0] ?? "no reason given"}` };
}

function startElectron(): ChildProcess {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0; // Chromium's sandbox refuses root
  return spawn(electronBinary() ?? "electron", [...(isRoot ? ["--no-sandbox"] : []), root, ...process.argv.slice(2)], { stdio: "inherit" });
}

function startStandIn(window: "browser-window" | "address"): ChildProcess {
  const script = [path.join(root, "test/stand-in/run.ts"), path.join(root, "out/main/main.js")];
  return spawn(process.execPath, [...script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: { ...env, ...(window === "address" ? { STAND_IN_WINDOW: "none" } : {}) },
  });
}

/** Electron's executable is there but cannot run: libraries of the desktop are missing, or its sandbox helper is not set up. */
const couldNotRun = (code: number | null, signal: NodeJS.Signals | null): boolean => code === 127 || signal === "SIGTRAP";

const display = process.platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
// Without a display Electron is of no use, so it is not fetched.
const electron = display ? lookForElectron() : { missing: "there is no display" };
const found: Found = { electron, display, browser: findInstalledBrowser()?.executable ?? null };

function run({ runtime, because }: ReturnType<typeof chooseRuntime>): void {
  console.log(because);
  const child = runtime === "electron" ? startElectron() : startStandIn(runtime);
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  child.on("exit", (code, signal) => {
    process.off("SIGINT", pass).off("SIGTERM", pass);
    if (runtime === "electron" && couldNotRun(code, signal)) return run(chooseRuntime({ ...found, electron: { missing: "its binary cannot run here" } }));
    process.exitCode = code ?? 1;
  });
}
run(chooseRuntime(found));
