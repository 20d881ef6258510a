import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import type { ScenarioStore } from "../../../electron/store/scenario-store.ts";
import { labels, options, reserve, resultOf, temporaryFolder, valueOf } from "./store-fixture.ts";

type Step = (store: ScenarioStore, ids: readonly string[]) => unknown;
const pick = (ids: readonly string[], n: number): string => ids[n % Math.max(1, ids.length)] ?? "nobody";

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(99).map(
    (n): Step =>
      (store) =>
        store.create(labels(`Scenario ${n}`), reserve(n)),
  ),
  fc.tuple(fc.nat(), fc.nat(99)).map(
    ([i, n]): Step =>
      (store, ids) =>
        store.saveDraft(pick(ids, i), reserve(n)),
  ),
  fc.tuple(fc.nat(), fc.nat(9)).map(
    ([i, n]): Step =>
      (store, ids) =>
        store.save(pick(ids, i), reserve(n), { ...resultOf(reserve(n), n), planner: { model_version: `1.${n % 2}`, data_vintage: `Data ${n % 3}` } }),
  ),
  fc.nat().map(
    (i): Step =>
      (store, ids) =>
        store.discardDraft(pick(ids, i)),
  ),
  fc.nat().map(
    (i): Step =>
      (store, ids) =>
        store.restoreRevision(pick(ids, i), 1),
  ),
  fc.tuple(fc.nat(), fc.nat(99)).map(
    ([i, n]): Step =>
      (store, ids) =>
        store.setLabels(pick(ids, i), { title: `Renamed ${n}`, tags: [`t${n}`] }),
  ),
  fc.nat().map(
    (i): Step =>
      (store, ids) =>
        store.trash([pick(ids, i)]),
  ),
  // Rolled back after a part of it was done.
  fc.nat().map(
    (i): Step =>
      (store, ids) =>
        store.trash([pick(ids, i), "nobody"]),
  ),
  fc.nat().map(
    (i): Step =>
      (store, ids) =>
        store.restore([pick(ids, i)]),
  ),
);

describe("the list", () => {
  it("B16: is at any time what a newly opened store lists, whichever of two stores wrote last", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean(), step), { maxLength: 15 }), (steps) => {
        const file = join(temporaryFolder(), "lodestone.db");
        let made = 0;
        const sameOptions = options(file, { newId: () => `id${(made += 1)}` });
        const stores = [openStore(sameOptions).store, openStore(sameOptions).store] as const;
        for (const [first, lookAfter, act] of steps) {
          const store = stores[first ? 0 : 1];
          const known = openStore(sameOptions).store;
          act(
            store,
            valueOf(known.list())
              .map(({ id }) => id)
              .toSorted(),
          );
          known.close();
          if (!lookAfter) continue;
          const fresh = openStore(sameOptions).store;
          const expected = valueOf(fresh.list());
          expect(stores.map((each) => valueOf(each.list()))).toEqual([expected, expected]);
          expect(valueOf(store.search("renamed"))).toEqual(valueOf(fresh.search("renamed")));
          fresh.close();
        }
        for (const store of stores) store.close();
      }),
      { numRuns: 40 },
    );
  });
});
