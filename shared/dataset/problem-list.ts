/** Collects every problem of a dataset, up to a bound: a file with a wrong separator must not make ten thousand sentences. */
import type { InputProblem } from "../errors/app-error.ts";

const LIMIT = 100;

export class ProblemList {
  readonly #problems: InputProblem[] = [];
  #left = 0;

  add(problem: InputProblem): void {
    if (this.#problems.length < LIMIT) this.#problems.push(problem);
    else this.#left += 1;
  }

  /** A problem of a whole file or of a row that is missing from it. */
  file(file: string, wrong: string, right: string): void {
    this.add({ file, row: null, column: null, wrong, right });
  }

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** How many were added so far; tells whether a step found something. */
  get count(): number {
    return this.#problems.length + this.#left;
  }

  /** Whether something is wrong with that file. */
  names(file: string): boolean {
    return this.#problems.some((problem) => problem.file === file);
  }

  /** All problems in the order found; a last line tells how many did not fit. */
  list(): readonly InputProblem[] {
    if (this.#left === 0) return [...this.#problems];
    const rest: InputProblem = { file: "dataset", row: null, column: null, wrong: `${this.#left} more problems are not listed`, right: "mend these first" };
    return [...this.#problems, rest];
  }
}
