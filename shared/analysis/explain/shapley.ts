/**
 * What each player of a game contributes, in two readings that each add up to the total (Shapley 1953; Castro, Gómez, Tejada 2009 for sampling):
 * order-free shares, and solo effects plus one interaction term. A game has a vector of values per coalition, so that one set of evaluations
 * answers for all minerals and years. Coalitions are bit masks: bit i = player i takes part.
 */
import { type Cancellable, type Control, shouldStop } from "../jobs/progress.ts";
import { randomSource } from "../ensemble/random.ts";

/** Values of coalitions, one after the other, `width` numbers each. */
export type EvaluateCoalitions = (coalitions: readonly number[], control: Control) => Promise<Cancellable<Float64Array>>;

export interface Attribution {
  readonly players: number;
  readonly width: number;
  /** Values without any player and with all of them. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Player × value. For each value they sum to after − before. */
  readonly shares: Float64Array;
  /** Player × value: standard errors of sampled shares; null where they are exact. */
  readonly standardErrors: Float64Array | null;
  /** Player × value: the change that each player makes alone. */
  readonly solo: Float64Array;
  /** Per value: after − before − the sum of the solo effects. */
  readonly interaction: Float64Array;
  /** Coalitions that were evaluated. */
  readonly evaluations: number;
}

/** Up to this many players shares are exact, from 2^n coalitions. */
export const MAX_EXACT_PLAYERS = 12;
/** A bit mask of a JavaScript integer holds no more. */
const MAX_PLAYERS = 31;

/** Exact shares: φᵢ = Σ over S without i of |S|!·(n − |S| − 1)!/n! · (v(S ∪ i) − v(S)). */
export async function exactAttribution(players: number, width: number, evaluate: EvaluateCoalitions, control: Control = {}): Promise<Cancellable<Attribution>> {
  if (players > MAX_EXACT_PLAYERS) throw new Error(`${players} players are too many for exact shares`);
  const coalitions = Array.from({ length: 2 ** players }, (_, mask) => mask);
  const values = await evaluate(coalitions, control);
  if (values === "cancelled") return values;
  const shares = new Float64Array(players * width);
  const weights = coalitionWeights(players);
  for (const mask of coalitions) {
    const weight = weights[size(mask)]!;
    for (let player = 0; player < players; player++) {
      if (mask & (1 << player)) continue;
      addDifference(shares, player * width, values, (mask | (1 << player)) * width, mask * width, width, weight);
    }
  }
  const at = (mask: number): Float64Array => values.subarray(mask * width, (mask + 1) * width);
  return attribution(players, width, at, shares, null, coalitions.length);
}

/** |S|!·(n − |S| − 1)!/n! by |S|. */
function coalitionWeights(players: number): Float64Array {
  const weights = new Float64Array(players + 1);
  let binomial = 1;
  for (let s = 0; s < players; s++) {
    weights[s] = 1 / (players * binomial);
    binomial = (binomial * (players - 1 - s)) / (s + 1);
  }
  return weights;
}

export interface SampleSize {
  readonly seed: number;
  /** Each pair is a random order of the players and its reverse. */
  readonly pairs: number;
}

/** Orders evaluated between two looks at the control. */
const PAIRS_PER_BATCH = 8;

/** Shares from random orders of the players, each with its reverse (antithetic), with standard errors over the pairs. They still sum to the total. */
export async function sampledAttribution(
  players: number,
  width: number,
  evaluate: EvaluateCoalitions,
  { seed, pairs }: SampleSize,
  control: Control = {},
): Promise<Cancellable<Attribution>> {
  if (players > MAX_PLAYERS) throw new Error(`${players} players are too many`);
  if (pairs < 2) throw new Error("standard errors need two pairs of orders");
  const random = randomSource(seed, "shapley");
  const known = new Map<number, Float64Array>();
  const everyone = 2 ** players - 1;
  const learn = async (coalitions: readonly number[]): Promise<boolean> => {
    const asked = [...new Set(coalitions)].filter((mask) => !known.has(mask));
    const values = await evaluate(asked, { ...control, progress: () => {} });
    if (values === "cancelled") return false;
    asked.forEach((mask, i) => known.set(mask, values.subarray(i * width, (i + 1) * width)));
    return true;
  };

  const sums = new Float64Array(players * width);
  const squares = new Float64Array(players * width);
  const pair = new Float64Array(players * width);
  if (!(await learn([0, everyone, ...Array.from({ length: players }, (_, player) => 2 ** player)]))) return "cancelled";
  for (let done = 0; done < pairs;) {
    const orders = Array.from({ length: Math.min(PAIRS_PER_BATCH, pairs - done) }, () => {
      const order = Array.from({ length: players }, (_, player) => player);
      random.shuffle(order);
      return order;
    });
    if (!(await learn(orders.flatMap((order) => [...prefixes(order), ...prefixes(order.toReversed())])))) return "cancelled";
    for (const order of orders) {
      pair.fill(0);
      for (const walk of [order, order.toReversed()]) addWalk(pair, walk, known, width);
      for (let i = 0; i < pair.length; i++) {
        sums[i]! += pair[i]!;
        squares[i]! += pair[i]! * pair[i]!;
      }
    }
    done += orders.length;
    control.progress?.(done, pairs);
    if (await shouldStop(control)) return "cancelled";
  }
  const errors = squares.map((square, i) => Math.sqrt(Math.max(0, square - (sums[i]! * sums[i]!) / pairs) / (pairs - 1) / pairs));
  const shares = sums.map((sum) => sum / pairs);
  return attribution(players, width, (mask) => known.get(mask)!, shares, errors, known.size);
}

/** Coalitions that form when players join in this order. */
function prefixes(order: readonly number[]): readonly number[] {
  let mask = 0;
  return order.map((player) => (mask |= 1 << player) >>> 0);
}

/** Adds half of each player's contribution when joining in this order. */
function addWalk(out: Float64Array, order: readonly number[], known: ReadonlyMap<number, Float64Array>, width: number): void {
  let before = known.get(0)!;
  prefixes(order).forEach((mask, i) => {
    const after = known.get(mask)!;
    const at = order[i]! * width;
    for (let v = 0; v < width; v++) out[at + v]! += (after[v]! - before[v]!) / 2;
    before = after;
  });
}

function attribution(
  players: number,
  width: number,
  at: (mask: number) => Float64Array,
  shares: Float64Array,
  standardErrors: Float64Array | null,
  evaluations: number,
): Attribution {
  const before = at(0);
  const after = at(2 ** players - 1);
  const solo = new Float64Array(players * width);
  const interaction = after.map((value, v) => value - before[v]!);
  for (let player = 0; player < players; player++) {
    const alone = at(2 ** player);
    for (let v = 0; v < width; v++) {
      const effect = alone[v]! - before[v]!;
      solo[player * width + v] = effect;
      interaction[v]! -= effect;
    }
  }
  return { players, width, before, after, shares, standardErrors, solo, interaction, evaluations };
}

function addDifference(out: Float64Array, at: number, values: Float64Array, plus: number, minus: number, width: number, weight: number): void {
  for (let v = 0; v < width; v++) out[at + v]! += weight * (values[plus + v]! - values[minus + v]!);
}

function size(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
