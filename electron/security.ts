/** Everything a page may not do: permissions, navigation, new windows, downloads, any request that is not for the app's own files. */
import type { App, Session, WebContents } from "electron";
import { ORIGIN } from "./protocol.ts";

/** Schemes a page may load from. devtools: is for a developer's own inspector and asks no network. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(["app:", "blob:", "data:", "devtools:"]);

export function isLocalRequest(url: string): boolean {
  return URL.canParse(url) && LOCAL_SCHEMES.has(new URL(url).protocol);
}

/** The window shows one document for its whole life; reloading that document is the only navigation. */
export function isOwnDocument(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname, username, password } = new URL(url);
  return `${protocol}//${host}` === ORIGIN && username === "" && password === "" && (pathname === "/" || pathname === "/index.html");
}

/** Before `ready`: the sandbox for every renderer, no name resolution, no look-up of proxies. */
export function hardenProcess(app: Pick<App, "enableSandbox" | "commandLine">): void {
  app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("no-proxy-server");
}

export function hardenSession(session: Session): void {
  // A request handler without a check handler leaves the synchronous queries granted.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalRequest(details.url) }));
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false); // Chromium fetches dictionaries from the network
}

/** For every page that comes into being, whoever made it. */
export function hardenContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => {
    if (!isOwnDocument(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isOwnDocument(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
