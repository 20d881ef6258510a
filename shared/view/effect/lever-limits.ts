/**
 * Why a lever does nothing somewhere, or less than its money could: facts with the model's own numbers, read from the run with the lever and the run
 * without it. `limit-text.ts` puts them into words.
 */
import type { LeverLimit, LimitInput } from "./lever-limit.ts";
import { marketLimits } from "./market-limits.ts";
import { moneyLimits } from "./money-limits.ts";
import { recyclingLimits } from "./recycling-limits.ts";

export const leverLimits = (input: LimitInput): readonly LeverLimit[] => [...moneyLimits(input), ...recyclingLimits(input), ...marketLimits(input)];
