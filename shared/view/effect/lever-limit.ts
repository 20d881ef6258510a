/** The facts about what stops a lever, and what they are read from. */
import type { Lever } from "../../dataset/dataset.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { PlantTrace } from "../../model/plant-trace.ts";
import type { Run } from "../../model/run.ts";
import type { LeverSetting } from "../../scenario/scenario.ts";
import type { PipePair } from "./plant-steps.ts";

/** One run with its reader and the months of its pipelines. */
export interface ObservedRun {
  readonly run: Run;
  readonly reader: ResultReader;
  readonly trace: PlantTrace;
}

/**
 * Why money begins nothing. need: what is there and under way covers home_cover times the need. no-need: nobody at home takes the material.
 * deposit: k_max (ally_k_max) is reached. no-deposit: a_max or k_max is 0. pace: more than a_max is not begun in a year. collectable: scrap ends.
 */
export type IdleReason = "need" | "no-need" | "deposit" | "no-deposit" | "pace" | "collectable";

export type LeverLimit =
  /** `idle`: million from `first` to `last`. `capacity` (with all that is under way) and `ceiling`: t/yr in the worst month, which lies in `year`. */
  | {
      readonly kind: "idle";
      readonly pipe: "plants" | "recycling" | "partner";
      readonly reason: IdleReason;
      readonly mineral: string;
      readonly stage: string;
      readonly partner: string | null;
      readonly idle: number;
      readonly first: number;
      readonly last: number;
      readonly year: number;
      readonly capacity: number;
      readonly ceiling: number;
      /** Money that still begins something where the pace is the limit, million/yr. */
      readonly useful: number;
    }
  /** The lever covers minerals whose chain has no such stage. */
  | { readonly kind: "no-stage"; readonly minerals: readonly string[] }
  /** Extra plants without scrap to run on: t scrap a year that they could process and that they do. */
  | { readonly kind: "no-scrap"; readonly mineral: string; readonly year: number; readonly possible: number; readonly used: number }
  /** Extra scrap that waits for plants: shares of the extra collection that is processed by the last year. */
  | { readonly kind: "no-plants-for-scrap"; readonly mineral: string; readonly collected: number; readonly processed: number }
  /** Target, and the rate reached without it in the year in which it is in full force. Shares. */
  | { readonly kind: "reached-anyway"; readonly mineral: string; readonly target: number; readonly rate: number }
  /** Target, and the most that collection can be brought to. Shares. */
  | { readonly kind: "above-ceiling"; readonly mineral: string; readonly target: number; readonly ceiling: number }
  /** Spending that brings collection within a twentieth of all it can be brought to: idle part, million/yr. */
  | { readonly kind: "collection-full"; readonly mineral: string; readonly idle: number; readonly ceiling: number }
  /** A floor that the price never falls below: lowest price while the floor holds, and the floor. Indices. */
  | { readonly kind: "price-above-floor"; readonly mineral: string; readonly price: number; readonly floor: number }
  /** A guarantee below the use that the market gives anyway. Shares of capacity. */
  | { readonly kind: "runs-anyway"; readonly mineral: string; readonly use: number; readonly guarantee: number }
  /** Plants at home make less than a hundredth of the need: nothing to support. */
  | { readonly kind: "no-plants"; readonly minerals: readonly string[] }
  /** Highest margin with the lever stays below the hurdle above which it begins new plants. */
  | { readonly kind: "below-hurdle"; readonly mineral: string; readonly stage: string; readonly margin: number; readonly hurdle: number }
  /** No supplier that the lever could act on. */
  | { readonly kind: "no-supplier"; readonly minerals: readonly string[] }
  /** The partner is not listed as a supplier where the setting would put the money: nothing is spent on plants. `money`: million/yr. */
  | { readonly kind: "not-listed"; readonly partner: string; readonly minerals: readonly string[]; readonly money: number }
  /** The partner's plants could send more than home plants take: t a year in the year of the largest gap. */
  | {
      readonly kind: "no-buyer";
      readonly partner: string;
      readonly mineral: string;
      readonly stage: string;
      readonly year: number;
      readonly possible: number;
      readonly used: number;
    }
  /** The partner is not flagged as an ally, so dependence on suppliers that are not allies stays. */
  | { readonly kind: "not-ally"; readonly partner: string }
  /** A public share without a grant that it could apply to. */
  | { readonly kind: "no-grant" }
  /** A reserve at a stage where nothing is needed. */
  | { readonly kind: "no-need"; readonly minerals: readonly string[] };

export interface LimitInput {
  readonly lever: Lever;
  /** Settings of the lever that differ from status quo. */
  readonly settings: readonly LeverSetting[];
  /** All settings of the scenario. */
  readonly levers: readonly LeverSetting[];
  readonly whole: ObservedRun;
  readonly without: ObservedRun;
  readonly pairs: readonly PipePair[];
}

/** Money of a lever over all years, million: what is spent on plants, and the part that begins nothing. null for levers that pay for no plants. */
export interface PlantMoney {
  readonly spent: number;
  readonly idle: number;
}
