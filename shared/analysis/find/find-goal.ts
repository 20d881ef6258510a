/** What a search is after: constraints on claims as violations, and the scores of its several searches. */
import { indicatorOf } from "../outcome.ts";
import type { Score } from "./optimise.ts";
import type { AllowedLever, Asked, Claim } from "./package-space.ts";

export interface FindQuestion extends Asked {
  readonly levers: readonly AllowedLever[];
  /** Value to reach in `year`, in the outcome's own unit. */
  readonly target: number;
  /** Highest cost on the cost basis, million; null = none. */
  readonly budget: number | null;
  /** Highest share of need that may be lost in the stress event; not read without one. */
  readonly maxLoss: number;
  readonly seed: number;
}

export interface Goal {
  readonly meetsTarget: (claim: Claim) => boolean;
  readonly survivesStress: (claim: Claim) => boolean;
  readonly isWithin: (claim: Claim, limit: number | null) => boolean;
  /** Target, stress and `limit` all hold. */
  readonly isMet: (claim: Claim, limit: number | null) => boolean;
  /** The outcome so that less is better. */
  readonly toLower: (claim: Claim) => number;
  /** Reach the target within `limit`, then lower `objective`. */
  readonly reach: (claim: Claim, limit: number | null, objective: number) => Score;
  /** The best outcome within `limit`; without stress, whatever is lost in the event. */
  readonly best: (claim: Claim, limit: number | null, stress?: "without stress") => Score;
}

/** Differences below this, as a share of the way from status quo to the target, are rounding. */
const ROUNDING = 1e-9;

export function goalOf(question: FindQuestion, statusQuo: Claim): Goal {
  const sign = indicatorOf(question.outcome).better === "up" ? -1 : 1;
  const target = sign * question.target;
  const toLower = ({ value }: Claim): number => sign * value;
  const way = Math.abs(toLower(statusQuo) - target);
  const scale = Number.isFinite(way) && way > 0 ? way : 1;
  const excess = (value: number, limit: number, unit: number): number => {
    const over = (value - limit) / unit;
    return over > ROUNDING ? over : 0;
  };
  const targetMissed = (claim: Claim): number => excess(toLower(claim), target, scale);
  const lossExceeded = ({ loss }: Claim): number => (question.stress === null ? 0 : excess(loss, question.maxLoss, Math.max(0.01, question.maxLoss)));
  const overspent = ({ cost }: Claim, limit: number | null): number => (limit === null ? 0 : excess(cost, limit, Math.max(1, limit)));
  const goal: Goal = {
    meetsTarget: (claim) => targetMissed(claim) === 0,
    survivesStress: (claim) => lossExceeded(claim) === 0,
    isWithin: (claim, limit) => overspent(claim, limit) === 0,
    isMet: (claim, limit) => goal.meetsTarget(claim) && goal.survivesStress(claim) && goal.isWithin(claim, limit),
    toLower,
    reach: (claim, limit, objective) => ({ objective, violation: targetMissed(claim) + lossExceeded(claim) + overspent(claim, limit) }),
    best: (claim, limit, stress) => ({ objective: toLower(claim), violation: (stress === undefined ? lossExceeded(claim) : 0) + overspent(claim, limit) }),
  };
  return goal;
}
