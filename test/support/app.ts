/**
 * Starts the built app (`out/`) as a process of its own, with a real database file and a real Chromium window, and hands its page to a test.
 * Every launch watches for what must never happen; `stop` fails the test that did not expect it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { lstatSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import type { FromParent, ToParent } from "../stand-in/messages.ts";
import type { ScreenSettings } from "../stand-in/screen-settings.ts";

const root = path.resolve(import.meta.dirname, "../..");

export const WIDE = { width: 1440, height: 900 } as const;
/** For what is expected to happen: seconds at most on a free machine, so that one which is several times slower still gets there. */
export const PATIENCE_MS = 45_000;
/** The smallest window that people can make. */
export const SMALL = { width: 1280, height: 720 } as const;

/** LODESTONE_TEST_SLOWDOWN=4: every window computes four times slower, to find what depends on time. */
const SLOWDOWN = Number(process.env["LODESTONE_TEST_SLOWDOWN"] ?? 1);

export interface LaunchOptions {
  /** Data folder to open; without it a fresh one, removed by `stop`. */
  readonly dataFolder?: string;
  /** Folder of package.json and out/; the project's own unless stated. */
  readonly appFolder?: string;
  /** Dataset folder in the place of the shipped one. */
  readonly datasetFolder?: string;
  /** Size of the window (`WIDE` unless stated) and the person's preferences. */
  readonly screen?: ScreenSettings;
  /** As on a first start: the worked example and its hints. Without it a fresh data folder shows the status quo. */
  readonly firstStart?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Words after the app's name on its command line. */
  readonly appArguments?: readonly string[];
  readonly browserArguments?: readonly string[];
}

export interface DialogShown {
  readonly method: string;
  readonly options: unknown;
  readonly answer: unknown;
}

export interface RunningApp {
  readonly page: Page;
  readonly dataFolder: string;
  /** Address of the page on the loopback server. */
  readonly address: string;
  readonly pid: number;
  /**
   * What the next dialog of `method` (showOpenDialog, showSaveDialog, showMessageBox) answers; without it a dialog is cancelled.
   * To be awaited: a key press reaches the app by another way and may be there first.
   */
  readonly answer: (method: string, answer: unknown) => Promise<void>;
  readonly menu: (id: string) => void;
  readonly power: (event: Extract<FromParent, { kind: "power" }>["event"]) => void;
  /** The path that a file of that name, dropped on the page, shall have. */
  readonly filePath: (name: string, file: string) => void;
  /** As macOS does when somebody double-clicks a file. */
  readonly openFile: (file: string) => void;
  readonly dialogs: () => readonly DialogShown[];
  /** Every URL that the page asked for, in the app's spelling (app://…), allowed or not. */
  readonly requests: () => readonly string[];
  /** Policy violations, errors of the page and network use so far; they are forgotten, so `stop` does not fail on them. */
  readonly takeProblems: () => readonly string[];
  /** Resolves with the first message of that kind that was sent, or will be. */
  readonly heard: <K extends ToParent["kind"]>(kind: K) => Promise<Extract<ToParent, { kind: K }>>;
  /** Quits as a person would. Fails on an exit code or on problems. The data folder goes unless it was given or is kept. */
  readonly stop: (options?: { readonly keepData?: boolean }) => Promise<void>;
  /** SIGKILL: no handler runs. Data stay. */
  readonly kill: () => Promise<void>;
}

function problemOf(message: ToParent): string | null {
  switch (message.kind) {
    case "csp-violation":
      return `content policy: ${message.directive} blocked ${message.blocked}`;
    case "page-error":
      return `page: ${message.text}`;
    case "network":
      return `network: ${message.what}`;
    case "request":
      return message.allowed ? null : `refused: ${message.url}`;
    case "dialog":
      return message.method === "showErrorBox" ? `error box: ${JSON.stringify(message.options)}` : null;
    case "window":
    case "loaded":
    case "shell":
    case "ready-to-answer":
      return null;
  }
}

