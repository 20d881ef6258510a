/** Searches over packages that learn from each other: every one starts from the best of all packages run so far. */
import type { Goal } from "./find-goal.ts";
import { isLower, optimise, type Problem, type Score } from "./optimise.ts";
import type { Claim, Evaluated, PackageSpace, ClaimScreening } from "./package-space.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { type Patience, refine } from "./refine.ts";

export type ScoreOf = (one: { readonly levels: readonly number[]; readonly claim: Claim }) => Score;

/** How long local search goes on: from each start of a thorough search, from good starts in the archive, and in balancing anew without a lever. */
const PATIENCE = {
  thorough: { rounds: Infinity, gain: 0 },
  start: { rounds: 3, gain: 0 },
  quick: { rounds: 6, gain: 0.02 },
  glance: { rounds: 1, gain: 0 },
  balance: { rounds: 1, gain: 0 },
} as const;
/** Rounds that a quick search takes, about. */
const QUICK = 2;
/** Between the starts and the last local search of a thorough search. */
const EVOLUTION = { population: 20, generations: 8, patience: 8 } as const;
/** Rounds and generations of a thorough search, about. */
const THOROUGH = 24;
/** A lever may go if putting it back to status quo, and balancing the others anew, costs at most this share more. */
const NOTHING = 0.005;
/** Levers whose removal loses more than this share of the way from status quo to the package are not tried. */
const SMALL_PART = 0.05;
/** Stands for values that are not defined, so that sums and differences stay numbers. */
const UNDEFINED = 1e9;

/** What a package is given for: its cost, or whatever else a search spares. */
export type PriceOf = (one: Parameters<ScoreOf>[0]) => number;
export type Effort = "thorough" | "quick" | "glance";
interface RunOptions {
  /** Name of the random numbers. */
  readonly stream: string;
  readonly free?: readonly number[];
  readonly price?: PriceOf;
}
interface LocalOptions extends Required<Omit<RunOptions, "stream">> {
  readonly patience: Patience;
}

const costOf: PriceOf = ({ claim }) => claim.cost;

export class Searcher {
  readonly space: PackageSpace;
  readonly goal: Goal;
  readonly seed: number;
  readonly control: Control;
  readonly planned: number;
  done = 0;
  /** Numbers of the levers that pruning has taken out of some package. */
  readonly removed = new Set<number>();

  constructor(space: PackageSpace, goal: Goal, seed: number, searches: number, control: Control) {
    this.space = space;
    this.goal = goal;
    this.seed = seed;
    this.control = control;
    this.planned = THOROUGH + searches * QUICK;
  }

  /**
   * The best package by `scoreOf` in which the levers not in `free` (numbers; default: all are free) stand at status quo. Thorough: local searches from
   * nothing and from everything at half way, evolution from the best of what they ran and from chance, and a last local search.
   */
  async run(scoreOf: ScoreOf, effort: Effort, { stream, free = this.every(), price = costOf }: RunOptions): Promise<Cancellable<Evaluated>> {
    const { seed, space } = this;
    const base = space.pointOf(space.statusQuo);
    if (effort === "thorough") {
      const halfWay = base.map((x, i) => (free.includes(i) ? (x + 1) / 2 : x));
      for (const start of [base, halfWay])
        if ((await this.refined(start, scoreOf, { free, price, patience: PATIENCE.start })) === "cancelled") return "cancelled";
      const options = { seed, stream, ...EVOLUTION, start: this.starts(scoreOf, free).map((point) => pick(point, free)) };
      const evolved = await optimise(this.problem(scoreOf, price, free, base), options, { ...this.control, progress: () => this.step() });
      if (evolved === "cancelled") return evolved;
    }
    return this.refined(this.starts(scoreOf, free)[0]!, scoreOf, { free, price, patience: PATIENCE[effort] });
  }

  /** The package that no small move of the levers in `free` makes better. */
  async refined(start: Float64Array, scoreOf: ScoreOf, { free, price, patience }: LocalOptions): Promise<Cancellable<Evaluated>> {
    const { space } = this;
    const control = { ...this.control, progress: () => this.step() };
    const [first] = await this.evaluated([space.levelsAt(start)]);
    if (first === undefined) return "cancelled";
    space.runFirst(first.claim.worstWorld);
    const found = await refine(this.problem(scoreOf, price, free, start), pick(start, free), pick(space.steps, free), control, patience);
    if (found === "cancelled") return found;
    const [one] = await this.evaluated([space.levelsAt(place(start, free, found.point))]);
    return one ?? "cancelled";
  }

