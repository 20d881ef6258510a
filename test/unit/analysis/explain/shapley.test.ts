import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cancellable, Control } from "../../../../shared/analysis/jobs/progress.ts";
import { type Attribution, type EvaluateCoalitions, exactAttribution, sampledAttribution } from "../../../../shared/analysis/explain/shapley.ts";

/** A game by table: `values[mask]` is the vector of that coalition. */
const tableGame =
  (values: readonly (readonly number[])[]): EvaluateCoalitions =>
  async (coalitions) =>
    Float64Array.from(coalitions.flatMap((mask) => values[mask]!));

const exact = async (players: number, values: readonly (readonly number[])[], control?: Control): Promise<Attribution> =>
  done(await exactAttribution(players, values[0]!.length, tableGame(values), control));

function done<T>(result: Cancellable<T>): T {
  if (result === "cancelled") throw new Error("cancelled");
  return result;
}

const share = (a: Attribution, player: number, v = 0): number => a.shares[player * a.width + v]!;

const game = fc
  .integer({ min: 1, max: 5 })
  .chain((players) => fc.tuple(fc.constant(players), fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** players, maxLength: 2 ** players })));
const scalars = (values: readonly number[]): readonly (readonly number[])[] => values.map((value) => [value]);

/** Average contribution over all orders: the definition. */
function byDefinition(players: number, value: readonly number[]): readonly number[] {
  const orders = (rest: readonly number[]): readonly (readonly number[])[] =>
    rest.length === 0 ? [[]] : rest.flatMap((first) => orders(rest.filter((one) => one !== first)).map((tail) => [first].concat(tail)));
  const all = orders(Array.from({ length: players }, (_, i) => i));
  const sums = Array.from({ length: players }, () => 0);
  for (const order of all) {
    let mask = 0;
    for (const player of order) {
      sums[player]! += value[mask | (1 << player)]! - value[mask]!;
      mask |= 1 << player;
    }
  }
  return sums.map((sum) => sum / all.length);
}

