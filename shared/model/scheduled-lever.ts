/** An instance of a lever as the months of a run meet it: dates as months, scopes as flags. */
import type { EngineLever } from "../lever/lever-catalogue.ts";

export interface ScheduledLever {
  readonly lever: EngineLever;
  /** Position in the dataset's list, for cost lines. */
  readonly index: number;
  readonly value: number;
  readonly start: number;
  /** First month without the lever. */
  readonly end: number;
  readonly ramp: number;
  /** 1 for minerals that the instance covers. */
  readonly minerals: Uint8Array;
  /** 1 for stages (of all minerals) that it covers. */
  readonly stages: Uint8Array;
  /** Share of the money that each mineral gets; empty for levers that are not split by mineral. */
  readonly mineralShare: Float64Array;
  /** Ally finance: share of the money that each stage's partner plant gets. */
  readonly stageShare: Float64Array;
  /** Ally finance: position of the partner in each stage's list, -1 where it is not listed; empty for other levers. */
  readonly partner: readonly number[];
  /** Tariff: suppliers by iso3, or null for all that are neither allied nor the rest. */
  readonly countries: readonly string[] | null;
  /** Price floor: share of output covered; NaN = the parameter applies. */
  readonly eligible: number;
  readonly phaseOut: boolean;
}