  /** `package` without the levers that do nothing for it: removing one and balancing the others anew keeps the goal at no more than 0.5% extra cost. */
  async prune(one: Evaluated, limit: number | null): Promise<Cancellable<Evaluated>> {
    const { space, goal } = this;
    const cheaply: ScoreOf = ({ claim }) => goal.reach(claim, limit, claim.cost);
    const [statusQuo] = await this.evaluated([space.statusQuo]);
    if (statusQuo === undefined) return "cancelled";
    let kept = one;
    const way = Math.abs(goal.toLower(kept.claim) - goal.toLower(statusQuo.claim));
    for (;;) {
      const used = this.used(kept);
      const without = await this.evaluated(used.map((i) => kept.levels.map((level, k) => (k === i ? space.statusQuo[i]! : level))));
      if (without.length < used.length) return "cancelled";
      const lossOf = ({ claim }: Evaluated): number => Math.abs(goal.toLower(claim) - goal.toLower(kept.claim));
      const tried = used
        .map((lever, n) => ({ lever, left: without[n]! }))
        .filter(({ left }) => lossOf(left) <= SMALL_PART * way || goal.isMet(left.claim, limit))
        .toSorted((a, b) => lossOf(a.left) - lossOf(b.left));
      const enough = kept.claim.cost + Math.max(1, NOTHING * Math.abs(kept.claim.cost));
      let smaller: Evaluated | null = null;
      for (const { lever, left } of tried) {
        const balanced = await this.refined(space.pointOf(left.levels), cheaply, {
          free: used.filter((i) => i !== lever),
          price: costOf,
          patience: PATIENCE.balance,
        });
        if (balanced === "cancelled") return balanced;
        if (!goal.isMet(balanced.claim, limit) || balanced.claim.cost > enough) continue;
        smaller = balanced;
        this.removed.add(lever);
        break;
      }
      if (smaller === null) return kept;
      kept = smaller;
    }
  }

  /** Numbers of the levers that differ from status quo. */
  used(one: Evaluated): readonly number[] {
    return this.space.usage(one.levels).flatMap((share, i) => (share > 0 ? [i] : []));
  }

  finish(): void {
    this.control.progress?.(this.planned, this.planned);
  }

  private every(): readonly number[] {
    return this.space.levers.map((_, i) => i);
  }

  /** The levers in `free` as coordinates, the others as they are in `base`. */
  private problem(scoreOf: ScoreOf, price: PriceOf, free: readonly number[], base: Float64Array): Problem {
    const { space } = this;
    const levelsAt = (part: Float64Array): readonly number[] => space.levelsAt(place(base, free, part));
    return {
      dimensions: free.length,
      evaluate: async (points, screening) => {
        const levels = points.map(levelsAt);
        const found = await this.evaluated(
          levels,
          screening && {
            scoreOf: (claim, i) => scoreOf({ levels: levels[i]!, claim: defined(claim) }),
            bar: screening.bar,
            isBestOnly: screening.isBestOnly,
            ...(screening.near && { near: levelsAt(screening.near) }),
          },
        );
        return found.length < points.length
          ? "cancelled"
          : found.map((one) => {
              const { value, cost, loss } = defined(one.claim);
              return Float64Array.of(value, cost, loss);
            });
      },
      score: (point, achieved) => scoreOf(lazily(() => levelsAt(point), achieved)),
      trade: (point, achieved) => {
        const one = lazily(() => levelsAt(point), achieved);
        const { claim } = one;
        return [price(one), this.goal.toLower(claim), ...(price === costOf ? [] : [claim.cost]), ...(space.isStressed ? [claim.loss] : [])];
      },
    };
  }

  /** Empty when cancelled. */
  private async evaluated(list: readonly (readonly number[])[], screening?: ClaimScreening): Promise<readonly Evaluated[]> {
    const claims = await this.space.evaluate(list, { ...this.control, progress: () => {} }, screening);
    return claims === "cancelled" ? [] : list.map((levels, i) => ({ levels, claim: claims[i]! }));
  }

  /** The best of what is known, best first, then status quo and everything at its bound. */
  private starts(scoreOf: ScoreOf, free: readonly number[]): readonly Float64Array[] {
    const { space } = this;
    const fixed = this.every().filter((i) => !free.includes(i));
    const quo = space.pointOf(space.statusQuo);
    const known = space
      .archive()
      .filter(({ levels }) => fixed.every((i) => levels[i] === space.statusQuo[i]))
      .map((one) => ({ one, score: scoreOf(one) }))
      .toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0))
      .slice(0, EVOLUTION.population / 2)
      .map(({ one }) => space.pointOf(one.levels));
    return [...known, quo, quo.map((x, i) => (free.includes(i) ? 1 : x))];
  }

  private step(): void {
    this.done++;
    this.control.progress?.(Math.min(this.done, this.planned - 1), this.planned);
  }
}

const defined = (claim: Claim): Claim => ({ ...claim, value: Math.min(UNDEFINED, Math.max(-UNDEFINED, claim.value)) });

/** Few scores read the levels. */
function lazily(levels: () => readonly number[], [value, cost, loss]: Float64Array): Parameters<ScoreOf>[0] {
  return {
    get levels() {
      return levels();
    },
    claim: { value: value!, cost: cost!, loss: loss!, worstWorld: 0 },
  };
}

const pick = (point: Float64Array, free: readonly number[]): Float64Array => Float64Array.from(free, (i) => point[i]!);

/** `base` with the coordinates in `free` from `part`. */
function place(base: Float64Array, free: readonly number[], part: Float64Array): Float64Array {
  const point = Float64Array.from(base);
  free.forEach((i, k) => (point[i] = part[k]!));
  return point;
}