describe("Shapley shares", () => {
  it("N5: equal the average contribution over all orders", async () => {
    await fc.assert(
      fc.asyncProperty(game, async ([players, value]) => {
        const found = await exact(players, scalars(value));
        byDefinition(players, value).forEach((expected, player) => expect(share(found, player)).toBeCloseTo(expected, 9));
      }),
    );
  });

  it("N5 efficiency: shares sum to the total, and so do solo effects with the interaction", async () => {
    await fc.assert(
      fc.asyncProperty(game, async ([players, value]) => {
        const found = await exact(players, scalars(value));
        const total = value.at(-1)! - value[0]!;
        const sum = (parts: Float64Array): number => parts.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum(found.shares) - total)).toBeLessThanOrEqual(1e-9);
        expect(Math.abs(sum(found.solo) + found.interaction[0]! - total)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it("N5 symmetry: players who contribute the same everywhere get the same", async () => {
    await fc.assert(
      fc.asyncProperty(game, async ([players, value]) => {
        // The game is made symmetric in its first and last player.
        const last = 1 << (players - 1);
        const swap = (mask: number): number => (players === 1 ? mask : (mask & ~(1 | last)) | (mask & 1 ? last : 0) | (mask & last ? 1 : 0));
        const symmetric = value.map((v, mask) => v + value[swap(mask)]!);
        const found = await exact(players, scalars(symmetric));
        expect(share(found, 0)).toBeCloseTo(share(found, players - 1), 9);
      }),
    );
  });

  it("N5 dummy: a player who changes nothing gets exactly nothing", async () => {
    await fc.assert(
      fc.asyncProperty(game, async ([players, value]) => {
        const found = await exact(players, scalars(value.map((_, mask) => value[mask & ~1]!)));
        expect(share(found, 0)).toBe(0);
        expect(found.solo[0]).toBe(0);
      }),
    );
  });

  it("N5 additivity: shares of a sum of games are the sums of their shares, and a vector game is its games side by side", async () => {
    const two = fc.integer({ min: 1, max: 5 }).chain((players) => {
      const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** players, maxLength: 2 ** players });
      return fc.tuple(fc.constant(players), values, values);
    });
    await fc.assert(
      fc.asyncProperty(two, async ([players, a, b]) => {
        const both = await exact(
          players,
          a.map((value, mask) => [value, b[mask]!, value + b[mask]!]),
        );
        const first = await exact(players, scalars(a));
        for (let player = 0; player < players; player++) {
          expect(share(both, player, 0)).toBe(share(first, player));
          expect(share(both, player, 2)).toBeCloseTo(share(both, player, 0) + share(both, player, 1), 9);
        }
      }),
    );
  });

  it("N5: a coalition without a value leaves the shares of that value undefined and no others", async () => {
    const found = await exact(2, [
      [0, 0],
      [1, NaN],
      [2, 1],
      [5, 3],
    ]);
    expect([share(found, 0), share(found, 1)]).toEqual([2, 3]);
    expect(share(found, 0, 1)).toBeNaN();
  });
});

describe("sampled Shapley shares", () => {
  const players = 14;
  /** Square of the weighted sum of the players that take part: its exact shares are wᵢ·Σw. */
  const weights = Array.from({ length: players }, (_, i) => 1 + i / 4);
  const quadratic: EvaluateCoalitions = async (coalitions) =>
    Float64Array.from(coalitions, (mask) => weights.reduce((sum, w, i) => (mask & (1 << i) ? sum + w : sum), 0) ** 2);
  const total = weights.reduce((a, b) => a + b, 0);

  it("N6: an order and its reverse are exact for games of pairs, and the shares sum to the total", async () => {
    const found = done(await sampledAttribution(players, 1, quadratic, { seed: 1, pairs: 4 }));
    weights.forEach((w, player) => expect(share(found, player)).toBeCloseTo(w * total, 9));
    expect(found.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(total ** 2, 9);
    expect(Math.max(...found.standardErrors!)).toBeLessThan(1e-9);
  });

  /** 1 if one of the first three and one of the next three take part: no sum of pairs. */
  const threshold: EvaluateCoalitions = async (coalitions) => Float64Array.from(coalitions, (mask) => ((mask & 7) !== 0 && (mask & 56) !== 0 ? 1 : 0));

  it("N6: standard errors hold: the exact share lies within four of them, and they shrink with the root of the pairs", async () => {
    const truth = done(await exactAttribution(6, 1, threshold));
    const few = done(await sampledAttribution(6, 1, threshold, { seed: 5, pairs: 50 }));
    const many = done(await sampledAttribution(6, 1, threshold, { seed: 5, pairs: 5000 }));
    for (const found of [few, many]) {
      for (let player = 0; player < 6; player++) {
        expect(Math.abs(share(found, player) - share(truth, player))).toBeLessThanOrEqual(4 * found.standardErrors![player]!);
      }
    }
    const mean = (found: Attribution): number => found.standardErrors!.reduce((a, b) => a + b, 0) / 6;
    expect(mean(few) / mean(many)).toBeGreaterThan(7);
    expect(mean(few) / mean(many)).toBeLessThan(14);
    expect(many.evaluations).toBeLessThanOrEqual(64);
  });

  it("N6: the same seed gives the same shares, another seed others; no coalition is evaluated twice", async () => {
    const seen = new Set<number>();
    const once: EvaluateCoalitions = async (coalitions, control) => {
      for (const mask of coalitions) {
        expect(seen.has(mask)).toBe(false);
        seen.add(mask);
      }
      return threshold(coalitions, control);
    };
    const first = done(await sampledAttribution(players, 1, once, { seed: 9, pairs: 20 }));
    expect(done(await sampledAttribution(players, 1, threshold, { seed: 9, pairs: 20 }))).toEqual(first);
    expect(done(await sampledAttribution(players, 1, threshold, { seed: 8, pairs: 20 })).shares).not.toEqual(first.shares);
    expect(first.evaluations).toBe(seen.size);
  });

  it("N6: cancelling ends the sampling, with progress counted in pairs", async () => {
    const progress: number[] = [];
    const control: Control = { progress: (pairs) => progress.push(pairs), isCancelled: () => progress.length >= 3 };
    expect(await sampledAttribution(players, 1, threshold, { seed: 1, pairs: 1000 }, control)).toBe("cancelled");
    expect(progress).toEqual([8, 16, 24]);
    expect(await exactAttribution(3, 1, async () => "cancelled")).toBe("cancelled");
  });
});
