/** Which letter and colour each compared scenario has: it keeps them while others come and go. */
import { MAX_OVERLAID } from "../../analysis/compare.ts";

/**
 * key → number of its letter (0 = A). Known keys keep theirs, new ones take the first that is free. Only where few enough stand for one chart,
 * those beyond its colours move to free ones.
 */
export function letterSlots(before: ReadonlyMap<string, number>, keys: readonly string[]): ReadonlyMap<string, number> {
  const most = keys.length <= MAX_OVERLAID ? MAX_OVERLAID : Infinity;
  const kept = new Map(keys.flatMap((key) => ((before.get(key) ?? Infinity) < most ? [[key, before.get(key)!] as const] : [])));
  const taken = new Set(kept.values());
  let free = 0;
  return new Map(
    keys.map((key): readonly [string, number] => {
      const own = kept.get(key);
      if (own !== undefined) return [key, own];
      while (taken.has(free)) free++;
      taken.add(free);
      return [key, free];
    }),
  );
}
