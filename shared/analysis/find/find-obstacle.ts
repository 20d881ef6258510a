/** Why a target cannot be met: what the best reachable value is without each of the limits, and which of them bind. */
import type { FindQuestion, Goal } from "./find-goal.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import { indicatorOf, isBetter } from "../outcome.ts";
import type { Evaluated, PackageSpace } from "./package-space.ts";
import type { Searcher } from "./package-search.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { packageInWorld } from "../world-choice.ts";

/** What a user may give up so that the target can be met. */
export type Limit = "budget" | "stress";

export interface Obstacle {
  /** The fewest limits without which the target can be met; empty: not even without them, so levers, lead times or worlds bind. */
  readonly binds: readonly Limit[];
  /** Where only the budget binds: the least cost at which the target is met, million; else null. */
  readonly costToMeet: number | null;
  /** The best package without budget. */
  readonly unlimited: Evaluated;
  /** Numbers of the levers that stand at their farther bound in it. */
  readonly atBound: readonly number[];
  /** First later year in which it meets the target in its worst world; null = not within the run, or its own year is enough. */
  readonly metIn: number | null;
}

export async function diagnose(runner: JobRunner, search: Searcher, goal: Goal, question: FindQuestion): Promise<Cancellable<Obstacle>> {
  const { space } = search;
  const unlimited = await search.run(({ claim }) => goal.best(claim, null), "thorough", { stream: "without budget" });
  if (unlimited === "cancelled") return unlimited;
  const atBound = space.usage(unlimited.levels).flatMap((share, i) => (share >= 1 ? [i] : []));
  if (goal.isMet(unlimited.claim, null)) {
    const cheapest = await search.run(({ claim }) => goal.reach(claim, null, claim.cost), "thorough", { stream: "at any cost" });
    return cheapest === "cancelled" ? cheapest : { binds: ["budget"], costToMeet: cheapest.claim.cost, unlimited, atBound, metIn: null };
  }
  const binds = question.stress === null ? [] : await bindsWithStress(search, goal, question);
  if (binds === "cancelled") return binds;
  const metIn = await yearMet(runner, space, unlimited, question, search.control);
  return metIn === "cancelled" ? metIn : { binds, costToMeet: null, unlimited, atBound, metIn };
}

/** The budget alone does not bind; the stress event may, by itself or with the budget. */
async function bindsWithStress(search: Searcher, goal: Goal, question: FindQuestion): Promise<Cancellable<readonly Limit[]>> {
  const choices: readonly (readonly [readonly Limit[], number | null])[] = [
    [["stress"], question.budget],
    [["budget", "stress"], null],
  ];
  for (const [binds, limit] of choices) {
    const calm = await search.run(({ claim }) => goal.best(claim, limit, "without stress"), "quick", { stream: `without ${binds.join(" and ")}` });
    if (calm === "cancelled") return calm;
    if (goal.meetsTarget(calm.claim) && goal.isWithin(calm.claim, limit)) return binds;
  }
  return [];
}

async function yearMet(runner: JobRunner, space: PackageSpace, one: Evaluated, question: FindQuestion, control: Control): Promise<Cancellable<number | null>> {
  const inWorst = packageInWorld(space.packageOf(one.levels), question.worlds[one.claim.worstWorld]!);
  const series = await evaluatePackages(runner, [inWorst], [{ kind: "annual", outcome: question.outcome }], { ...control, progress: () => {} });
  if (series === "cancelled") return series;
  const indicator = indicatorOf(question.outcome);
  return (
    runner.model.years.find((year, y) => year > question.year && (series[y] === question.target || isBetter(indicator, series[y]!, question.target))) ?? null
  );
}
