/**
 * Runs of a conclusion with one number changed, no more of the model than the number can reach: minerals meet only where money is split, so
 * another number of one mineral changes nothing of the others.
 */
import { ALL_MINERALS } from "../../dataset/dataset-files.ts";
import type { Assumption } from "../../scenario/scenario.ts";
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import { HEADLINE } from "../outcome.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import type { Conclusion, QuestionedParameter } from "./conclusion.ts";

/** What weighs the minerals when money is split (specification, 4.3–4.7, and what E0 follows from): these reach all minerals. */
const SPLITS_MONEY: ReadonlySet<string> = new Set([
  "a_max",
  "ally_a_max",
  "c0",
  "c_max",
  "capex",
  "content_factor",
  "growth_hist",
  "life_mean",
  "p_ref",
  "recycle_capex_mult",
  "recycle_private",
]);

/** A parameter with a value in its place; null = all as they are. */
export type TrialPoint = { readonly parameter: QuestionedParameter; readonly value: number } | null;

export interface Trial {
  /** Distance of the outcome from where the conclusion turns, for each point. `later`: how many points are known to follow. NaN = not defined. */
  readonly margins: (points: readonly TrialPoint[], later: number) => Promise<Cancellable<readonly number[]>>;
  /** It belongs to another mineral than the one that the conclusion is about. */
  readonly cannotMatter: (parameter: QuestionedParameter) => boolean;
  readonly runs: () => number;
}

export function createTrial(runner: JobRunner, conclusion: Conclusion, control: Control): Trial {
  const { measure, against } = conclusion;
  const { minerals } = runner.model;
  const perPoint = against.kind === "scenario" ? 2 : 1;
  const outcome = measure.kind === "year" ? measure.outcome : null;
  const ownMineral = ({ mineral, key }: QuestionedParameter): string | null => (mineral === ALL_MINERALS || SPLITS_MONEY.has(key) ? null : mineral);
  /** The plain mean over minerals moves by its share of what one of them moves. */
  const isMean = outcome !== null && outcome.indicator === HEADLINE.indicator && outcome.mineral === null && minerals.length > 1;
  let runs = 0;
  let atUse: Float64Array | null = null;

  const evaluate = async (points: readonly TrialPoint[], measures: readonly Measure[], later: number): Promise<Cancellable<Float64Array>> => {
    const before = runs;
    const packages = points.flatMap((point) => packagesAt(conclusion, point));
    const progress = (done: number): void => control.progress?.(before + done, before + packages.length + later);
    const values = await evaluatePackages(runner, packages, measures, { ...control, progress });
    if (values !== "cancelled") runs += packages.length;
    return values;
  };
  const dependenceOf = (mineral: string): Measure => ({
    ...(measure as Extract<Measure, { kind: "year" }>),
    outcome: { indicator: "dependence", mineral, stage: null },
  });

  async function margins(points: readonly TrialPoint[], later: number): Promise<Cancellable<readonly number[]>> {
    if (isMean && atUse === null) {
      const found = await evaluate([null], [measure, ...minerals.map(({ id }) => dependenceOf(id))], later * perPoint);
      if (found === "cancelled") return found;
      atUse = found;
    }
    const out = Array.from(points, () => NaN);
    let left = points.length;
    for (const [mineral, places] of Map.groupBy(points.keys(), (n) => mineralOf(points[n]!))) {
      left -= places.length;
      const measured = mineral === null ? measure : dependenceOf(mineral);
      const values = await evaluate(
        places.map((n) => points[n]!),
        [measured],
        (left + later) * perPoint,
      );
      if (values === "cancelled") return values;
      places.forEach((n, at) => {
        const [own = NaN, other = NaN] = Array.from({ length: perPoint }, (_, which) => whole(mineral, which, values[at * perPoint + which]!));
        out[n] = marginOf(conclusion, own, other);
      });
    }
    return out;
  }

  /** The mineral that a point can be run with alone; null = all. */
  function mineralOf(point: TrialPoint): string | null {
    const mineral = point === null || !isMean ? null : ownMineral(point.parameter);
    const index = minerals.findIndex(({ id }) => id === mineral);
    return index >= 0 && atUse !== null && !Number.isNaN(atUse[1 + index]!) ? mineral : null;
  }

  /** The mean over all minerals where one of them has another value than in use. `which`: 0 the scenario, 1 the other. */
  function whole(mineral: string | null, which: number, value: number): number {
    if (mineral === null || atUse === null) return value;
    const first = which * (1 + minerals.length);
    const each = atUse.subarray(first + 1, first + 1 + minerals.length);
    const defined = each.reduce((count, one) => (Number.isNaN(one) ? count : count + 1), 0);
    return atUse[first]! + (value - each[minerals.findIndex(({ id }) => id === mineral)]!) / defined;
  }

  return {
    margins,
    cannotMatter: (parameter) => {
      const mineral = ownMineral(parameter);
      return mineral !== null && outcome !== null && outcome.mineral !== null && outcome.mineral !== mineral;
    },
    runs: () => runs,
  };
}

function packagesAt({ scenario, against }: Conclusion, point: TrialPoint): readonly Package[] {
  const moved = (one: Package): Package => (point === null ? one : { ...one, assumptions: [...one.assumptions, assumptionAt(point)] });
  return against.kind === "scenario" ? [moved(scenario), moved(against.other)] : [moved(scenario)];
}

/** Of two assumptions about a row the last counts. */
const assumptionAt = ({ parameter: { mineral, stage, key }, value }: NonNullable<TrialPoint>): Assumption => ({ mineral, stage, key, value });

/** NaN where an outcome is not defined. */
function marginOf({ better, against }: Conclusion, own: number, other: number): number {
  const bar = against.kind === "value" ? against.value : other;
  return better === "down" ? bar - own : own - bar;
}
