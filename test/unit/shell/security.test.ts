import { EventEmitter } from "node:events";
import type { Session, WebContents } from "electron";
import { describe, expect, it } from "vitest";
import { hardenContents, hardenProcess, hardenSession, isLocalRequest, isOwnDocument } from "../../../electron/security.ts";

/** A session that keeps what is set on it. */
function fakeSession() {
  const set: Record<string, (...args: readonly unknown[]) => unknown> = {};
  const keep = (name: string) => (handler: (...args: readonly unknown[]) => unknown) => void (set[name] = handler);
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep("request"),
    setPermissionCheckHandler: keep("check"),
    setDevicePermissionHandler: keep("device"),
    setSpellCheckerEnabled: (on: boolean) => void (set["spelling"] = () => on),
    webRequest: { onBeforeRequest: keep("before") },
  });
  return { set, session };
}

class Preventable {
  prevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url: string, isMainFrame = true) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
  preventDefault(): void {
    this.prevented = true;
  }
}

describe("what a page may not do", () => {
  it.each(["app://planner/", "blob:app://planner/1", "data:text/plain,1", "devtools://devtools/x"])("P11: %s may be asked for", (url) => {
    expect(isLocalRequest(url)).toBe(true);
  });
  it.each(["http://127.0.0.1/", "https://example.org/", "ws://localhost/", "wss://x/", "file:///etc/passwd", "ftp://x/", "chrome://settings", "nonsense", ""])(
    "P11: %s may not be asked for",
    (url) => {
      expect(isLocalRequest(url)).toBe(false);
    },
  );

  it.each(["app://planner/", "app://planner/index.html", "app://planner/#levers"])("P10: %s is the app's own document", (url) => {
    expect(isOwnDocument(url)).toBe(true);
  });
  it.each([
    "app://planner.evil/",
    "app://evil/",
    "app://planner@evil/",
    "app://x:y@planner/",
    "app://planner:1/",
    "https://planner/",
    "app://planner/assets/x.js",
    "https://example.org/?app://planner/",
    "",
  ])("P10: %s is not", (url) => {
    expect(isOwnDocument(url)).toBe(false);
  });

  it("P9: every permission is refused, whether it is asked for or looked up, devices too", () => {
    const { set, session } = fakeSession();
    hardenSession(session as unknown as Session);
    const answers: unknown[] = [];
    set["request"]?.(null, "notifications", (granted: boolean) => answers.push(granted));
    expect([...answers, set["check"]?.(null, "media"), set["device"]?.({}), set["spelling"]?.()]).toEqual([false, false, false, false]);
  });

  it("P11: a request that is not local is cancelled; a download is prevented", () => {
    const { set, session } = fakeSession();
    hardenSession(session as unknown as Session);
    const cancelled: boolean[] = [];
    for (const url of ["app://planner/x.js", "https://example.org/x.js"])
      set["before"]?.({ url }, (answer: { cancel: boolean }) => cancelled.push(answer.cancel));
    expect(cancelled).toEqual([false, true]);
    const download = new Preventable("app://planner/x");
    session.emit("will-download", download);
    expect(download.prevented).toBe(true);
  });

  it("P10: navigation, redirects, webviews and new windows are prevented; reloading is not", () => {
    let open = (_details: { url: string }): { action: string } => ({ action: "allow" });
    let policy = "";
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof open) => void (open = handler),
      setWebRTCIPHandlingPolicy: (name: string) => void (policy = name),
    });
    hardenContents(contents as unknown as WebContents);
    const prevented = (event: string, url: string, isMainFrame = true): boolean => {
      const asked = new Preventable(url, isMainFrame);
      contents.emit(event, asked);
      return asked.prevented;
    };
    for (const event of ["will-navigate", "will-frame-navigate"]) {
      expect(prevented(event, "app://planner/")).toBe(false);
      expect(prevented(event, "https://example.org/")).toBe(true);
    }
    expect(prevented("will-frame-navigate", "app://planner/", false)).toBe(true);
    expect(prevented("will-redirect", "app://planner/")).toBe(true);
    expect(prevented("will-attach-webview", "app://planner/")).toBe(true);
    expect(open({ url: "app://planner/" })).toEqual({ action: "deny" });
    expect(policy).toBe("disable_non_proxied_udp");
  });

  it("P11: the process starts sandboxed, resolving no names and asking for no proxy", () => {
    const switches: string[] = [];
    let sandboxed = false;
    hardenProcess({
      enableSandbox: () => void (sandboxed = true),
      commandLine: { appendSwitch: (name: string, value?: string) => void switches.push(`${name}=${value ?? ""}`) } as Electron.CommandLine,
    });
    expect(sandboxed).toBe(true);
    expect(switches).toEqual(["host-resolver-rules=MAP * ~NOTFOUND", "no-proxy-server="]);
  });
});
