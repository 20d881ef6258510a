/** Calendar months as text ("2027-01") and as month numbers counted from a dataset's first month. */
export type YearMonth = string;

const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

export const isYearMonth = (text: string): boolean => PATTERN.test(text);

/** Month number of `month` counted from `start` (0 = `start` itself, negative before it). Throws on malformed text: check input with `isYearMonth` first. */
export function monthIndex(month: YearMonth, start: YearMonth): number {
  return absoluteMonth(month) - absoluteMonth(start);
}

/** The calendar month `index` months after `start`. */
export function monthAt(index: number, start: YearMonth): YearMonth {
  const absolute = absoluteMonth(start) + index;
  return `${Math.floor(absolute / 12)}-${String((absolute % 12) + 1).padStart(2, "0")}`;
}

export const yearOf = (month: YearMonth): number => Number(month.slice(0, 4));

function absoluteMonth(month: YearMonth): number {
  const match = PATTERN.exec(month);
  if (!match) throw new Error(`not a year and month: ${month}`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}
