/**
 * When two packages differ clearly: some lever does at most half of what it does in the other, and the difference is a fifth of its way, or as much of
 * it as takes a fifth of a near-optimal package's money. (A lever that may take far more money than any sensible package would else tell none apart.)
 */
import type { Searcher } from "./package-search.ts";
import type { Cancellable } from "../jobs/progress.ts";

/** Of a lever's way, or of the money. */
const CLEARLY = 0.2;
/** Of the larger of two settings. */
const HALF = 0.5;

/** For each lever, the share of its way that makes a clear difference between packages that cost about `money` (million). Runs each lever alone at its bound. */
export async function clearSteps(search: Pick<Searcher, "space" | "control">, money: number): Promise<Cancellable<Float64Array>> {
  const { space, control } = search;
  const alone = space.levers.map(({ min, max }, i) => {
    const quo = space.statusQuo[i]!;
    return space.statusQuo.map((level, k) => (k === i ? (max - quo >= quo - min ? max : min) : level));
  });
  const claims = await space.evaluate([space.statusQuo, ...alone], { ...control, progress: () => {} });
  if (claims === "cancelled") return claims;
  const costs = claims.slice(1).map(({ cost }) => cost - claims[0]!.cost);
  return Float64Array.from(costs, (cost) => CLEARLY * Math.min(1, cost > 0 ? Math.max(1, money) / cost : 1));
}

/** Of two packages' usages (`PackageSpace.usage`): 1 or more is a clear difference. */
export function distance(a: readonly number[], b: readonly number[], steps: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const apart = Math.abs(a[i]! - b[i]!);
    if (apart > 0) most = Math.max(most, apart / Math.max(steps[i]!, HALF * Math.max(a[i]!, b[i]!)));
  }
  return most;
}
