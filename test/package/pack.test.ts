/** Packs the built app, reads the archive back, and starts what was packed. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { extractAll, extractFile, listPackage, statFile } from "@electron/asar";
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp } from "../support/app.ts";
import { writeStubDist } from "./stub-dist.ts";

const root = path.resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-pack-"));
const packed = path.join(scratch, "linux-unpacked");
const resources = path.join(packed, "resources");
const archive = path.join(resources, "app.asar");
const native = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;

const skipped = process.platform === "linux" ? null : "packs for Linux only";
if (skipped !== null) console.log(`package: not run: ${skipped}`);

describe.skipIf(skipped !== null)("packed app", () => {
  let files: readonly string[];
  beforeAll(async () => {
    const stub = path.join(scratch, "electron");
    await writeStubDist(stub, path.join(root, "node_modules/electron"));
    const builder = path.join(root, "node_modules/electron-builder/cli.js");
    const options = ["--linux", "dir", "--config", "electron-builder.yml", `-c.electronDist=${stub}`, `-c.directories.output=${scratch}`];
    await promisify(execFile)(process.execPath, [builder, ...options], { cwd: root });
    files = listPackage(archive, { isPack: false })
      .map((name) => name.slice(1))
      .filter((name) => !("files" in statFile(archive, name)));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it("P19: holds the built files and the database driver, and no source, map or test", () => {
    expect(files).toEqual(expect.arrayContaining(["package.json", "out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"]));
    expect(files.filter((name) => /\.(ts|tsx|map|md)$|(^|\/)test\/|^node_modules\/(?!better-sqlite3\/)/.test(name))).toEqual([]);
  });

  it("P19: holds one native file, outside the archive, where it can be loaded", () => {
    expect(files.filter((name) => name.endsWith(".node"))).toEqual([native]);
    expect(existsSync(path.join(`${archive}.unpacked`, native))).toBe(true);
  });

  it("P11: names no other computer, but for namespaces and pages that a message or comment of a library points to", () => {
    const code = files.filter((name) => /^out\/.*\.(js|cjs|html|css)$/.test(name)).map((name) => extractFile(archive, name).toString("utf8"));
    const hosts = new Set(code.flatMap((text) => [...text.matchAll(/(?:https?|wss?):\/\/([\w-]+(?:\.[\w-]+)+)/g)].map((match) => match[1])));
    expect(hosts).toEqual(new Set(["developer.mozilla.org", "github.com", "json-schema.org", "react.dev", "www.w3.org"]));
  });

  it("P19: carries the dataset with its sources beside the archive", () => {
    expect(readdirSync(path.join(resources, "datasets"))).toEqual(["norland-example", "us-2026-1"]);
    expect(existsSync(path.join(resources, "datasets/us-2026-1/parameters/general.csv"))).toBe(true);
  });

  it("P19: every fuse is set as listed", async () => {
    const on = FuseState.ENABLE;
    const off = FuseState.DISABLE;
    expect(await getCurrentFuseWire(path.join(packed, "lodestone"))).toMatchObject({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  it("P19: what was packed starts, opens its database and shows the levers", async () => {
    const installed = path.join(scratch, "installed", "resources");
    extractAll(archive, path.join(installed, "app.asar"));
    cpSync(path.join(resources, "datasets"), path.join(installed, "datasets"), { recursive: true });
    const app = await launchApp({ appFolder: path.join(installed, "app.asar") });
    await app.page.getByRole("slider").first().waitFor();
    expect(readdirSync(app.dataFolder)).toContain("scenarios.sqlite");
    await app.stop();
  });
});
