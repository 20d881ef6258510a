/**
 * Scenarios side by side: which levers differ, and how outcomes differ from any of them. An item may be a scenario, a stored revision or status quo;
 * results come through readers, so stored numbers are compared as they were stored.
 */
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { publicCostPerYear } from "../indicator/headline-cost.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import { sameValue } from "../scenario/same-value.ts";
import type { LeverSetting } from "../scenario/scenario.ts";
import type { Package } from "./jobs/job.ts";
import { type Outcome, readOutcome } from "./outcome.ts";
import { worldChoice } from "./world-choice.ts";

/** Lines that one chart overlays; more scenarios stand as small multiples. */
export const MAX_OVERLAID = 5;

export interface CompareItem {
  readonly title: string;
  readonly scenario: Package;
  readonly result: ResultReader;
  readonly modelVersion: string;
  readonly dataVintage: string;
}

/** What must not be mixed silently: true where the items do not all agree. */
export interface Mixed {
  readonly worlds: boolean;
  readonly events: boolean;
  readonly assumptions: boolean;
  readonly dataVintages: boolean;
  readonly modelVersions: boolean;
}

export interface LeverDifference {
  readonly lever: Lever;
  /** By item: its settings that differ from status quo, in their order; none = status quo. */
  readonly settings: readonly (readonly LeverSetting[])[];
  /** By item: differs from the reference. */
  readonly differs: readonly boolean[];
}

export interface OutcomeComparison {
  readonly outcome: Outcome;
  /** Item × year; null = not defined. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Item × year: value minus that of the reference in its own year; null where one of the two is not defined. */
  readonly differences: readonly (readonly (number | null)[])[];
}

export interface CostComparison {
  /** By item: headline cost, million per year, and its difference from the reference. */
  readonly values: readonly number[];
  readonly differences: readonly number[];
}

export interface ScenarioComparison {
  readonly reference: number;
  readonly years: readonly number[];
  readonly mixed: Mixed;
  readonly levers: readonly LeverDifference[];
  readonly outcomes: readonly OutcomeComparison[];
  readonly cost: CostComparison;
}

export interface CompareOptions {
  /** Number of the item that the others are held against. */
  readonly reference: number;
  readonly outcomes: readonly Outcome[];
  readonly years: readonly number[];
}

/** Levers and worlds are those of `dataset`; a lever that an older item has and the dataset lacks is not shown. */
export function compareScenarios(dataset: Dataset, items: readonly CompareItem[], { reference, outcomes, years }: CompareOptions): ScenarioComparison {
  const base = items[reference];
  if (base === undefined) throw new Error(`there is no item ${reference} to compare with`);
  const costs = items.map(({ result }) => publicCostPerYear(result));
  return {
    reference,
    years,
    mixed: mixedParts(items),
    levers: dataset.levers.flatMap((lever) => leverDifference(lever, items, base)),
    outcomes: outcomes.map((outcome) => {
      const values = items.map(({ result }) => atYears(result, outcome, years));
      const differences = values.map((row) => row.map((value, y) => difference(value, values[reference]![y] ?? null)));
      return { outcome, values, differences };
    }),
    cost: { values: costs, differences: costs.map((cost) => cost - costs[reference]!) },
  };
}

/** What differs between the items beyond their levers. */
export function mixedParts(items: readonly Pick<CompareItem, "scenario" | "modelVersion" | "dataVintage">[]): Mixed {
  const differ = (part: (item: (typeof items)[number]) => unknown): boolean => items.some((item) => !sameValue(part(item), part(items[0]!)));
  return {
    worlds: differ(({ scenario }) => worldChoice(scenario.inputs)),
    events: differ(({ scenario }) => scenario.inputs.events),
    assumptions: differ(({ scenario }) => scenario.assumptions),
    dataVintages: differ(({ dataVintage }) => dataVintage),
    modelVersions: differ(({ modelVersion }) => modelVersion),
  };
}

function leverDifference(lever: Lever, items: readonly CompareItem[], base: CompareItem): readonly LeverDifference[] {
  const settingsOf = ({ scenario }: CompareItem): readonly LeverSetting[] =>
    scenario.inputs.levers.filter((setting) => setting.lever === lever.id && setting.value !== lever.default);
  const settings = items.map(settingsOf);
  const differs = settings.map((one) => !sameValue(one, settingsOf(base)));
  return differs.includes(true) ? [{ lever, settings, differs }] : [];
}

function atYears(result: ResultReader, outcome: Outcome, years: readonly number[]): readonly (number | null)[] {
  const series = readOutcome(result, outcome);
  return years.map((year) => series[result.years.indexOf(year)] ?? null);
}

const difference = (value: number | null, reference: number | null): number | null => (value === null || reference === null ? null : value - reference);
