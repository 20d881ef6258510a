/**
 * A run's annual indicators as plain data: what is stored with a revision, written to files and printed by the command line.
 * Nesting and names are those of the reference cases. null = not defined.
 */
import type { ScenarioInputs } from "../scenario/scenario.ts";

export type Series = readonly (number | null)[];
export type TextSeries = readonly (string | null)[];

export interface MineralResult {
  /** stage id → indicator id → one value per year */
  readonly stages: Readonly<Record<string, Readonly<Record<string, Series | TextSeries>>>>;
  /** indicator id → one value per year */
  readonly mineral: Readonly<Record<string, Series>>;
}

export interface RunTotals {
  readonly cost_by_lever_musd: Readonly<Record<string, Series>>;
  readonly cost_by_mineral_musd: Readonly<Record<string, Series>>;
  /** public_cost_musd, composite_equal … → one value per year */
  readonly [indicator: string]: Series | Readonly<Record<string, Series>>;
}

export interface RunResult {
  readonly planner: { readonly model_version: string; readonly data_vintage: string };
  readonly inputs: ScenarioInputs;
  readonly years: readonly number[];
  readonly minerals: Readonly<Record<string, MineralResult>>;
  readonly totals: RunTotals;
}
