import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp } from "../support/app.ts";

let app: RunningApp;
let address: URL;
let cookie: string;
beforeAll(async () => {
  app = await launchApp();
  address = new URL(app.address);
  const [found] = await app.page.context().cookies(app.address);
  cookie = `stand-in=${found?.value ?? ""}`;
});
afterAll(() => app.stop());

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

describe("P20: the loopback server answers nobody but its own window", () => {
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
