/** What may be typed in place of a parameter: inside the dataset's range, beyond it with a warning, and nothing that an equation cannot work with. */
import { cellsOf, findParameter } from "../../dataset/parameter-lookup.ts";
import type { Dataset, Parameter } from "../../dataset/dataset.ts";
import { engineKeys, orderedKeys } from "../../dataset/engine-keys.ts";
import { inRange, rangeText } from "../../dataset/row-reader.ts";
import { exactNumberText } from "../../format/number.ts";
import { parseNumber } from "../../format/parse-number.ts";
import { err, ok } from "../../result.ts";
import type { Result } from "../../result.ts";
import type { Assumption } from "../../scenario/scenario.ts";
import { parameterName } from "./data-parameter-names.ts";

/** Why a parameter is not offered for editing; null = it is. */
export function whyFixed({ key, grade }: Pick<Parameter, "key" | "grade">, isRead: boolean): string | null {
  if (!isRead) return "No equation reads it: changing it would change nothing.";
  if (grade === "definition") return "It is a definition of the model.";
  if (engineKeys[key]?.range.integer === true) return "It is a whole number that belongs to the model's structure.";
  return null;
}

/** The assumption that replaces a row; the last of several counts. */
export const assumptionOf = (assumptions: readonly Assumption[], { mineral, stage, key }: Pick<Parameter, "mineral" | "stage" | "key">): Assumption | null =>
  assumptions.findLast((one) => one.mineral === mineral && one.stage === stage && one.key === key) ?? null;

/** Warning for a value outside the dataset's range; null = inside, or the dataset has no range. */
export function rangeWarning({ low, high }: Pick<Parameter, "low" | "high">, value: number): string | null {
  const below = low !== null && value < low;
  if (!below && !(high !== null && value > high)) return null;
  const range =
    low === null
      ? `up to ${exactNumberText(high!)}`
      : high === null
        ? `${exactNumberText(low)} or more`
        : `${exactNumberText(low)} to ${exactNumberText(high)}`;
  return `Outside the dataset's range, ${range}. It counts all the same.`;
}

/** The number that was typed, or the sentence to show. `assumptions` are those in force. */
export function readAssumption(typed: string, parameter: Parameter, dataset: Dataset, assumptions: readonly Assumption[]): Result<number, string> {
  const still = `Still ${exactNumberText(assumptionOf(assumptions, parameter)?.value ?? parameter.value)}.`;
  const range = engineKeys[parameter.key]?.range ?? {};
  const value = parseNumber(typed);
  if (value === null || !inRange(value, range)) return err(`Enter ${rangeText(range)}. ${still}`);
  const clash = orderClash(dataset, [...assumptions, { ...cellOf(parameter), value }], parameter.key);
  return clash === null ? ok(value) : err(`${clash} ${still}`);
}

const cellOf = ({ mineral, stage, key }: Parameter): Pick<Assumption, "mineral" | "stage" | "key"> => ({ mineral, stage, key });

/** Which pair would lose the order that `check-parameters.ts` checks in files, as a sentence; null = none. */
function orderClash(dataset: Dataset, assumptions: readonly Assumption[], changed: string): string | null {
  const valueOf = (row: Parameter): number => assumptionOf(assumptions, row)?.value ?? row.value;
  for (const { lower: lowerKey, upper: upperKey, level, strictly } of orderedKeys) {
    if (changed !== lowerKey && changed !== upperKey) continue;
    for (const [mineral, stage] of cellsOf(level, dataset.stages, dataset.minerals)) {
      const lower = findParameter(dataset.parameters, mineral, stage, lowerKey);
      const upper = findParameter(dataset.parameters, mineral, stage, upperKey);
      if (!lower || !upper || inRange(valueOf(lower), { max: valueOf(upper), below: strictly })) continue;
      const other = changed === lowerKey ? upper : lower;
      return `It must stay ${strictly ? "" : "at or "}${changed === lowerKey ? "below" : "above"} "${parameterName(other.key)}", ${exactNumberText(valueOf(other))}.`;
    }
  }
  return null;
}