/** Collects what the app's process says, and lets a test wait for it. */
function listen(child: ChildProcess) {
  const messages: ToParent[] = [];
  const waiting = new Set<() => void>();
  const problems: string[] = [];
  child.on("message", (message: ToParent) => {
    messages.push(message);
    const problem = problemOf(message);
    if (problem !== null) problems.push(problem);
    for (const check of waiting) check();
  });
  const heard = <K extends ToParent["kind"]>(kind: K): Promise<Extract<ToParent, { kind: K }>> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = messages.find((message): message is Extract<ToParent, { kind: K }> => message.kind === kind);
        if (!found) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      child.once("exit", (code) => reject(new Error([`The app exited with ${code} before it said "${kind}"`, ...problems].join("\n"))));
      check();
    });
  const ready = (): number => messages.filter(({ kind }) => kind === "ready-to-answer").length;
  /** Resolves when as many answers lie, or lay, ready. */
  const readyTimes = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (ready() < count) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { messages, problems, heard, readyTimes };
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), "lodestone-data-"));
  const profile = mkdtempSync(path.join(tmpdir(), "lodestone-browser-"));
  const appFolder = options.appFolder ?? root;
  const started = [path.join(root, "test/stand-in/run.ts"), path.join(appFolder, "out/main/main.js"), ...(options.appArguments ?? [])];
  const child = spawn(process.execPath, ["--import", new URL("./network-guard.ts", import.meta.url).href, ...started], {
    cwd: appFolder,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/node"),
      STAND_IN_HEADLESS: "1",
      STAND_IN_PROFILE: profile,
      STAND_IN_SCREEN: JSON.stringify({ ...WIDE, ...options.screen }),
      STAND_IN_BROWSER_ARGS: JSON.stringify(["--remote-debugging-port=0", ...(options.browserArguments ?? [])]),
      LODESTONE_DATA: dataFolder,
      ...(options.firstStart === true ? {} : { LODESTONE_HINTS: "off" }),
      ...(options.datasetFolder === undefined ? {} : { LODESTONE_DATASET: options.datasetFolder }),
      ...options.env,
    },
  });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const { messages, problems, heard, readyTimes } = listen(child);
  const tell = (message: FromParent): void => void child.send(message);

  let answers = 0;

  await heard("loaded");
  const { address } = await heard("window");
  const browser = await connect(profile);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error("The app has no window");
  page.setDefaultTimeout(PATIENCE_MS);
  if (SLOWDOWN > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });

  const cleanUp = async (removeData: boolean): Promise<void> => {
    await closeBrowser(browser, profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    if (removeData) rmSync(dataFolder, { recursive: true, force: true });
  };
  return {
    page,
    dataFolder,
    address,
    pid: child.pid ?? 0,
    heard,
    answer: (method, answer) => {
      answers++;
      tell({ kind: "answer", method, answer });
      return readyTimes(answers);
    },
    menu: (id) => tell({ kind: "menu", id }),
    power: (event) => tell({ kind: "power", event }),
    openFile: (file) => tell({ kind: "open-file", path: file }),
    filePath: (name, file) => tell({ kind: "file-path", name, path: file }),
    dialogs: () => messages.filter((message) => message.kind === "dialog"),
    requests: () => messages.flatMap((message) => (message.kind === "request" ? [message.url] : [])),
    takeProblems: () => problems.splice(0),
    stop: async ({ keepData = false } = {}) => {
      if (child.exitCode === null && child.signalCode === null) tell({ kind: "quit" });
      const [code, signal] = await exited;
      await cleanUp(options.dataFolder === undefined && !keepData);
      if (code !== 0) throw new Error(`The app exited with ${signal ?? code}`);
      if (problems.length > 0) throw new Error(`While the app ran:\n${problems.join("\n")}`);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
      await cleanUp(false);
    },
  };
}

/** Chromium writes the port it chose into its profile. */
function connect(profile: string): Promise<Browser> {
  const [port, endpoint] = readFileSync(path.join(profile, "DevToolsActivePort"), "utf8").split("\n");
  // Defaults would replace the colour scheme and the other preferences that the window was opened with.
  return chromium.connectOverCDP(`ws://127.0.0.1:${port}${endpoint}`, { noDefaults: true });
}

/** A busy machine needs seconds to close a browser. */
const CLOSING_MS = 20_000;

/** Ends a Chromium whose app may have been killed, and waits until it has let go of its profile. */
async function closeBrowser(browser: Browser, profile: string): Promise<void> {
  if (browser.isConnected()) {
    // It may be closing by itself, and answer no more: its pipe to the app is gone.
    const close = async (): Promise<void> => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close");
    };
    await Promise.race([close().catch(() => {}), delay(CLOSING_MS)]);
  }
  const isRunning = (): boolean => lstatSync(path.join(profile, "SingletonLock"), { throwIfNoEntry: false }) !== undefined;
  for (let waited = 0; waited < CLOSING_MS && isRunning(); waited += 20) await delay(20);
}
