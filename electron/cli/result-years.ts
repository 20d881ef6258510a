/** A result cut down to some of its years. */
import type { RunResult, RunTotals, Series } from "../../shared/model/run-result.ts";

type AnySeries = readonly (number | string | null)[];

/** The same result with the values of `years` only, in the order of the run. */
export function atYears(result: RunResult, years: readonly number[]): RunResult {
  const at = result.years.flatMap((year, i) => (years.includes(year) ? [i] : []));
  const pick = <S extends AnySeries>(series: S): S => at.map((i) => series[i] ?? null) as unknown as S;
  const picked = <S extends AnySeries>(table: Readonly<Record<string, S>>): Readonly<Record<string, S>> => mapValues(table, pick);
  const totals = mapValues(result.totals, (entry) => (Array.isArray(entry) ? pick(entry as Series) : picked(entry as Readonly<Record<string, Series>>)));
  return {
    ...result,
    years: at.map((i) => result.years[i] ?? 0),
    minerals: mapValues(result.minerals, ({ stages, mineral }) => ({ stages: mapValues(stages, picked), mineral: picked(mineral) })),
    totals: totals as RunTotals,
  };
}

const mapValues = <V, W>(table: Readonly<Record<string, V>>, change: (value: V) => W): Readonly<Record<string, W>> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));

/** First and last year of a run and two between them, on years that end in 0 or 5 where there are some. */
export function defaultYears(years: readonly number[]): readonly number[] {
  const round = years.filter((year) => year % 5 === 0);
  return [...new Set([years[0], round[0], round[1], years.at(-1)])].filter((year) => year !== undefined).toSorted((a, b) => a - b);
}
