/**
 * Which lever did what: the change from status quo to a scenario shared out over the levers that differ, for any outcomes and all years at once.
 * Status quo keeps the scenario's world, events and assumptions. A lever with all its instances and sub-settings is one player.
 */
import type { Dataset } from "../../dataset/dataset.ts";
import { isGrant, leversWith } from "../../lever/lever-catalogue.ts";
import type { ScenarioInputs } from "../../scenario/scenario.ts";
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import { indicatorOf, type Outcome } from "../outcome.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { type Attribution, type EvaluateCoalitions, exactAttribution, MAX_EXACT_PLAYERS, sampledAttribution } from "./shapley.ts";

/** Levers that only change what other levers do; they belong to each of these. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  leversWith(({ servesGrants }) => servesGrants === true).map((id) => [id, leversWith(isGrant)]),
);

/** Orders and their reverses that are drawn where shares are not exact. */
export const DEFAULT_PAIRS = 100;

export interface ExplainOptions {
  readonly outcomes: readonly Outcome[];
  /** Used where more than `MAX_EXACT_PLAYERS` levers differ. */
  readonly seed: number;
  readonly pairs: number;
}

export interface Explanation {
  /** Lever ids in the dataset's order. */
  readonly levers: readonly string[];
  /** Levers whose effect is inside that of the levers they serve. */
  readonly companions: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly years: readonly number[];
  /** Values are outcome × year. */
  readonly attribution: Attribution;
  /** Headline cost of each lever in the scenario, million per year. */
  readonly costs: readonly number[];
  /** Runs that were made. */
  readonly runs: number;
}

/** The levers of a scenario that differ from status quo, and those that only serve them. */
export function playersOf(dataset: Dataset, inputs: ScenarioInputs): { readonly levers: readonly string[]; readonly companions: readonly string[] } {
  const changed = dataset.levers
    .filter((lever) => inputs.levers.some((setting) => setting.lever === lever.id && setting.value !== lever.default))
    .map(({ id }) => id);
  const companions = changed.filter((id) => COMPANIONS[id]?.some((served) => changed.includes(served)) ?? false);
  return { levers: changed.filter((id) => !companions.includes(id)), companions };
}

/** The scenario with only the levers of a coalition; companions stay with the levers they serve. Settings keep their order. */
export function coalitionOf(scenario: Package, levers: readonly string[], coalition: number): Package {
  const active = new Set(levers.filter((_, i) => coalition & (1 << i)));
  const stays = (lever: string): boolean =>
    active.has(lever) || (!levers.includes(lever) && (COMPANIONS[lever]?.some((served) => active.has(served)) ?? false));
  return { ...scenario, inputs: { ...scenario.inputs, levers: scenario.inputs.levers.filter(({ lever }) => stays(lever)) } };
}

/** Progress counts runs where shares are exact, pairs of orders where they are sampled. */
export async function explain(runner: JobRunner, scenario: Package, options: ExplainOptions, control: Control = {}): Promise<Cancellable<Explanation>> {
  const { levers, companions } = playersOf(runner.model.dataset, scenario.inputs);
  const measures = options.outcomes.map((outcome): Measure => ({ kind: "annual", outcome }));
  const { years } = runner.model;
  const evaluate: EvaluateCoalitions = (coalitions, inner) =>
    evaluatePackages(
      runner,
      coalitions.map((coalition) => coalitionOf(scenario, levers, coalition)),
      measures,
      inner,
    );
  const costs = await evaluatePackages(
    runner,
    [scenario],
    levers.map((lever) => ({ kind: "cost", lever })),
    { ...control, progress: () => {} },
  );
  if (costs === "cancelled") return costs;
  const width = measures.length * years.length;
  const attribution =
    levers.length <= MAX_EXACT_PLAYERS
      ? await exactAttribution(levers.length, width, evaluate, control)
      : await sampledAttribution(levers.length, width, evaluate, options, control);
  if (attribution === "cancelled") return attribution;
  return { levers, companions, outcomes: options.outcomes, years, attribution, costs: [...costs], runs: attribution.evaluations + 1 };
}

export interface LeverEffect {
  readonly lever: string;
  /** Order-free share of the change, in the indicator's unit. */
  readonly share: number;
  /** null = exact. */
  readonly standardError: number | null;
  /** The change the lever makes alone. */
  readonly solo: number;
  /** Headline cost, million per year. */
  readonly cost: number;
  /** Cost per percentage point (shares) or per unit (else) of improvement, million per year; null where the lever improves nothing. */
  readonly costPerPoint: number | null;
}

export interface Waterfall {
  readonly outcome: Outcome;
  readonly year: number;
  readonly before: number;
  readonly after: number;
  /** Dataset order. Shares sum to after − before; solo effects and `interaction` do too. */
  readonly effects: readonly LeverEffect[];
  readonly interaction: number;
}

/** One outcome in one year, taken out of an explanation. Values are NaN where the indicator is not defined for some combination of levers. */
export function waterfall(explanation: Explanation, outcomeIndex: number, year: number): Waterfall {
  const { attribution, years, levers, costs } = explanation;
  const outcome = explanation.outcomes[outcomeIndex];
  const y = years.indexOf(year);
  if (outcome === undefined || y < 0) throw new Error(`outcome ${outcomeIndex} in ${year} was not explained`);
  const v = outcomeIndex * years.length + y;
  const { unit, better } = indicatorOf(outcome);
  const point = unit === "share" ? 0.01 : 1;
  const effects = levers.map((lever, i): LeverEffect => {
    const at = i * attribution.width + v;
    const share = attribution.shares[at]!;
    const gain = (better === "up" ? share : -share) / point;
    const cost = costs[i]!;
    return {
      lever,
      share,
      standardError: attribution.standardErrors?.[at] ?? null,
      solo: attribution.solo[at]!,
      cost,
      costPerPoint: gain > 0 ? cost / gain : null,
    };
  });
  return { outcome, year, before: attribution.before[v]!, after: attribution.after[v]!, effects, interaction: attribution.interaction[v]! };
}
