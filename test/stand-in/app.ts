/** `app`: paths, switches, the single-instance lock, and the order of events from start to exit. */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { onParent } from "./messages.ts";
import { takeInstanceLock } from "./single-instance.ts";
import { PreventableEvent, unsupported } from "./unsupported.ts";

/** A window as far as quitting is concerned. */
interface Closable {
  close(): void;
  isDestroyed(): boolean;
}

/** Filled by the modules that own these things; `app` starts and stops them without knowing them. */
export const parts = {
  start: [] as (() => Promise<void>)[],
  stop: [] as (() => Promise<void>)[],
  windows: new Set<Closable>(),
};

/** Resolved by `run.ts` when the main module has been evaluated: Electron is not "ready" before that. */
export const mainLoaded = Promise.withResolvers<void>();

const root = process.env["STAND_IN_APP"] ?? process.cwd();
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { name: string; productName?: string; version: string };

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #switches = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  #ready: Promise<void> | null = null;
  #isReady = false;
  #quitting = false;

  constructor() {
    super();
    const appData =
      process.platform === "win32"
        ? (process.env["APPDATA"] ?? path.join(homedir(), "AppData", "Roaming"))
        : process.platform === "darwin"
          ? path.join(homedir(), "Library", "Application Support")
          : (process.env["XDG_CONFIG_HOME"] ?? path.join(homedir(), ".config"));
    for (const [name, folder] of Object.entries({ appData, home: homedir(), temp: tmpdir(), documents: homedir(), downloads: homedir() }))
      this.#paths.set(name, folder);
    this.#paths.set("userData", path.join(appData, this.getName()));
  }

  readonly commandLine = {
    appendSwitch: (name: string, value = ""): void => void this.#switches.set(name, value),
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    getSwitchValue: (name: string): string => this.#switches.get(name) ?? "",
  };
  /** The switches as Chromium takes them. Names under .localhost are how the stand-in spells app://, so they stay resolvable. */
  chromiumArguments(): string[] {
    return [...this.#switches].map(([name, value]) =>
      value === "" ? `--${name}` : `--${name}=${value}${name === "host-resolver-rules" ? ", EXCLUDE *.localhost" : ""}`,
    );
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error("app.enableSandbox() can only be called before app is ready");
  }
  getName(): string {
    return manifest.productName ?? manifest.name;
  }
  getVersion(): string {
    return manifest.version;
  }
  getAppPath(): string {
    return root;
  }
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  getPath(name: string): string {
    const found = this.#paths.get(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error("Path must be absolute");
    this.#paths.set(name, folder);
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    return takeInstanceLock(this.getPath("userData"), data, (call) => this.emit("second-instance", {}, call.argv, call.workingDirectory, call.data));
  }

  isReady(): boolean {
    return this.#isReady;
  }
  whenReady(): Promise<void> {
    return (this.#ready ??= this.#start());
  }
  async #start(): Promise<void> {
    await mainLoaded.promise;
    for (const start of parts.start) await start();
    this.#isReady = true;
    this.emit("ready", {});
  }

  /** A window that closes by itself may be the last one; while quitting that event is not sent. */
  windowClosed(): void {
    if (parts.windows.size === 0 && !this.#quitting) this.emit("window-all-closed");
  }
  quit(): void {
    if (this.#quitting) return;
    const before = new PreventableEvent();
    this.emit("before-quit", before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of parts.windows) window.close();
    const will = new PreventableEvent();
    if (parts.windows.size === 0) this.emit("will-quit", will);
    if (parts.windows.size > 0 || will.defaultPrevented) {
      this.#quitting = false; // a window refused to close, or somebody asked for time
      return;
    }
    this.emit("quit", {}, 0);
    this.exit(0);
  }
  exit(code = 0): void {
    this.#quitting = true;
    void Promise.allSettled(parts.stop.map((stop) => stop())).then(() => process.exit(code));
  }
}

const instance = new App();
export const app = unsupported("app", instance);

onParent("quit", () => instance.quit());
onParent("open-file", ({ path: file }) => void instance.emit("open-file", new PreventableEvent(), file));
process.on("disconnect", () => instance.exit(0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => instance.quit());
