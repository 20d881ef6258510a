/** What `planner ensemble` and `planner merge` read off the runs of a study, wherever these were made. */
import type { SampledRuns } from "../../shared/analysis/ensemble.ts";
import { type EnsembleReport, ensembleReport, headlineTornado, type ReportQuestion, type StudyPlan } from "../../shared/analysis/ensemble-study.ts";
import type { Cancellable } from "../../shared/analysis/progress.ts";
import type { Tornado } from "../../shared/analysis/tornado.ts";
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
