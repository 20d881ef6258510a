import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp } from "../support/app.ts";

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
  await app.page.getByRole("slider").first().waitFor();
});
afterAll(() => app.stop());
afterEach(async () => {
  expect(app.page.url()).toBe(app.address); // whatever was tried, the app's page is still there
  // Not by a locator: Playwright would wait for the navigation that was denied.
  expect(await app.page.evaluate(() => document.querySelector("[role=slider], input[type=range]") !== null)).toBe(true);
  app.takeProblems(); // each test has looked at its own
});

/** Until the app has reported something that matches. */
async function reported(pattern: RegExp): Promise<void> {
  await expect.poll(() => app.takeProblems().join("\n")).toMatch(pattern);
}

describe("navigation", () => {
  it.each([
    ["the address", () => void (location.href = "https://example.org/")],
    ["another host of the scheme", () => void (location.href = location.href.replace("planner.", "other."))],
    ["another document of the app", () => location.assign("/assets/nothing.js")],
    [
      "a link",
      () => {
        const link = document.createElement("a");
        link.href = "https://example.org/";
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
  ])("P10: by %s is denied", async (_what, go) => {
    await app.page.evaluate(go);
    await reported(/^refused: (https:\/\/example\.org|app:\/\/)/);
  });

  it("P10: a form goes nowhere", async () => {
    await app.page.evaluate(() => {
      const form = document.createElement("form");
      form.action = "https://example.org/";
      document.body.append(form);
      form.submit();
      form.remove();
    });
    await reported(/form-action/);
  });

  it.each(["https://example.org/", "/", "about:blank"])("P10: window.open(%s) opens nothing that stays", async (url) => {
    await app.page.evaluate((to) => void window.open(to), url);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
  });

  it("P10: a frame is not loaded", async () => {
    await app.page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "/";
      document.body.append(frame);
    });
    await reported(/frame-src/);
    await app.page.evaluate(() => document.querySelector("iframe")?.remove());
  });

  it("P10: reloading the app's own page is allowed", async () => {
    await app.page.reload();
    await app.page.getByRole("slider").first().waitFor();
    expect(app.takeProblems()).toEqual([]);
  });
});

describe("permissions", () => {
  it.each(["notifications", "geolocation", "camera", "microphone", "clipboard-read", "midi"])("P9: %s is denied", async (name) => {
    expect(await app.page.evaluate(async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state, name)).toBe(
      "denied",
    );
  });

  it("P9: asking does not help", async () => {
    const answers = await app.page.evaluate(async () => {
      const outcome = (asked: Promise<unknown>): Promise<unknown> =>
        asked.then(
          () => "granted",
          (cause: Error) => cause.name,
        );
      return [
        await Notification.requestPermission(),
        await outcome(navigator.clipboard.writeText("x")),
        await outcome(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, () => reject(new DOMException("", "denied"))))),
        await outcome(document.body.requestFullscreen()),
      ];
    });
    expect(answers).toEqual(["denied", "NotAllowedError", "denied", "NotAllowedError"]);
  });
});

describe("content policy", () => {
  it("P8: the alarm works: an inline style is blocked and reported", async () => {
    const color = await app.page.evaluate(() => {
      const style = document.createElement("style");
      style.textContent = "body { color: rgb(1, 2, 3) !important }";
      document.head.append(style);
      const seen = getComputedStyle(document.body).color;
      style.remove();
      return seen;
    });
    expect(color).not.toBe("rgb(1, 2, 3)");
    await reported(/style-src-elem/);
  });

  it("P7: neither inline script nor text run as script runs", async () => {
    const ran = await app.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.body.append(script);
      // Later, because a test's own script is exempt from the rule.
      const run: (text: string) => unknown = window.eval;
      const refused = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(run("'ran'"));
          } catch (cause) {
            resolve((cause as Error).name);
          }
        }),
      );
      return ["injected" in window, refused];
    });
    expect(ran).toEqual([false, "EvalError"]);
    await reported(/script-src-elem/);
  });

  it.each([
    [
      "fetch",
      () =>
        fetch("https://example.org/x").then(
          () => "",
          (cause: Error) => cause.name,
        ),
    ],
    [
      "an image",
      () =>
        new Promise<string>((resolve) => {
          const image = new Image();
          image.onerror = () => resolve("TypeError");
          image.src = "https://example.org/x.png";
        }),
    ],
    [
      "a web socket",
      () =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket("wss://example.org/");
          socket.onerror = () => resolve("TypeError");
        }),
    ],
  ])("P11: %s to another host fails", async (_what, ask) => {
    expect(await app.page.evaluate(ask)).toBe("TypeError");
    await reported(/content policy: (connect|img)-src/);
  });
});

describe("P20: the loopback server answers nobody but its own window", () => {
  let address: URL;
  let cookie: string;
  beforeAll(async () => {
    address = new URL(app.address);
    const [found] = await app.page.context().cookies(app.address);
    cookie = `stand-in=${found?.value ?? ""}`;
  });

  /** Status of the answer to a request from outside the window. */
  function status(headers: Readonly<Record<string, string>>, path = "/index.html"): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port: address.port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on("upgrade", (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      asked.on("error", reject).end();
    });
  }

  it.each([
    ["no cookie", () => ({ host: address.host })],
    ["a wrong token", () => ({ host: address.host, cookie: `stand-in=${"0".repeat(64)}` })],
    ["its bare address as Host", () => ({ host: `127.0.0.1:${address.port}`, cookie })],
    ["another name that resolves here", () => ({ host: `evil.example:${address.port}`, cookie })],
    ["another scheme's host", () => ({ host: `planner.other.localhost:${address.port}`, cookie })],
    ["another page's Origin", () => ({ host: address.host, cookie, origin: "http://evil.example" })],
    ["a request that another site began", () => ({ host: address.host, cookie, "sec-fetch-site": "cross-site" })],
  ])("%s", async (_what, headers) => {
    expect(await status(headers())).toBe(403);
  });

  it("the window itself is answered", async () => {
    expect(await status({ host: address.host, cookie })).toBe(200);
  });

  it("a wrong token opens nothing", async () => {
    expect(await status({ host: address.host }, `/__stand-in/open?token=${"0".repeat(64)}&window=1&to=/`)).toBe(403);
  });

  it.each([
    ["without an Origin", false, 403],
    ["with the page's own", true, 101],
  ])("the message socket %s: %j", async (_what, withOrigin, expected) => {
    const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" };
    const origin: Record<string, string> = withOrigin ? { origin: address.origin } : {};
    expect(await status({ host: address.host, cookie, ...upgrade, ...origin }, "/__stand-in/ipc?window=1")).toBe(expected);
  });
});
