/**
 * One way to read annual indicators, whether they come from a live run or from a stored result.
 * Screens, exports and tables know only this interface, so a stored scenario can never be shown through other code than a live one.
 */
import type { Series, TextSeries } from "../model/run-result.ts";

/** What one supplier sells to the home country at a stage, tonnes a year, plants financed there included. */
export interface SupplierImports {
  readonly iso3: string;
  readonly values: Series;
}

/** Where there is no result: every indicator of every year reads as "not defined", costs included. */
export function readerOfNothing(years: readonly number[]): ResultReader {
  const none: readonly null[] = years.map(() => null);
  const series = (): readonly null[] => none;
  return { years, stage: series, stageText: series, imports: () => null, mineral: series, total: series, costByLever: series, costByMineral: series };
}

export interface ResultReader {
  readonly years: readonly number[];
  /** Stage-level indicator, one value per year; null = not defined. Throws on an id that is not in the catalogue. */
  readonly stage: (mineral: string, stage: string, indicator: string) => Series;
  readonly stageText: (mineral: string, stage: string, indicator: string) => TextSeries;
  /** In the dataset's order; null where the result does not hold them: stored results have sums over suppliers only. */
  readonly imports: (mineral: string, stage: string) => readonly SupplierImports[] | null;
  readonly mineral: (mineral: string, indicator: string) => Series;
  readonly total: (indicator: string) => Series;
  /** Million per year; levers that cost nothing give a line of zeros. */
  readonly costByLever: (lever: string) => Series;
  /** `mineral` may be "shared". */
  readonly costByMineral: (mineral: string) => Series;
}
