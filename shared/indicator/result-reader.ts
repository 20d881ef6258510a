/**
 * One way to read annual indicators, whether they come from a live run or from a stored result.
 * Screens, exports and tables know only this interface, so a stored scenario can never be shown through other code than a live one.
 */
import type { Series, TextSeries } from "../model/run-result.ts";

export interface ResultReader {
  readonly years: readonly number[];
  /** Stage-level indicator, one value per year; null = not defined. Throws on an id that is not in the catalogue. */
  readonly stage: (mineral: string, stage: string, indicator: string) => Series;
  readonly stageText: (mineral: string, stage: string, indicator: string) => TextSeries;
  readonly mineral: (mineral: string, indicator: string) => Series;
  readonly total: (indicator: string) => Series;
  /** Million per year; levers that cost nothing give a line of zeros. */
  readonly costByLever: (lever: string) => Series;
  /** `mineral` may be "shared". */
  readonly costByMineral: (mineral: string) => Series;
}
