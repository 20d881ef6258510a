/** What every analysis command does around its own question: arguments, dataset and model first; then the answer, a refusal, or word of a stop. */
import type { ParseArgsOptionsConfig } from "node:util";
import type { Cancellable } from "../../shared/analysis/jobs/progress.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import type { Result } from "../../shared/result.ts";
import { readModel } from "./analysis-options.ts";
import { type Answer, type answerOptions, give } from "./answer.ts";
import { type ParsedArguments, readArguments, refuse, type Terminal, type ThreadedCommand } from "./command.ts";
import { stopped } from "./study.ts";

export type AnalysisOptions = ParseArgsOptionsConfig & typeof answerOptions & { readonly dataset: { readonly type: "string" } };

export interface AnalysisAsked<O extends ParseArgsOptionsConfig> extends ParsedArguments<O> {
  readonly model: Model;
  readonly terminal: Terminal;
}

export interface AnalysisSpec<O extends AnalysisOptions> {
  readonly name: string;
  readonly help: string;
  readonly options: O;
  /** How many files or ids it takes. */
  readonly most: number;
  /** A sentence is bad input: nothing is printed or written then. */
  readonly answer: (asked: AnalysisAsked<O>) => Promise<Result<Cancellable<Answer>, string>>;
}

export const analysisCommand = <O extends AnalysisOptions>({ name, help, options, most, answer }: AnalysisSpec<O>): ThreadedCommand => ({
  help,
  run: async (args, terminal) => {
    const parsed = readArguments(name, args, options, most);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    // The compiler does not work out the values of options that it knows by their bound only.
    const given = parsed.value.values as { readonly dataset?: string; readonly json?: boolean; readonly csv?: string };
    const model = readModel(given.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const found = await answer({ ...parsed.value, model: model.value, terminal });
    if (!found.ok) return refuse(terminal, found.error);
    return found.value === "cancelled" ? stopped(terminal) : give(terminal, given, found.value);
  },
});
