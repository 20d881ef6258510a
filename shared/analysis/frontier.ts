/** Best outcome for its cost among packages that were run. */
import type { Goal } from "./find-goal.ts";
import type { Evaluated } from "./package-space.ts";

export type FrontierPoint = Evaluated;

const MAX_POINTS = 40;

/** Packages that no cheaper one equals, cheapest first, thinned to even steps of the outcome. Packages that fail the stress event are left out. */
export function frontierOf(archive: readonly Evaluated[], goal: Goal): readonly FrontierPoint[] {
  const sorted = archive
    .filter(({ claim }) => goal.survivesStress(claim) && Number.isFinite(claim.value))
    .toSorted((a, b) => a.claim.cost - b.claim.cost || goal.toLower(a.claim) - goal.toLower(b.claim));
  const front: FrontierPoint[] = [];
  for (const one of sorted) if (front.length === 0 || goal.toLower(one.claim) < goal.toLower(front.at(-1)!.claim)) front.push(one);
  if (front.length <= MAX_POINTS) return front;
  const [start, end] = [goal.toLower(front[0]!.claim), goal.toLower(front.at(-1)!.claim)];
  const thin: FrontierPoint[] = [];
  for (const one of front) {
    const due = start + ((end - start) * thin.length) / (MAX_POINTS - 1);
    if (goal.toLower(one.claim) <= due || one === front.at(-1)) thin.push(one);
  }
  return thin;
}
