/** The commands of the command line. They are loaded when asked for, so that only those that work on a database load SQLite; none needs Electron. */
import { type Command, exitCode, type Terminal, type ThreadedCommand } from "./command.ts";

const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command | ThreadedCommand> }>> = {
  run: { summary: "compute a scenario and show its indicators", load: async () => (await import("./run-command.ts")).runCommand },
  verify: { summary: "check the model: invariants, analytic checks, reference cases", load: async () => (await import("./verify-command.ts")).verifyCommand },
  compare: { summary: "hold scenarios against each other", load: async () => (await import("./compare-command.ts")).compareCommand },
  stress: { summary: "scenarios under disruptions and in every world", load: async () => (await import("./stress-command.ts")).stressCommand },
  explain: { summary: "which lever did what", load: async () => (await import("./explain-command.ts")).explainCommand },
  ensemble: { summary: "many runs at drawn parameters: bands and probabilities", load: async () => (await import("./ensemble-command.ts")).ensembleCommand },
  merge: { summary: "put the shards of an ensemble together", load: async () => (await import("./merge-command.ts")).mergeCommand },
  find: { summary: "packages of levers that reach a target", load: async () => (await import("./find-command.ts")).findCommand },
  nir: { summary: "recompute published net import reliance", load: async () => (await import("./nir-command.ts")).nirCommand },
  switching: {
    summary: "find by how much each number must be wrong to turn a target round",
    load: async () => (await import("./switching-command.ts")).switchingCommand,
  },
  list: { summary: "list the scenarios of a database", load: async () => (await import("./store-commands.ts")).listCommand },
  export: { summary: "write scenarios of a database to a file", load: async () => (await import("./export-command.ts")).exportCommand },
  import: { summary: "add the scenarios of files to a database", load: async () => (await import("./import-command.ts")).importCommand },
  backup: { summary: "back up a database", load: async () => (await import("./store-commands.ts")).backupCommand },
  restore: { summary: "restore a backup", load: async () => (await import("./store-commands.ts")).restoreCommand },
  "check-store": { summary: "check a database without changing it", load: async () => (await import("./store-commands.ts")).checkStoreCommand },
};

const names = Object.keys(commands);

const help = `planner <command> [options]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(13)}${summary}`)
  .join("\n")}

planner <command> --help says more. Exit codes: 0 done, 1 something was found wrong, 2 bad input and nothing written, 130 stopped by Ctrl+C.
`;

/** Runs one command and answers its exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? terminal.err : terminal.out)(help);
    return name === undefined ? exitCode.badInput : exitCode.done;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    terminal.err(`"${name}" is not a command; the commands are ${names.join(", ")}.`);
    return exitCode.badInput;
  }
  const command = await entry.load();
  if (args.includes("--help") || args.includes("-h")) {
    terminal.out(command.help);
    return exitCode.done;
  }
  return command.run(args, terminal);
}
