/** A lever's setting in words: band word, number, unit, start year. Band words come from the dataset; the status quo is a band with width. */
import type { Lever } from "../dataset/dataset.ts";
import type { YearMonth } from "../time.ts";
import { MINUS, exactNumberText } from "./number.ts";
import { monthText } from "./words.ts";

export const STATUS_QUO = "status quo";

type Scaled = Pick<Lever, "default" | "step" | "bands" | "unit">;

/** Unit around a lever's number: {"", " days"}, {"", "%"}, {"$", " m/yr"}. */
export interface LeverUnit {
  readonly prefix: string;
  readonly suffix: string;
}

/** The unit in brief: "days of stage demand" → " days", "% of project capital" → "%", "$M/yr" → "$" and " m/yr". */
export function leverUnit(unit: string): LeverUnit {
  const brief = /^(.*?)(?: of |,|;|$)/.exec(unit)?.[1]?.trim() ?? unit;
  const money = /^(\S+?)M\/yr$/.exec(brief)?.[1];
  if (money !== undefined) return { prefix: money, suffix: " m/yr" };
  return { prefix: "", suffix: brief.startsWith("%") || brief === "" ? brief : ` ${brief}` };
}

/** The whole unit as screens write it: "$M/yr" → "$ m/yr"; others are the dataset's words. */
export function leverUnitText(unit: string): string {
  const { prefix, suffix } = leverUnit(unit);
  return prefix === "" ? unit : prefix + suffix;
}

/** "180 days of stage demand", "25% of unit cost", "$600 m/yr". */
export function leverValueInFull({ unit }: Pick<Lever, "unit">, value: number): string {
  const words = leverUnitText(unit);
  const digits = exactNumberText(value);
  const money = leverUnit(unit).prefix;
  return money === "" ? `${digits}${words.startsWith("%") ? "" : " "}${words}` : `${money}${digits}${words.slice(money.length)}`;
}

/** "180 days", "30%", "$600 m/yr": every digit of the value is kept. */
export function leverValueText(lever: Pick<Lever, "unit">, value: number): string {
  const { prefix, suffix } = leverUnit(lever.unit);
  const digits = exactNumberText(Math.abs(value));
  return (value < 0 ? MINUS : "") + prefix + digits + (digits === "1" ? suffix.replace(/^ (day|month|point)s$/, " $1") : suffix);
}

/** "$0 to $4,000 m/yr" */
export const leverBoundsText = (lever: Pick<Lever, "unit" | "min" | "max">): string =>
  `${leverUnit(lever.unit).prefix}${exactNumberText(lever.min)} to ${leverValueText(lever, lever.max)}`;

/**
 * The band word of a value: "status quo" at the default, "near status quo" within one step of it (it differs, so it is not hidden),
 * beyond that the first band that reaches up to the value.
 */
export function bandWord(lever: Scaled, value: number): string {
  if (value === lever.default) return STATUS_QUO;
  if (Math.abs(value - lever.default) <= lever.step * (1 + 1e-9)) return `near ${STATUS_QUO}`;
  return (lever.bands.find(({ upTo }) => value <= upTo) ?? lever.bands.at(-1))?.word ?? "";
}

export interface LeverText {
  readonly band: string;
  /** "180 days · from 2027"; "" at status quo. */
  readonly detail: string;
}

/** Third line of a lever row; band and detail are set apart because the band is coloured. */
export const leverText = (lever: Scaled, value: number, start: YearMonth): LeverText =>
  value === lever.default
    ? { band: STATUS_QUO, detail: "" }
    : { band: bandWord(lever, value), detail: `${leverValueText(lever, value)} · from ${monthText(start)}` };

/** "from 2027", "2027 until 2032" */
export const leverDatesText = (start: YearMonth, end: YearMonth | undefined): string =>
  end === undefined ? `from ${monthText(start)}` : `${monthText(start)} until ${monthText(end)}`;

/** What a screen reader says for a slider: "moderate, 180 days, from 2027"; "moderate, 180 days, 2027 until 2032"; "status quo, 0 days". */
export function leverAriaText(lever: Scaled, value: number, start: YearMonth, end?: YearMonth): string {
  const said = `${bandWord(lever, value)}, ${leverValueText(lever, value)}`;
  return value === lever.default ? said : `${said}, ${leverDatesText(start, end)}`;
}
