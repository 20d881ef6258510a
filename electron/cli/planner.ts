/** Entry of the command line: `planner <command> [options]` with this process as its terminal. */
import { exitCode } from "./command.ts";
import { main } from "./main.ts";

/** Milliseconds between two looks at how far a study is. */
const PROGRESS_INTERVAL = 100;

let shownAt = 0;

/** One line that the next one overwrites; "" clears it. */
function progress(text: string): void {
  const now = performance.now();
  if (text !== "" && now - shownAt < PROGRESS_INTERVAL) return;
  shownAt = now;
  process.stderr.write(`\r\x1b[K${text}`);
}

// A reader that closes early (`planner run --json | head`) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCode.done);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(`${text}\n`),
  onInterrupt: (hear) => {
    process.once("SIGINT", hear);
    return () => process.off("SIGINT", hear);
  },
  ...(process.stderr.isTTY ? { progress } : {}),
});
