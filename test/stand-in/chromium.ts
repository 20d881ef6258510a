/** The Chromium that shows the windows, with a throw-away profile, and the rules that Electron would enforce on its requests and permissions. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chromium, type BrowserContext, type Frame, type Page, type Request, type Route } from "playwright-core";
import { findBrowser } from "../support/browser.ts";
import { fromHttp, toHttp } from "./address.ts";
import { app, parts } from "./app.ts";
import { tellParent } from "./messages.ts";
import { screenSettings } from "./screen-settings.ts";
import { isGranted, mayRequest } from "./session.ts";

const { env } = process;

/** A busy machine needs seconds to close a browser; one that takes longer has been seen never to end. */
const CLOSING_MS = 10_000;

/** What the windows answer when a page wants to go somewhere. */
export interface Navigation {
  mayNavigate(page: Page | null, url: string, isMainFrame: boolean): boolean;
}

let opened: Promise<BrowserContext> | null = null;
let profile: string | null = null;

/** One browser for all windows, started with the first. `size` is that window's. */
export function openContext(size: { readonly width: number; readonly height: number }, navigation: Navigation): Promise<BrowserContext> {
  return (opened ??= launch(size, navigation));
}

async function launch(size: { readonly width: number; readonly height: number }, navigation: Navigation): Promise<BrowserContext> {
  const headless = env["STAND_IN_HEADLESS"] === "1";
  const browser = findBrowser();
  profile = env["STAND_IN_PROFILE"] ?? mkdtempSync(path.join(tmpdir(), "lodestone-window-"));
  const args = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    ...withPositions(app.chromiumArguments()),
    ...(JSON.parse(env["STAND_IN_BROWSER_ARGS"] ?? "[]") as string[]),
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // --app: a window without tabs or address bar, nor the pages of its own that a browser loads for these. --test-type: no bar that complains about --no-sandbox.
    ...(browser.kind === "bundled" ? [] : [`--app=data:text/html,<title>${encodeURIComponent(app.getName())}</title>`]),
    ...(headless ? [] : ["--test-type", `--window-size=${size.width},${size.height}`]),
  ];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    env: { ...env, ...browser.env } as Record<string, string>,
    headless,
    args,
    ignoreDefaultArgs: [...(browser.kind === "bundled" ? [] : ["about:blank"]), ...(headless ? [] : ["--enable-automation"])],
    viewport: headless ? { width: screenSettings.width ?? size.width, height: screenSettings.height ?? size.height } : null,
    colorScheme: screenSettings.colorScheme ?? null,
    reducedMotion: screenSettings.reducedMotion ?? null,
    forcedColors: screenSettings.forcedColors ?? null,
    ...(headless && screenSettings.deviceScaleFactor !== undefined ? { deviceScaleFactor: screenSettings.deviceScaleFactor } : {}),
  });
  Object.defineProperty(process.versions, "chrome", { value: context.browser()?.version() ?? "unknown", configurable: true });
  await context.route("**/*", (route) => decide(route, navigation));
  return context;
}

/**
 * A driver that listens to the page has V8 read whole scripts a second time, for the places of stacks that nobody looks at: a tenth of a second of every
 * start, which a window that is not driven does not have. Places that are noted in the first reading cost nothing of the kind.
 */
function withPositions(args: readonly string[]): readonly string[] {
  const flags = args.find((arg) => arg.startsWith("--js-flags="));
  const noted = `${flags === undefined ? "--js-flags=" : `${flags} `}--no-enable-lazy-source-positions`;
  return [...args.filter((arg) => arg !== flags), noted];
}

/** Every request passes here: the app's navigation rules for documents, then its `webRequest` handler. */
async function decide(route: Route, navigation: Navigation): Promise<void> {
  const request = route.request();
  const url = fromHttp(request.url());
  const isOwnMachinery = url.includes("/__stand-in/");
  let allowed = isOwnMachinery || (await mayRequest(url, request.method(), request.resourceType()));
  if (allowed && !isOwnMachinery && request.isNavigationRequest()) {
    const frame = frameOf(request);
    allowed = navigation.mayNavigate(frame?.page() ?? null, url, !frame?.parentFrame());
  }
  if (!isOwnMachinery) tellParent({ kind: "request", url, allowed });
  await (allowed ? route.continue() : route.abort("aborted")).catch(() => {}); // the page may be gone by now
}

/** null for the first document of a page that another page opens: its frame is not there yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** Electron's names of permissions → the browser's. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  notifications: ["notifications"],
  geolocation: ["geolocation"],
  media: ["camera", "microphone"],
  midi: ["midi"],
  "clipboard-read": ["clipboard-read"],
  "clipboard-sanitized-write": ["clipboard-write"],
  "background-sync": ["background-sync"],
  sensors: ["accelerometer", "gyroscope", "magnetometer"],
};
/** Permissions that a browser grants to any page, so that the page script has to refuse them. */
const ALWAYS_ON = ["clipboard-sanitized-write", "fullscreen"];

/** Gives the page what the app grants; all else stays refused (a headless browser answers every prompt with no). */
export async function applyPermissions(context: BrowserContext, url: string): Promise<void> {
  const granted = Object.keys(PERMISSIONS).filter((permission) => isGranted(permission, new URL(url).origin));
  await context.clearPermissions();
  await context.grantPermissions(
    granted.flatMap((permission) => PERMISSIONS[permission] ?? []),
    { origin: new URL(toHttp(url)).origin },
  );
}
export const deniedPermissions = (origin: string): string[] => ALWAYS_ON.filter((permission) => !isGranted(permission, origin));

parts.stop.push(async () => {
  const context = await opened?.catch(() => null);
  // A browser that has not closed by then dies with this process.
  await Promise.race([context?.close().catch(() => {}), delay(CLOSING_MS)]);
  if (profile !== null && env["STAND_IN_PROFILE"] === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
