/** Runs the real command line in a process of its own. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Paths in `args` are taken from the project's root. */
export function planner(...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["electron/cli/planner.ts", ...args], { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  return { code: status, out: stdout, err: stderr };
}
