/** What an ensemble is about and what is read off its runs: the same report from a study in one piece and from merged shards. */
import { convergence, duel, type Duel, type Moments, type Probability, probabilityOfTarget } from "./ensemble-statistics.ts";
import type { EnsembleStudy, SampledRuns } from "./ensemble.ts";
import type { Package } from "../jobs/job.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import { indicatorOf, type Outcome } from "../outcome.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { BANDS } from "./quantiles.ts";
import { tornado, type Tornado } from "./tornado.ts";

export interface NamedPackage extends Package {
  readonly title: string;
}

/** Scenarios, each with every outcome by year, under one seed. The first outcome is the headline. */
export interface StudyPlan {
  readonly scenarios: readonly NamedPackage[];
  readonly outcomes: readonly Outcome[];
  readonly years: readonly number[];
  readonly seed: number;
}

export const studyOf = ({ scenarios, outcomes, seed }: StudyPlan, from: number, to: number): EnsembleStudy => ({
  packages: scenarios.map(({ inputs, assumptions }) => ({ inputs, assumptions })),
  measures: outcomes.map((outcome): Measure => ({ kind: "annual", outcome })),
  seed,
  from,
  to,
});

/** Number of the series of a scenario, an outcome and a year (by their numbers). */
export const seriesNumber = ({ outcomes, years }: StudyPlan, scenario: number, outcome: number, year: number): number =>
  (scenario * outcomes.length + outcome) * years.length + year;

export interface ReportQuestion {
  /** The headline stands in this year; it is the first outcome. */
  readonly year: number;
  /** Value of the headline to reach; null = none. */
  readonly target: number | null;
}

/** Scenario number `a` against number `b`. */
export interface Pairing extends Duel {
  readonly a: number;
  readonly b: number;
}

export interface EnsembleReport {
  readonly runs: number;
  readonly bands: readonly number[];
  /** Scenario × outcome × year × band; NaN = not defined in any run. */
  readonly quantiles: readonly (readonly (readonly (readonly number[])[])[])[];
  /** Scenario × year: probability that the headline has reached the target; null without one. */
  readonly probabilities: readonly (readonly Probability[])[] | null;
  /** Every scenario against every earlier one, on the headline in its year. */
  readonly duels: readonly Pairing[];
  /** By scenario: how the headline in its year settles. */
  readonly convergence: readonly (readonly Moments[])[];
}

export async function ensembleReport(
  runner: JobRunner,
  plan: StudyPlan,
  sampled: SampledRuns,
  { year, target }: ReportQuestion,
  control: Control = {},
): Promise<Cancellable<EnsembleReport>> {
  const bands = await sampled.bands(runner, control);
  if (bands === "cancelled") return bands;
  const { scenarios, outcomes, years } = plan;
  const indicator = indicatorOf(outcomes[0]!);
  const headline = (s: number, y: number): Float64Array => sampled.column(seriesNumber(plan, s, 0, y));
  const inYear = scenarios.map((_, s) => headline(s, years.indexOf(year)));
  return {
    runs: sampled.runs,
    bands: BANDS,
    quantiles: scenarios.map((_, s) =>
      outcomes.map((__, o) =>
        years.map((___, y) => {
          const at = seriesNumber(plan, s, o, y) * BANDS.length;
          return [...bands.subarray(at, at + BANDS.length)];
        }),
      ),
    ),
    probabilities: target === null ? null : scenarios.map((_, s) => years.map((__, y) => probabilityOfTarget(headline(s, y), target, indicator))),
    duels: inYear.flatMap((values, a) => inYear.slice(0, a).map((other, b): Pairing => Object.assign({ a, b }, duel(values, other, indicator)))),
    convergence: inYear.map((values) => convergence(values)),
  };
}

/** What moves the headline of the last scenario in a year, over the runs that were made from number `from` on. */
export const headlineTornado = (
  runner: JobRunner,
  plan: StudyPlan,
  sampled: SampledRuns,
  { from, year }: { readonly from: number; readonly year: number },
  control: Control = {},
): Promise<Cancellable<Tornado>> => {
  const last = plan.scenarios.length - 1;
  const { inputs, assumptions } = plan.scenarios[last]!;
  const measure: Measure = { kind: "year", outcome: plan.outcomes[0]!, year };
  const values = sampled.column(seriesNumber(plan, last, 0, plan.years.indexOf(year)));
  return tornado(runner, { scenario: { inputs, assumptions }, measure, seed: plan.seed, from, values }, control);
};
