/** Where the runtime keeps its own files: the lock of the first start and Chromium's caches. */
import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The data folder, or, where that cannot be written, a fresh one among the temporary files: the runtime does not start without one, and scenarios can still be read. */
export function runtimeFolder(data: string): string {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
    return data;
  } catch {
    return mkdtempSync(path.join(tmpdir(), "lodestone-"));
  }
}
