/** Writes a folder shaped like Electron's own for Linux, so that packing can be tested where the real binary is not to be had. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createPackage } from "@electron/asar";

/** Marks the fuses inside Electron's executable; @electron/fuses looks for it. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSES = 9;

const FILES = [
  "LICENSE",
  "LICENSES.chromium.html",
  "chrome_100_percent.pak",
  "chrome_200_percent.pak",
  "icudtl.dat",
  "libEGL.so",
  "libGLESv2.so",
  "libffmpeg.so",
  "locales/de.pak",
  "locales/en-US.pak",
  "resources.pak",
  "snapshot_blob.bin",
  "v8_context_snapshot.bin",
];

export async function writeStubDist(folder: string, electronPackage: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "resources"), { recursive: true });
  mkdirSync(path.join(folder, "locales"));
  const fuses = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES]), Buffer.from("0".repeat(FUSES))]);
  writeFileSync(path.join(folder, "electron"), Buffer.concat([Buffer.from("#!/bin/sh\nexit 1\n#"), fuses]), { mode: 0o755 });
  for (const name of ["chrome-sandbox", "chrome_crashpad_handler"]) writeFileSync(path.join(folder, name), "stub", { mode: 0o755 });
  for (const name of FILES) writeFileSync(path.join(folder, name), "stub");
  const { version } = JSON.parse(readFileSync(path.join(electronPackage, "package.json"), "utf8")) as { version: string };
  writeFileSync(path.join(folder, "version"), version);
  // A real archive: electron-builder reads its header for the integrity check.
  const app = path.join(folder, "default_app");
  mkdirSync(app);
  writeFileSync(path.join(app, "package.json"), "{}");
  await createPackage(app, path.join(folder, "resources", "default_app.asar"));
  rmSync(app, { recursive: true });
}
