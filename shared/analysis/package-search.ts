/** Searches over packages that learn from each other: every one starts from the best of all packages run so far. */
import type { Goal } from "./find-goal.ts";
import { isLower, optimise, refine, type Problem, type Score } from "./optimise.ts";
import type { Evaluated, PackageSpace } from "./package-space.ts";
import type { Cancellable, Control } from "./progress.ts";

export type ScoreOf = (one: Evaluated) => Score;

const EFFORT = { thorough: { generations: 100, patience: 20 }, quick: { generations: 30, patience: 10 } } as const;
/** A lever may go if putting it back to status quo, and balancing the others anew, costs at most this share more. */
const NOTHING = 0.005;
/** Levers whose removal loses more than this share of the way from status quo to the package are not tried. */
const SMALL_PART = 0.05;

export class Searcher {
  readonly space: PackageSpace;
  readonly seed: number;
  readonly control: Control;
  readonly population: number;
  readonly planned: number;
  done = 0;

  constructor(space: PackageSpace, seed: number, searches: number, control: Control) {
    this.space = space;
    this.seed = seed;
    this.control = control;
    this.population = Math.min(60, Math.max(20, 5 * space.levers.length));
    this.planned = searches * EFFORT.quick.generations;
  }

  /** The best package by `scoreOf`, refined until no step of one lever helps. */
  async run(stream: string, scoreOf: ScoreOf, effort: keyof typeof EFFORT): Promise<Cancellable<Evaluated>> {
    const { seed, population } = this;
    const options = { seed, stream, population, ...EFFORT[effort], start: this.starts(scoreOf) };
    const found = await optimise(this.problem(scoreOf), options, { ...this.control, progress: () => this.step() });
    if (found === "cancelled") return found;
    return this.refined(found.point, scoreOf);
  }

  /** `package` without the levers that do nothing for it: removing one and balancing the others anew keeps the goal at no more than 0.5% extra cost. */
  async prune(one: Evaluated, goal: Goal, limit: number | null): Promise<Cancellable<Evaluated>> {
    const { space } = this;
    const cheaply: ScoreOf = ({ claim }) => goal.reach(claim, limit, claim.cost);
    const [statusQuo] = await this.evaluated([space.statusQuo]);
    if (statusQuo === undefined) return "cancelled";
    let kept = one;
    const way = Math.abs(goal.toLower(kept.claim) - goal.toLower(statusQuo.claim));
    for (;;) {
      const used = space.usage(kept.levels).flatMap((share, i) => (share > 0 ? [i] : []));
      const without = await this.evaluated(used.map((i) => kept.levels.map((level, k) => (k === i ? space.statusQuo[i]! : level))));
      if (without.length < used.length) return "cancelled";
      const lossOf = ({ claim }: Evaluated): number => Math.abs(goal.toLower(claim) - goal.toLower(kept.claim));
      const order = used.map((_, n) => n).toSorted((a, b) => lossOf(without[a]!) - lossOf(without[b]!));
      let smaller: Evaluated | null = null;
      for (const n of order) {
        if (!(lossOf(without[n]!) <= SMALL_PART * way) && !goal.isMet(without[n]!.claim, limit)) break;
        const balanced = await this.refined(
          space.pointOf(without[n]!.levels),
          cheaply,
          used.filter((i) => i !== used[n]),
        );
        if (balanced === "cancelled") return balanced;
        if (!goal.isMet(balanced.claim, limit) || balanced.claim.cost > kept.claim.cost + Math.max(1, NOTHING * Math.abs(kept.claim.cost))) continue;
        smaller = balanced;
        break;
      }
      if (smaller === null) return kept;
      kept = smaller;
    }
  }

  finish(): void {
    this.control.progress?.(this.planned, this.planned);
  }

  /** Compass search over some of the levers (default: all), the others staying as they are. */
  private async refined(start: Float64Array, scoreOf: ScoreOf, free = this.space.levers.map((_, i) => i)): Promise<Cancellable<Evaluated>> {
    const { space } = this;
    const whole = (part: Float64Array): Float64Array => {
      const point = Float64Array.from(start);
      free.forEach((i, k) => (point[i] = part[k]!));
      return point;
    };
    const problem: Problem = { dimensions: free.length, evaluate: (points) => this.problem(scoreOf).evaluate(points.map(whole)) };
    const found = await refine(
      problem,
      Float64Array.from(free, (i) => start[i]!),
      Float64Array.from(free, (i) => space.steps[i]!),
      { ...this.control, progress: () => {} },
    );
    if (found === "cancelled") return found;
    const [one] = await this.evaluated([space.levelsAt(whole(found.point))]);
    return one ?? "cancelled";
  }

  private problem(scoreOf: ScoreOf): Problem {
    return {
      dimensions: this.space.levers.length,
      evaluate: async (points) => {
        const list = points.map((point) => this.space.levelsAt(point));
        const found = await this.evaluated(list);
        return found.length < list.length ? "cancelled" : found.map(scoreOf);
      },
    };
  }

  /** Empty when cancelled. */
  private async evaluated(list: readonly (readonly number[])[]): Promise<readonly Evaluated[]> {
    const claims = await this.space.evaluate(list, { ...this.control, progress: () => {} });
    return claims === "cancelled" ? [] : list.map((levels, i) => ({ levels, claim: claims[i]! }));
  }

  /** The best third of a population from what is known, then status quo, everything at its bound, and each lever alone at its bound. */
  private starts(scoreOf: ScoreOf): readonly Float64Array[] {
    const { space, population } = this;
    const known = space
      .archive()
      .map((one) => ({ one, score: scoreOf(one) }))
      .toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0))
      .slice(0, Math.ceil(population / 3))
      .map(({ one }) => space.pointOf(one.levels));
    const quo = space.pointOf(space.statusQuo);
    const everything = Float64Array.from(space.levers, () => 1);
    const alone = space.levers.map((_, i) => Float64Array.from(quo, (x, k) => (k === i ? 1 : x)));
    return [...known, quo, everything, ...alone];
  }

  private step(): void {
    this.done++;
    this.control.progress?.(Math.min(this.done, this.planned - 1), this.planned);
  }
}
