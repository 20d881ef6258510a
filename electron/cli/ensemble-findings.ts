/** What `planner ensemble` and `planner merge` ask of the runs of a study, wherever these were made, and how they answer. */
import type { SampledRuns } from "../../shared/analysis/ensemble/ensemble.ts";
import { type EnsembleReport, ensembleReport, headlineTornado, type ReportQuestion, type StudyPlan } from "../../shared/analysis/ensemble/ensemble-study.ts";
import type { Cancellable } from "../../shared/analysis/jobs/progress.ts";
import type { Tornado } from "../../shared/analysis/ensemble/tornado.ts";
import type { EnsemblePart } from "../../shared/analysis/ensemble/ensemble-part.ts";
import type { Outcome } from "../../shared/analysis/outcome.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { writePart } from "../analysis/ensemble-part-file.ts";
import { readTarget, readYear } from "./analysis-options.ts";
import type { Answer } from "./answer.ts";
import { errorLines } from "./command.ts";
import { type EnsembleFindings, ensembleJson, ensembleTable, ensembleText } from "./ensemble-report.ts";
import type { Study } from "./study.ts";

export interface FindingsAsked extends ReportQuestion {
  /** Number of the first run. */
  readonly from: number;
  readonly withTornado: boolean;
}

export interface Findings {
  readonly report: EnsembleReport;
  /** null = not asked for. */
  readonly tornado: Tornado | null;
}

export async function findingsOf({ runner, control }: Study, plan: StudyPlan, sampled: SampledRuns, asked: FindingsAsked): Promise<Cancellable<Findings>> {
  const report = await ensembleReport(runner, plan, sampled, asked, { ...control("series"), progress: () => {} });
  if (report === "cancelled" || !asked.withTornado) return report === "cancelled" ? report : { report, tornado: null };
  const tornado = await headlineTornado(runner, plan, sampled, asked, control("parameters"));
  return tornado === "cancelled" ? tornado : { report, tornado };
}

/** `--year` and `--target` about the headline. */
export function readReportQuestion(
  asked: { readonly year?: string | undefined; readonly target?: string | undefined },
  model: Model,
  headline: Outcome,
): Result<ReportQuestion, string> {
  const year = readYear(asked.year, model);
  if (!year.ok) return year;
  const target = asked.target === undefined ? ok(null) : readTarget(asked.target, headline);
  return target.ok ? ok({ year: year.value, target: target.value }) : target;
}

/** Writes the runs as a part where `--out` asks for it; answers the files that were written. */
export function writtenPart(
  out: string | undefined,
  part: Omit<EnsemblePart, "values">,
  columns: () => readonly Float64Array[],
): Result<readonly string[], string> {
  if (out === undefined) return ok([]);
  const written = writePart(out, part, columns());
  return written.ok ? ok([out]) : err(errorLines(written.error));
}

export const ensembleAnswer = (findings: EnsembleFindings, wrote: readonly string[]): Answer => ({
  text: () => ensembleText(findings),
  json: () => ensembleJson(findings),
  table: () => ensembleTable(findings),
  wrote,
});
