/** What the analysis commands share: the dataset and its model, the outcome they are about, and numbers with named errors. */
import { checkOutcome, HEADLINE, indicatorOf, type Outcome } from "../../shared/analysis/outcome.ts";
import { isSeed } from "../../shared/analysis/ensemble/random.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { parseNumber } from "../../shared/dataset/row-reader.ts";
import type { Indicator } from "../../shared/indicator/indicator.ts";
import { compileModel, type Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { namedDataset } from "../dataset/named-dataset.ts";
import { errorLines } from "./command.ts";

export const outcomeOptions = { indicator: { type: "string" }, mineral: { type: "string" }, stage: { type: "string" } } as const;

export const outcomeHelp = `  --indicator ID     default: import dependence of the mineral, or of all (composite_equal)
  --mineral ID, --stage ID
                     whose indicator; without them that of the country`;

/** The dataset and its model, or what is wrong with it. */
export function readModel(folder: string | undefined): Result<Model, string> {
  const dataset = namedDataset(folder);
  return dataset.ok ? ok(compileModel(dataset.value)) : err(errorLines(dataset.error));
}

interface OutcomeOptions {
  readonly indicator?: string | undefined;
  readonly mineral?: string | undefined;
  readonly stage?: string | undefined;
}

export function readOutcome(asked: OutcomeOptions, dataset: Dataset): Result<Outcome, string> {
  const mineral = asked.mineral ?? null;
  const fallback = mineral === null ? HEADLINE.indicator : asked.stage === undefined ? "dependence" : "nirx";
  const outcome = checkOutcome({ indicator: asked.indicator ?? fallback, mineral, stage: asked.stage ?? null }, dataset);
  return outcome.ok ? outcome : err(`${outcome.error.wrong}; ${outcome.error.right}.`);
}

/** Year that analyses are about where none is named; the last one of a run that ends before. */
export const DEFAULT_YEAR = 2035;

/** A year of the run. */
export function readYear(text: string | undefined, { years }: Model): Result<number, string> {
  const year = text === undefined ? (years.includes(DEFAULT_YEAR) ? DEFAULT_YEAR : years.at(-1)!) : parseNumber(text);
  if (year !== null && years.includes(year)) return ok(year);
  return err(`--year ${text}: "${text}" is not a year of the run; write a year from ${years[0]} to ${years.at(-1)}.`);
}

/** A share beyond this was meant in percent. Exposure of a net exporter may lie below −100%. */
const MOST_BARE_SHARE = 2;

/** A number in the indicator's own unit; shares may be written 0.4 or 40%. */
export function readValue(option: string, text: string, unit: Indicator["unit"] | null): Result<number, string> {
  const isPercent = unit === "share" && text.endsWith("%");
  const value = parseNumber(isPercent ? text.slice(0, -1) : text);
  if (value === null) return err(`--${option} ${text}: "${text}" is not a number; write ${unit === "share" ? "a share such as 0.4 or 40%" : "a number"}.`);
  if (unit === "share" && !isPercent && Math.abs(value) > MOST_BARE_SHARE) {
    return err(`--${option} ${text}: as a share that is ${100 * value}%; write ${text}% or ${value / 100}.`);
  }
  return ok(isPercent ? value / 100 : value);
}

export const readTarget = (text: string, outcome: Outcome): Result<number, string> => readValue("target", text, indicatorOf(outcome).unit);

/** A whole number in a range. */
export function readCount(option: string, text: string | undefined, fallback: number, min: number, max: number): Result<number, string> {
  if (text === undefined) return ok(fallback);
  const value = parseNumber(text);
  if (value !== null && Number.isInteger(value) && value >= min && value <= max) return ok(value);
  return err(`--${option} ${text}: write a whole number from ${min} to ${max}.`);
}

export function readSeed(text: string | undefined): Result<number, string> {
  const seed = text === undefined ? 1 : parseNumber(text);
  return seed !== null && isSeed(seed) ? ok(seed) : err(`--seed ${text}: write a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}
