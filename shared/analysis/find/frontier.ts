/** Best outcome for its cost among packages that were run, and a selection of the others. */
import type { Goal } from "./find-goal.ts";
import type { Claim, Evaluated } from "./package-space.ts";

const MAX_POINTS = 40;

/** Packages that no cheaper one equals, cheapest first, thinned to even steps of the outcome. Packages that fail the stress event are left out. */
export function frontierOf(archive: readonly Evaluated[], goal: Goal): readonly Evaluated[] {
  const sorted = archive
    .filter(({ claim }) => goal.survivesStress(claim) && Number.isFinite(claim.value))
    .toSorted((a, b) => a.claim.cost - b.claim.cost || goal.toLower(a.claim) - goal.toLower(b.claim));
  const front: Evaluated[] = [];
  for (const one of sorted) if (front.length === 0 || goal.toLower(one.claim) < goal.toLower(front.at(-1)!.claim)) front.push(one);
  if (front.length <= MAX_POINTS) return front;
  const [start, end] = [goal.toLower(front[0]!.claim), goal.toLower(front.at(-1)!.claim)];
  const thin: Evaluated[] = [];
  for (const one of front) {
    const due = start + ((end - start) * thin.length) / (MAX_POINTS - 1);
    if (goal.toLower(one.claim) <= due || one === front.at(-1)) thin.push(one);
  }
  return thin;
}

export type TriedPackage = Pick<Claim, "cost" | "value">;

/** Places of the cloud along cost and outcome; at most one package stands in each. */
const COLUMNS = 48;
const ROWS = 24;

/** Packages of at most `most` cost that survive the stress event, spread evenly; the first that was tried stands for its neighbours. */
export function cloudOf(archive: readonly Evaluated[], goal: Goal, most: number): readonly TriedPackage[] {
  const tried = archive
    .filter(({ claim }) => goal.survivesStress(claim) && Number.isFinite(claim.value) && claim.cost <= most)
    .map(({ claim: { cost, value } }) => ({ cost, value }));
  const columnOf = placer(
    tried.map(({ cost }) => cost),
    COLUMNS,
  );
  const rowOf = placer(
    tried.map(({ value }) => value),
    ROWS,
  );
  const places = new Map<number, TriedPackage>();
  for (const one of tried) {
    const key = columnOf(one.cost) * ROWS + rowOf(one.value);
    if (!places.has(key)) places.set(key, one);
  }
  return [...places.values()];
}

/** Which of `count` equal parts of the values' span a value lies in. */
function placer(values: readonly number[], count: number): (value: number) => number {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)] as const, [Infinity, -Infinity] as const);
  return (value) => (high > low ? Math.min(count - 1, Math.floor((count * (value - low)) / (high - low))) : 0);
}
