/** Temporary folders for store tests, with the samples. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export * from "./store-samples.ts";

/** Memory where the system has it: these tests kill processes, not power, and wait for thousands of fsyncs otherwise. */
const ROOT = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Removed after the last test of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(ROOT, "lodestone-store-"));
  folders.push(folder);
  return folder;
}
