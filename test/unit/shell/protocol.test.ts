import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileFor, serve } from "../../../electron/protocol.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-protocol-"));
const root = path.join(scratch, "renderer");

beforeAll(() => {
  mkdirSync(path.join(root, "assets"), { recursive: true });
  mkdirSync(path.join(scratch, "renderer-evil"));
  writeFileSync(path.join(root, "index.html"), "<p>Lodestone</p>");
  writeFileSync(path.join(root, "assets", "a b.js"), "1");
  writeFileSync(path.join(root, "assets", "a.js.map"), "{}");
  writeFileSync(path.join(scratch, "secret.json"), "{}");
  writeFileSync(path.join(scratch, "renderer-evil", "x.js"), "1");
});
afterAll(() => rmSync(scratch, { recursive: true }));

const get = (url: string, method = "GET") => serve(root, { url, method });

describe("app:// protocol", () => {
  it("P6: serves the page and its files with their media types", async () => {
    expect((await get("app://planner/")).headers.get("content-type")).toBe("text/html; charset=utf-8");
    const script = await get("app://planner/assets/a%20b.js");
    expect([script.status, script.headers.get("content-type"), await script.text()]).toEqual([200, "text/javascript; charset=utf-8", "1"]);
  });

  it.each([
    "app://planner/assets/missing.js",
    "app://planner/assets/",
    "app://planner/assets/a.js.map",
    "app://planner/..%2fsecret.json",
    "app://planner/..%2frenderer-evil/x.js",
    "app://planner/assets/..%2f..%2fsecret.json",
    "app://planner/%2e%2e%2fsecret.json",
    "app://planner/..%5csecret.json",
    "app://planner/%252e%252e%252fsecret.json",
    "app://planner/index.html%00.js",
    "app://planner/%E0%A4%A",
    "app://other/index.html",
    "app://planner:80/index.html",
    "app://someone@planner/index.html",
    "http://planner/index.html",
    "file:///etc/passwd",
  ])("P6: %s is not found", async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it("P6: an encoded name is decoded once", () => {
    expect(fileFor(root, "app://planner/a%2520b.js")).toBe(path.join(root, "a%20b.js"));
  });

  it.each(["POST", "HEAD", "PUT", "OPTIONS"])("P6: %s is not allowed", async (method) => {
    expect((await get("app://planner/", method)).status).toBe(405);
  });

  it("P7: every answer, also a refusal, carries the policy, and nothing inline is allowed by it", async () => {
    for (const answer of [await get("app://planner/"), await get("app://planner/none"), await get("app://planner/", "POST")]) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; ");
      expect(policy).not.toMatch(/unsafe|nonce|\*|https?:/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    }
  });
});
