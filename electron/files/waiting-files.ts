/** Files that the system hands to the app (double click, command line, second start), until the window asks for them. */
import path from "node:path";
import { z } from "zod";
import { FILE_EXTENSION } from "../../shared/scenario/scenario-file.ts";

export class WaitingFiles {
  readonly #paths: string[] = [];
  #onAdded = (): void => {};

  /** Called after files have come in. */
  set onAdded(run: () => void) {
    this.#onAdded = run;
  }

  add(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.#paths.push(...paths);
    this.#onAdded();
  }

  /** Hands them over; they no longer wait. */
  take(): readonly string[] {
    return this.#paths.splice(0);
  }
}

/** The scenario files named on a command line, as absolute paths. Options and everything else are not ours to open. */
export const filesOnCommandLine = (argv: readonly string[], folder: string): readonly string[] =>
  argv.filter((word) => !word.startsWith("-") && path.extname(word).toLowerCase() === FILE_EXTENSION).map((word) => path.resolve(folder, word));

const secondStart = z.object({ files: z.array(z.string()) });

/** The same as another start of the app has sent them; its command line itself arrives in another order. */
export function filesOfSecondStart(data: unknown): readonly string[] {
  const sent = secondStart.safeParse(data);
  return sent.success ? sent.data.files : [];
}
