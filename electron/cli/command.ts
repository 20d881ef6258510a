/** What every command of the command line is: its help, and a function from arguments to an exit code. */
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { problemText } from "../../shared/errors/error-text.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { commandText } from "./command-words.ts";

export interface Terminal {
  /** What was asked for, with its line ends. */
  readonly out: (text: string) => void;
  /** What went wrong; one line end is added. */
  readonly err: (text: string) => void;
  /** How far a long computation is, on a line that the next one overwrites ("" clears it); only where somebody watches. */
  readonly progress?: (text: string) => void;
  /** Has `hear` called at the next Ctrl+C, which then does not end the process; answers how to forget it. */
  readonly onInterrupt?: (hear: () => void) => () => void;
}

export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => number;
}

/** A command that works in threads of its own. */
export interface ThreadedCommand {
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** done: all is well. finding: the command ran and found something wrong. badInput: nothing was computed and nothing written. stopped: by Ctrl+C. */
export const exitCode = { done: 0, finding: 1, badInput: 2, stopped: 130 } as const;

/** Says what is wrong and ends with the exit code of bad input. */
export function refuse(terminal: Terminal, message: string): number {
  terminal.err(message);
  return exitCode.badInput;
}

export type ParsedArguments<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Options and positional arguments, or a sentence that names what is wrong with them. At most `files` positional arguments are allowed. */
export function readArguments<O extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: O,
  files: number,
): Result<ParsedArguments<O>, string> {
  const parse = (): Result<ParsedArguments<O>, string> => {
    try {
      return ok(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }));
    } catch (error) {
      return err(error instanceof Error ? error.message : "the arguments cannot be read");
    }
  };
  const parsed = parse();
  const known = Object.keys(options).map((name) => `--${name}`);
  if (!parsed.ok) return err(`${command}: ${parsed.error.split(". ")[0]}. The options are ${known.join(", ")}.`);
  const extra = parsed.value.positionals[files];
  if (extra !== undefined) return err(`${command}: "${extra}" is one argument too many. The options are ${known.join(", ")}.`);
  return parsed;
}

/** The error as lines for a terminal: what happened, each problem on a line of its own, what to do. */
export function errorLines(error: AppError): string {
  if (error.code !== "dataset-invalid" && error.code !== "file-invalid") return commandText(error);
  const first = error.code === "dataset-invalid" ? "The dataset was not loaded." : `${error.file} was not read.`;
  return [first, ...error.problems.map((problem) => `  ${problemText(problem)}`)].join("\n");
}
