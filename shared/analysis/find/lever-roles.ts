/** What the found packages say of each lever: in all, in some, in none; what doing without it costs, and what takes its place. */
import type { Alternatives } from "./alternatives.ts";
import type { Searcher } from "./package-search.ts";

/** The cheapest package found without a lever; an upper bound, since a longer search may find a cheaper one. */
export interface WithoutLever {
  /** Million. */
  readonly cost: number;
  /** Levers that do more in it than in the cheapest package, the one that does most more first. */
  readonly instead: readonly number[];
}

/** Levers by their number among the allowed ones. */
export interface LeverRoles {
  /** In every package, and no near-optimal one was found without. */
  readonly mustDo: readonly number[];
  readonly interchangeable: readonly number[];
  /** In no package. */
  readonly unused: readonly number[];
  /** Those of the unused that were taken out of a package because without them nothing changed. */
  readonly noise: readonly number[];
  /** For levers of the cheapest package; null = no package within the budget was found. */
  readonly without: ReadonlyMap<number, WithoutLever | null>;
}

type Found = Pick<Alternatives, "packages" | "without"> & { readonly nearOptimalCost: number | null };

export function leverRoles(search: Pick<Searcher, "space" | "used" | "removed">, { packages, nearOptimalCost, without }: Found): LeverRoles {
  const { space } = search;
  const used = packages.map((one) => search.used(one));
  const count = (i: number): number => used.filter((levers) => levers.includes(i)).length;
  const numbers = space.levers.map((_, i) => i);
  const isSpared = (i: number): boolean => (without.get(i)?.claim.cost ?? Infinity) <= (nearOptimalCost ?? -Infinity);
  const unused = numbers.filter((i) => count(i) === 0);
  const cheapest = space.usage(packages[0]!.levels);
  return {
    mustDo: numbers.filter((i) => count(i) === packages.length && !isSpared(i)),
    interchangeable: numbers.filter((i) => count(i) > 0 && (count(i) < packages.length || isSpared(i))),
    unused,
    noise: unused.filter((i) => search.removed.has(i)),
    without: new Map(
      [...without].map(([lever, one]) => {
        if (one === null) return [lever, null];
        const more = space.usage(one.levels).map((share, i) => share - cheapest[i]!);
        return [lever, { cost: one.claim.cost, instead: numbers.filter((i) => more[i]! > 0).toSorted((a, b) => more[b]! - more[a]!) }];
      }),
    ),
  };
}
