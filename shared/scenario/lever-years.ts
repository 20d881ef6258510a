/**
 * A lever year by year: what its settings amount to in each year, and edits of whole years that leave every other month exactly as it was (rule L47).
 * Settings that differ only in value and dates belong to one line; an edit is about one line.
 */
import type { Lever } from "../dataset/dataset.ts";
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { monthAt, monthIndex, yearOf } from "../time.ts";
import type { YearMonth } from "../time.ts";
import { sameValue } from "./same-value.ts";
import type { LeverSetting } from "./scenario.ts";

/** First month and number of months of the dataset. */
export interface Span {
  readonly start: YearMonth;
  readonly months: number;
}

export interface LeverYear {
  readonly year: number;
  /** Value at the end of the year: settings of money added up, of other levers the largest. */
  readonly value: number;
  /** The same value in all twelve months. */
  readonly isEven: boolean;
}

/** A ramp that has not ended when the edited years end cannot be cut: what comes after them would begin anew. */
export interface RampInTheWay {
  /** First month at full value. */
  readonly until: YearMonth;
}

const MONTHS = 12;

/** Whether amounts of several settings add up; of other levers the largest counts. */
export const addsUp = ({ costRule }: Pick<Lever, "costRule">): boolean => costRule === "C2" || costRule === "C11";

/** Of several settings of this lever only the last one counts (specification, section 4), so that it cannot vary by year. */
export const variesByYear = ({ id }: Pick<Lever, "id">): boolean => id !== "ppp_public_share";

/** Settings that share minerals, stages, partner and the rest, in the order of their first one. */
export function leverLines(settings: readonly LeverSetting[]): readonly (readonly LeverSetting[])[] {
  const lines: LeverSetting[][] = [];
  for (const setting of settings) {
    const line = lines.find(([first]) => first && isSameLine(first, setting));
    if (line) line.push(setting);
    else lines.push([setting]);
  }
  return lines;
}

export function leverYears(lever: Lever, line: readonly LeverSetting[], span: Span): readonly LeverYear[] {
  const values = monthlyValues(lever, line, span);
  return Array.from({ length: span.months / MONTHS }, (_, index) => {
    const year = values.slice(index * MONTHS, (index + 1) * MONTHS);
    const value = year.at(-1)!;
    return { year: yearOf(span.start) + index, value, isEven: year.every((each) => each === value) };
  });
}

/** Value of the line in each month of the span. Status quo where no setting holds. */
export function monthlyValues(lever: Lever, line: readonly LeverSetting[], { start, months }: Span): readonly number[] {
  const timed = line.map((setting) => ({ setting, from: monthIndex(setting.start, start), to: endOf(setting, start) }));
  return Array.from({ length: months }, (_, t) => {
    const effective = timed
      .filter(({ from, to }) => t >= from && t < to)
      .map(({ setting, from }) => setting.value * Math.min(1, (t - from + 1) / rampOf(setting)));
    if (effective.length === 0) return lever.default;
    return addsUp(lever) ? effective.reduce((sum, value) => sum + value, 0) : Math.max(lever.default, ...effective);
  });
}

/**
 * The line with `values` in the years from `firstYear` on, one value per year; `toTheEnd` keeps the last of them for all later years.
 * Values are taken exactly; one out of the lever's bounds, or a year outside the span, changes nothing.
 */
