/** Runs the command line: in a process of its own as users do, or in this one, which spares the start of Node. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { main } from "../../../electron/cli/main.ts";

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

/** The same in this process, for what computes little: transformed modules compute slower than plain ones. Tests run in the project's root, so paths mean the same. */
export async function plannerHere(...args: readonly string[]): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), err: (text) => err.push(`${text}\n`) });
  return { code, out: out.join(""), err: err.join("") };
}
