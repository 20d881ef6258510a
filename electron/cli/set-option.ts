/**
 * `--set LEVER=VALUE[,minerals=a+b][,stages=M+P][,partner=AUS][,countries=a+b][,eligible=0.5][,phase_out=true][,ramp=24][@2027-01[..2031-12]]`
 * and `--event ID@2029-01`, read against a dataset. Names that are not known are answered with those that are.
 */
import { leverUnitText } from "../../shared/format/lever-text.ts";
import type { Dataset, Lever } from "../../shared/dataset/dataset.ts";
import { oneOf, parseNumber } from "../../shared/dataset/row-reader.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { checkInputs } from "../../shared/scenario/scenario-file-inputs.ts";
import { leverRow } from "../../shared/lever/lever-catalogue.ts";
import type { LeverSetting, PresetEvent } from "../../shared/scenario/scenario.ts";
import { isYearMonth } from "../../shared/time.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One lever instance. Start and ramp default to the dataset's; the end is the first month without the lever. */
export function parseSetOption(text: string, dataset: Dataset): Result<LeverSetting, string> {
  const fail = (wrong: string, right: string) => err(`--set ${text}: ${wrong}; ${right}.`);
  const [body = "", span, ...more] = text.split("@");
  const [assignment = "", ...details] = body.split(",");
  const [id = "", number, ...rest] = assignment.split("=");
  const lever = dataset.levers.find((one) => one.id === id);
  if (lever === undefined) return fail(`"${id}" is not a lever`, `the levers are ${dataset.levers.map((one) => one.id).join(", ")}`);
  const value = parseNumber(number ?? "");
  if (value === null || rest.length > 0)
    return fail("there is no value", `write ${id}= and a number from ${lever.min} to ${lever.max} (${leverUnitText(lever.unit)})`);
  const setting: Mutable<LeverSetting> = { lever: id, value, start: lever.defaultStart, ramp: lever.defaultRampMonths, minerals: "all" };
  for (const detail of details) {
    const wrong = applyDetail(setting, detail, lever);
    if (wrong !== null) return fail(...wrong);
  }
  if (span !== undefined) {
    const [start = "", end, ...parts] = span.split("..");
    const months = [start, ...(end === undefined ? [] : [end])];
    if (more.length > 0 || parts.length > 0 || !months.every(isYearMonth))
      return fail(`"${span}" is not a date`, "write @2027-01, or @2027-01..2032-01 with the first month without the lever");
    setting.start = start;
    if (end !== undefined) setting.end = end;
  }
  const [problem] = checkInputs({ levers: [setting], world: dataset.worlds[0]?.id ?? "", events: [] }, dataset);
  return problem === undefined ? ok(setting) : fail(problem.wrong, problem.right);
}

type Fault = readonly [wrong: string, right: string];

/** Sub-settings that the grammar knows. */
const details: Readonly<Record<string, (setting: Mutable<LeverSetting>, text: string) => Fault | null>> = {
  ramp: (setting, text) => {
    const months = parseNumber(text);
    if (months === null || months < 0 || !Number.isInteger(months)) return [`"${text}" is not a number of months`, "write a whole number of 0 or more"];
    setting.ramp = months;
    return null;
  },
  minerals: (setting, text) => {
    setting.minerals = text === "all" ? "all" : text.split("+");
    return null;
  },
  stages: (setting, text) => {
    setting.stages = text.split("+");
    return null;
  },
  partner: (setting, text) => {
    setting.partner = text;
    return null;
  },
  countries: (setting, text) => {
    setting.countries = text === "non_ally" ? "non_ally" : text.split("+");
    return null;
  },
  eligible: (setting, text) => {
    const share = parseNumber(text);
    if (share === null) return [`"${text}" is not a number`, "write a share from 0 to 1"];
    setting.eligible = share;
    return null;
  },
  phase_out: (setting, text) => {
    if (text !== "true" && text !== "false") return [`"${text}" is neither true nor false`, "write true or false"];
    setting.phase_out = text === "true";
    return null;
  },
};

function applyDetail(setting: Mutable<LeverSetting>, detail: string, lever: Lever): Fault | null {
  const [key = "", text, ...rest] = detail.split("=");
  const allowed: readonly string[] = ["ramp", ...(leverRow(lever.id)?.fields ?? [])];
  const apply = Object.hasOwn(details, key) ? details[key] : undefined;
  if (apply === undefined || !allowed.includes(key)) return [`${lever.id} has no setting "${key}"`, `it has ${oneOf(allowed).replace(" or ", " and ")}`];
  if (text === undefined || text === "" || rest.length > 0) return [`"${detail}" has no value`, `write ${key}= and a value`];
  return apply(setting, text);
}

/** A preset of the dataset, begun in a month. */
export function parseEventOption(text: string, dataset: Dataset): Result<PresetEvent, string> {
  const [event = "", start, ...rest] = text.split("@");
  const known = dataset.events.map((one) => one.id);
  if (!known.includes(event)) return err(`--event ${text}: "${event}" is not an event; the events are ${known.join(", ")}.`);
  if (start === undefined) return err(`--event ${text}: the date is missing; write ${event}@ and a month such as 2029-01.`);
  if (rest.length > 0 || !isYearMonth(start)) return err(`--event ${text}: "${start}" is not a month; write year and month such as 2029-01.`);
  return ok({ event, start });
}

/** The years to show, in order: "2026,2030,2035". */
export function parseYearsOption(text: string, years: readonly number[]): Result<readonly number[], string> {
  const asked = text.split(",").map((part) => parseNumber(part.trim()));
  const wrong = asked.findIndex((year) => year === null || !years.includes(year));
  if (wrong >= 0)
    return err(`--years ${text}: "${text.split(",")[wrong]}" is not a year of the run; write years from ${years[0]} to ${years.at(-1)} joined by commas.`);
  return ok(years.filter((year) => asked.includes(year)));
}
