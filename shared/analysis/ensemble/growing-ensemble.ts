/**
 * An ensemble that is looked at while it grows: runs are made in stretches, and after each the report of all runs so far is given.
 * Runs are numbered (N17), so the last report equals that of a study in one piece.
 */
import { drawnParameters } from "./draws.ts";
import { runsOfColumns, sampleRuns } from "./ensemble.ts";
import { type EnsembleReport, ensembleReport, type ReportQuestion, seriesNumber, studyOf, type StudyPlan } from "./ensemble-study.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { type Tornado, tornado } from "./tornado.ts";

export interface UncertaintyQuestion extends ReportQuestion {
  readonly plan: StudyPlan;
  /** Number, in the plan, of the scenario whose parameters are ranked. */
  readonly ranked: number;
  readonly runs: number;
}

export interface UncertaintyFindings {
  readonly report: EnsembleReport;
  /** Drawn parameters of the ranked scenario. */
  readonly parameters: number;
  /** The headline in its year in the ranked scenario, run by run. */
  readonly values: Float64Array;
  /** Null until all runs are made; `tornadoSoFar` gives it for fewer. */
  readonly tornado: Tornado | null;
}

/** Enough for bands to look at within half a second. */
const FIRST = 32;
/** Later stretches end at multiples of this. */
const ROUND = 64;
/** Up to here each stretch doubles the runs; later ones add a quarter, so that a stop loses little. */
const DOUBLED_TO = 1024;
const GROWTH = 1.25;

/** Run numbers at which the stretches end, the last one `runs`. */
export function stretchEnds(runs: number): readonly number[] {
  const ends: number[] = [];
  for (let end = FIRST; end < runs; end = end < DOUBLED_TO ? 2 * end : ROUND * Math.ceil((GROWTH * end) / ROUND)) ends.push(end);
  return [...ends, runs];
}

/** Progress counts runs. `show` gets the findings after every stretch, the tornado follows when all runs are made. */
export async function growingEnsemble(
  runner: JobRunner,
  question: UncertaintyQuestion,
  control: Control,
  show: (findings: UncertaintyFindings) => void,
): Promise<Cancellable<UncertaintyFindings>> {
  const { plan, runs, ranked, year } = question;
  const scenario = plan.scenarios[ranked]!;
  const quiet: Control = { ...control, progress: () => {} };
  const width = plan.outcomes.length * plan.years.length;
  const columns = Array.from({ length: plan.scenarios.length * width }, () => new Float64Array(runs));
  let parameters: number | null = null;
  let from = 0;
  for (const to of stretchEnds(runs)) {
    const begin = from;
    const sampled = await sampleRuns(runner, studyOf(plan, begin, to), { ...control, progress: (done) => control.progress?.(begin + done, runs) });
    if (sampled === "cancelled") return sampled;
    columns.forEach((column, s) => column.set(sampled.column(s), begin));
    from = to;
    const sofar = runsOfColumns(
      columns.map((column) => column.subarray(0, to)),
      width,
    );
    const report = await ensembleReport(runner, plan, sofar, question, quiet);
    if (report === "cancelled") return report;
    parameters ??= drawnParameters(runner.model, scenario.assumptions).length;
    const values = columns[seriesNumber(plan, ranked, 0, plan.years.indexOf(year))]!.subarray(0, to);
    const findings: UncertaintyFindings = { report, parameters, values, tornado: null };
    show(findings);
    if (to < runs) continue;
    const found = await tornadoSoFar(runner, question, values, quiet);
    return found === "cancelled" ? found : { ...findings, tornado: found };
  }
  throw new Error("a study has at least one run");
}

/** What moves the headline of the ranked scenario, over the runs that were made. Progress counts parameters. */
export function tornadoSoFar(
  runner: JobRunner,
  { plan, ranked, year }: UncertaintyQuestion,
  values: Float64Array,
  control: Control = {},
): Promise<Cancellable<Tornado>> {
  const { inputs, assumptions } = plan.scenarios[ranked]!;
  const measure: Measure = { kind: "year", outcome: plan.outcomes[0]!, year };
  return tornado(runner, { scenario: { inputs, assumptions }, measure, seed: plan.seed, from: 0, values }, control);
}
