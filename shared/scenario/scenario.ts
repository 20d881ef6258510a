/**
 * What people make: lever settings with their dates, a world, events, assumption overrides and labels.
 * Field names of `ScenarioInputs` are those of scenario files and reference cases (DECISIONS.md), so that no adapter can lose one.
 */
import type { YearMonth } from "../time.ts";

/** One instance of a lever. Several instances of one lever may stand side by side (specification, section 4). */
export interface LeverSetting {
  readonly lever: string;
  readonly value: number;
  readonly start: YearMonth;
  /** Months from `start` to full effect; 0 and 1 both mean at once. */
  readonly ramp: number;
  /** First month without the lever (exclusive). */
  readonly end?: YearMonth;
  readonly minerals: "all" | readonly string[];
  readonly stages?: readonly string[];
  /** Supplier iso3; required for ally finance. */
  readonly partner?: string;
  /** Share of output covered by a price floor, 0–1. */
  readonly eligible?: number;
  readonly phase_out?: boolean;
  readonly countries?: "non_ally" | readonly string[];
}

/** An event preset of the dataset, begun in a month. */
export interface PresetEvent {
  readonly event: string;
  readonly start: YearMonth;
}

/** An event of the user's own. "*" or ids joined by "|" in the three lists. */
export interface OwnEvent {
  readonly name?: string;
  readonly minerals: string;
  readonly stages: string;
  readonly suppliers: string;
  readonly scope: "targeted" | "global" | "outage";
  readonly severity: number;
  readonly start: YearMonth;
  readonly duration: number;
  readonly ramp_in: number;
  readonly recovery: number;
  /** "mineral:share", several joined by "|". */
  readonly world_share?: string;
  readonly leak?: number;
}

/** So many columns of one's own a stress test may have. */
export const MOST_OWN_DISRUPTIONS = 30;

export type ScenarioEvent = PresetEvent | OwnEvent;

export const isPresetEvent = (event: ScenarioEvent): event is PresetEvent => "event" in event;

/** An edited copy of a world of the dataset. mineral → multiplier on its indices after the base year; a mineral that is left out has 1. */
export interface OwnWorld {
  readonly name: string;
  readonly demand: Readonly<Record<string, number>>;
  readonly price: Readonly<Record<string, number>>;
}

export interface ScenarioInputs {
  readonly levers: readonly LeverSetting[];
  readonly world: string;
  /** In place of `world`, which it is a copy of. */
  readonly own_world?: OwnWorld;
  readonly events: readonly ScenarioEvent[];
}

/** A parameter that the user replaced; `mineral`, `stage`, `key` name the row of the dataset ("all" and "" as there). */
export interface Assumption {
  readonly mineral: string;
  readonly stage: string;
  readonly key: string;
  readonly value: number;
}

/** `mineral` null = the composite over all minerals. `value` in the indicator's own unit (shares as fractions). */
export interface Target {
  readonly indicator: string;
  readonly mineral: string | null;
  readonly value: number;
  readonly year: number;
}

/** The part of a scenario that decides its numbers: immutable in a revision. */
export interface ScenarioDocument {
  readonly inputs: ScenarioInputs;
  readonly assumptions: readonly Assumption[];
  readonly target: Target | null;
  /** Mean public cost per year 2027–2035, million real base-year currency units; null = none. */
  readonly budget: number | null;
}

/** The part that may be edited without a new revision. */
export interface ScenarioLabels {
  readonly title: string;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly question: string;
  readonly hypothesis: string;
  readonly findings: string;
  readonly decision: string;
}

export interface Scenario extends ScenarioLabels, ScenarioDocument {
  readonly id: string;
}

export const emptyLabels = (title: string): ScenarioLabels => ({
  title,
  notes: "",
  tags: [],
  question: "",
  hypothesis: "",
  findings: "",
  decision: "",
});

/** Status quo in `world`: no lever differs, no event, no override. */
export const statusQuoDocument = (world: string): ScenarioDocument => ({
  inputs: { levers: [], world, events: [] },
  assumptions: [],
  target: null,
  budget: null,
});
