/** Starts the scripts in `children/` under this Node, with a cache of compiled modules: a test starts a hundred of them. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcessByStdio, SpawnSyncReturns } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { join } from "node:path";
import { temporaryFolder } from "./store-fixture.ts";

export type Script = "write-until-killed" | "open-until-killed" | "open-and-write" | "hold-lock";

const scriptFile = (script: Script): string => join(import.meta.dirname, "children", `${script}.ts`);

let cache: string | null = null;

/** The cache is written when a process ends by itself, so one run that does comes first. */
function environment(): NodeJS.ProcessEnv {
  if (cache === null) {
    const folder = temporaryFolder();
    cache = join(folder, "compiled");
    spawnSync(process.execPath, [scriptFile("open-and-write"), join(folder, "lodestone.db")], { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  }
  return { ...process.env, NODE_COMPILE_CACHE: cache };
}

export const startChild = (script: Script, args: readonly string[]): ChildProcessByStdio<Writable, Readable, Readable> =>
  spawn(process.execPath, [scriptFile(script), ...args], { stdio: ["pipe", "pipe", "pipe"], env: environment() });

/** `user` null = as ourselves; else the id of another user, which only root may take. */
export const runChild = (script: Script, args: readonly string[], user: number | null): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [scriptFile(script), ...args], { encoding: "utf8", ...(user === null ? { env: environment() } : { uid: user, gid: user }) });
