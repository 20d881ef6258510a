/** A conclusion that one number could turn round, and the numbers that are asked about it. */
import type { Package } from "../jobs/job.ts";
import type { Measure } from "../measure.ts";

export interface Conclusion {
  readonly scenario: Package;
  /** One number: a measure of width 1. */
  readonly measure: Measure;
  readonly better: "down" | "up";
  /** Which parameters are asked about; all of `questionedParameters` unless stated. */
  readonly about?: (parameter: QuestionedParameter) => boolean;
  /** Held against a value (target) or against another scenario (ranking). */
  readonly against: { readonly kind: "value"; readonly value: number } | { readonly kind: "scenario"; readonly other: Package };
}

export interface QuestionedParameter {
  readonly mineral: string;
  readonly stage: string;
  readonly key: string;
  /** The value in use: the dataset's or an assumption's. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Where a turn is looked for. */
  readonly from: number;
  readonly to: number;
}