export function setYears(
  lever: Lever,
  line: readonly LeverSetting[],
  template: LeverSetting,
  { firstYear, values, toTheEnd = false }: { readonly firstYear: number; readonly values: readonly number[]; readonly toTheEnd?: boolean },
  span: Span,
): Result<readonly LeverSetting[], RampInTheWay> {
  const first = (firstYear - yearOf(span.start)) * MONTHS;
  const isValid = values.every((value) => value >= lever.min && value <= lever.max) && first >= 0 && first + values.length * MONTHS <= span.months;
  if (!isValid || values.length === 0) return ok(line);
  const end = toTheEnd ? Infinity : first + values.length * MONTHS;
  const kept: LeverSetting[] = [];
  for (const setting of line) {
    const cut = without(setting, first, end, span);
    if (!cut.ok) return cut;
    kept.push(...cut.value);
  }
  const set = values.flatMap((value, index): readonly LeverSetting[] => {
    const from = first + index * MONTHS;
    const until = index === values.length - 1 ? end : from + MONTHS;
    return value === lever.default ? [] : [dated({ ...template, value, ramp: 1 }, from, until, span)];
  });
  return ok(tidied([...kept, ...set]));
}

/** The line as steps on 1 January, each at the mean of its year: what takes a ramp out of the way, at the price of its months. */
export function inYearlySteps(lever: Lever, line: readonly LeverSetting[], template: LeverSetting, span: Span): readonly LeverSetting[] {
  const values = monthlyValues(lever, line, span);
  const means = Array.from({ length: span.months / MONTHS }, (_, index) => {
    const year = values.slice(index * MONTHS, (index + 1) * MONTHS);
    return year.every((value) => value === year[0]) ? year[0]! : Number((year.reduce((sum, value) => sum + value, 0) / MONTHS).toPrecision(6));
  });
  const made = setYears(lever, [], template, { firstYear: yearOf(span.start), values: means, toTheEnd: true }, span);
  return made.ok ? made.value : line;
}

const rampOf = ({ ramp }: LeverSetting): number => Math.max(1, ramp);
const endOf = ({ end }: LeverSetting, start: YearMonth): number => (end === undefined ? Infinity : monthIndex(end, start));

function isSameLine(a: LeverSetting, b: LeverSetting): boolean {
  const what = ({ minerals, stages, partner, eligible, phase_out, countries }: LeverSetting) => ({ minerals, stages, partner, eligible, phase_out, countries });
  return sameValue(what(a), what(b));
}

/** What is left of a setting before month `first` and from month `end` on. */
function without(setting: LeverSetting, first: number, end: number, span: Span): Result<readonly LeverSetting[], RampInTheWay> {
  const [from, to] = [monthIndex(setting.start, span.start), endOf(setting, span.start)];
  if (from >= end || to <= first) return ok([setting]);
  const before = from < first ? [dated(setting, from, first, span)] : [];
  if (to <= end) return ok(before);
  const full = from + rampOf(setting) - 1;
  return full <= end ? ok([...before, dated({ ...setting, ramp: 1 }, end, to, span)]) : err({ until: monthAt(full, span.start) });
}

function dated({ end: _dropped, ...setting }: LeverSetting, from: number, to: number, { start }: Span): LeverSetting {
  const plain = { ...setting, start: monthAt(from, start) };
  return to === Infinity ? plain : { ...plain, end: monthAt(to, start) };
}

/**
 * In the order of time, neighbours that say one thing as one: the second goes on at once with the full value of the first. Settings that overlap stay
 * as they are, since sums of several amounts depend on their order in the last bit.
 */
function tidied(settings: readonly LeverSetting[]): readonly LeverSetting[] {
  const sorted = settings.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const overlaps = sorted.some(({ end }, index) => sorted.slice(index + 1).some(({ start }) => end === undefined || start < end));
  if (overlaps) return settings;
  const result: LeverSetting[] = [];
  for (const setting of sorted) {
    const last = result.at(-1);
    if (last?.end !== setting.start || last.value !== setting.value || setting.ramp > 1 || !isFullAtEnd(last)) {
      result.push(setting);
      continue;
    }
    const { end: _dropped, ...open } = last;
    result[result.length - 1] = setting.end === undefined ? open : { ...open, end: setting.end };
  }
  return result;
}

const isFullAtEnd = (setting: LeverSetting): boolean => setting.end !== undefined && monthIndex(setting.end, setting.start) >= rampOf(setting) - 1;
