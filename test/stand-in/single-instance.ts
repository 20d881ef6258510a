/** `requestSingleInstanceLock` over two files in the data folder: one names the process that holds the lock, one carries the call of a second one. */
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import path from "node:path";

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly data: unknown;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** True when this process now holds the lock of `folder`. Else the holder hears of this call, and the answer is false. */
export function takeInstanceLock(folder: string, data: unknown, heard: (call: SecondInstance) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, "SingletonLock");
  const call = path.join(folder, "SingletonCall");
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
  } catch {
    if (isAlive(Number(readFileSync(lock, "utf8")))) {
      writeFileSync(`${call}.${process.pid}`, JSON.stringify({ argv: process.argv, workingDirectory: process.cwd(), data } satisfies SecondInstance));
      renameSync(`${call}.${process.pid}`, call);
      return false;
    }
    writeFileSync(lock, String(process.pid)); // its holder was killed
  }
  const watcher = watch(folder, (_event, name) => {
    if (name !== path.basename(call)) return;
    let text: string;
    try {
      text = readFileSync(call, "utf8");
      rmSync(call);
    } catch {
      return; // the second event of one rename
    }
    heard(JSON.parse(text) as SecondInstance);
  });
  watcher.unref();
  process.on("exit", () => {
    watcher.close();
    rmSync(lock, { force: true });
  });
  return true;
}
