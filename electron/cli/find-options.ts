/** `--lever ID[=MIN..MAX][,...][@2028-01]` and `--stress ID@YYYY-MM:LOSS` of `planner find`. */
import { leverUnitText } from "../../shared/format/lever-text.ts";
import type { AllowedLever } from "../../shared/analysis/find/package-space.ts";
import { stressOf, type StressEvent } from "../../shared/analysis/stress/stress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { parseNumber } from "../../shared/dataset/row-reader.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { monthAt, monthIndex } from "../../shared/time.ts";
import { readValue } from "./analysis-options.ts";
import { parseEventOption, parseSetOption } from "./set-option.ts";

/** A lever with bounds (default: its own); start, ramp and sub-settings as in --set. */
export function parseLeverOption(text: string, dataset: Dataset): Result<AllowedLever, string> {
  const cut = text.search(/[,@]/);
  const [head, tail] = cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut)];
  const [id = "", range, ...more] = head.split("=");
  const lever = dataset.levers.find((one) => one.id === id);
  if (lever === undefined) return err(`--lever ${text}: "${id}" is not a lever; the levers are ${dataset.levers.map((one) => one.id).join(", ")}.`);
  const [low, high, ...rest] = range === undefined ? [String(lever.min), String(lever.max)] : range.split("..");
  const [min, max] = [parseNumber(low ?? ""), parseNumber(high ?? "")];
  const isRange = min !== null && max !== null && min >= lever.min && max <= lever.max && min <= max;
  if (!isRange || rest.length > 0 || more.length > 0)
    return err(
      `--lever ${text}: "${range}" is not a range of ${id}; write ${id}= and two numbers within ${lever.min}..${lever.max} (${leverUnitText(lever.unit)}).`,
    );
  const asSetting = `${id}=${max}${tail}`;
  const setting = parseSetOption(asSetting, dataset);
  return setting.ok ? ok({ setting: setting.value, min, max }) : err(setting.error.replace(`--set ${asSetting}`, `--lever ${text}`));
}

export interface StressLimit {
  readonly event: StressEvent;
  /** Highest share of need that may be lost. */
  readonly maxLoss: number;
}

export function parseStressOption(text: string, dataset: Dataset): Result<StressLimit, string> {
  const [what = "", limit, ...more] = text.split(":");
  const event = parseEventOption(what, dataset);
  if (!event.ok) return err(event.error.replace(`--event ${what}`, `--stress ${text}`));
  const month = monthIndex(event.value.start, dataset.start);
  if (month < 0 || month >= dataset.months)
    return err(
      `--stress ${text}: ${event.value.start} is outside the run; write a month from ${dataset.start} to ${monthAt(dataset.months - 1, dataset.start)}.`,
    );
  const maxLoss = limit === undefined || more.length > 0 ? null : readValue("stress", limit, "share");
  if (maxLoss === null || !maxLoss.ok || maxLoss.value < 0 || maxLoss.value > 1)
    return err(`--stress ${text}: the highest loss is missing; write ${what}: and a share such as 0.05 or 5%.`);
  return ok({ event: stressOf(dataset, event.value), maxLoss: maxLoss.value });
}
