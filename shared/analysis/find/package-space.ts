/**
 * The packages that a search may choose from: one number per allowed lever, on the lever's own steps, and what each package achieves.
 * A package's claim is its worst value over the worlds it must hold in; nothing is run twice. The world that binds is run first, and a package
 * that fails there already is not run in the others.
 */
import type { Dataset } from "../../dataset/dataset.ts";
import type { LeverSetting } from "../../scenario/scenario.ts";
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import { indicatorOf, type Outcome } from "../outcome.ts";
import { isLower, type Score, type Screening } from "./optimise.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { lossMeasure, type StressEvent, withEvent } from "../stress/stress.ts";
import { packageInWorld, type WorldChoice } from "../world-choice.ts";

/** A lever that the search may set, within bounds. */
export interface AllowedLever {
  /** Start, ramp, minerals and all other sub-settings; its value is not read. */
  readonly setting: LeverSetting;
  readonly min: number;
  readonly max: number;
}

export interface Asked {
  readonly outcome: Outcome;
  readonly year: number;
  /** Cost is counted per year (headline, 2027–2035) or as the discounted total of the run; million. */
  readonly costBasis: "per-year" | "total";
  readonly worlds: readonly WorldChoice[];
  readonly stress: StressEvent | null;
  /** Settings, events and assumptions that stand whatever the search does. */
  readonly base: Package;
}

/** What a package achieves in the worst of the worlds. */
export interface Claim {
  readonly value: number;
  readonly cost: number;
  /** Share of need lost in the stress event; 0 where none was asked for. */
  readonly loss: number;
  /** Number, among the worlds asked for, of the one in which `value` is worst. */
  readonly worstWorld: number;
}

export interface Evaluated {
  /** Value of each allowed lever. */
  readonly levels: readonly number[];
  readonly claim: Claim;
}

/** Which packages of a list must be run in more than the world that binds: those that may still be wanted (`Screening`). */
export interface ClaimScreening extends Omit<Screening, "near"> {
  /** Of a claim in that world alone, the score is one that the whole claim's can only be worse than. */
  readonly scoreOf: (claim: Claim, i: number) => Score;
  /** A package with a whole claim: claims of packages that are left at one world are estimated by their difference from it there. */
  readonly near?: readonly number[];
}

export interface PackageSpace {
  readonly levers: readonly AllowedLever[];
  /** Value of each lever at which it stands at, or nearest to, its status quo. */
  readonly statusQuo: readonly number[];
  /** Size of one slider step, as a share of the range between the bounds. */
  readonly steps: Float64Array;
  /** Whether a stress event is asked for. */
  readonly isStressed: boolean;
  readonly levelsAt: (point: Float64Array) => readonly number[];
  readonly pointOf: (levels: readonly number[]) => Float64Array;
  /** How far each lever is from its status quo, as a share of the way to its farther bound. */
  readonly usage: (levels: readonly number[]) => readonly number[];
  /** The package as a scenario: levers at status quo are left out. */
  readonly packageOf: (levels: readonly number[]) => Package;
  /** Claims over all worlds; with `screening`, estimates that are not worthwhile for packages that were left at one world. */
  readonly evaluate: (list: readonly (readonly number[])[], control: Control, screening?: ClaimScreening) => Promise<Cancellable<readonly Claim[]>>;
  /** What a package that was run in all worlds achieves in each. */
  readonly inWorlds: (levels: readonly number[]) => readonly Figures[];
  /** Number of the world that screening runs first. */
  readonly runFirst: (world: number) => void;
  /** Everything that was run in all worlds so far, in order. */
  readonly archive: () => readonly Evaluated[];
  /** Packages run in one world or more, and runs of the model. */
  readonly counts: () => { readonly packages: number; readonly runs: number };
}

/** Packages that are run in all worlds together before the next ones are looked at. */
const AT_ONCE = 4;

/** What one run, or one with and one without the stress event, gives. */
export type Figures = Pick<Claim, "value" | "cost" | "loss">;

interface Known {
  readonly levels: readonly number[];
  readonly inWorlds: (Figures | undefined)[];
  claim: Claim | null;
}

export function packageSpace(runner: JobRunner, levers: readonly AllowedLever[], asked: Asked): PackageSpace {
  const { dataset } = runner.model;
  const rows = levers.map(({ setting }) => leverRow(dataset, setting.lever));
  const statusQuo = levers.map(({ min, max }, i) => Math.min(max, Math.max(min, rows[i]!.default)));
  const counts = levers.map(({ min, max }, i) => Math.max(1, Math.round((max - min) / rows[i]!.step)));
  const known = new Map<string, Known>();
  const worlds = asked.worlds.map((_, w) => w);
  let first = 0;
  let runs = 0;
  const levelsAt = (point: Float64Array): readonly number[] =>
    levers.map(({ min, max }, i) => {
      const n = counts[i]!;
      const k = Math.round(point[i]! * n);
      return k === n ? max : Math.min(max, min + k * rows[i]!.step);
    });
  const packageOf = (levels: readonly number[]): Package => ({
    ...asked.base,
    inputs: {
      ...asked.base.inputs,
      levers: [...asked.base.inputs.levers, ...levers.flatMap(({ setting }, i) => (levels[i] === rows[i]!.default ? [] : [{ ...setting, value: levels[i]! }]))],
    },
  });
  const knownOf = (levels: readonly number[]): Known => {
    const key = levels.join();
    const found = known.get(key) ?? { levels, inWorlds: [], claim: null };
    known.set(key, found);
    return found;
  };
  /** Runs what is missing; false when cancelled. */
  const runIn = async (list: Iterable<Known>, numbers: readonly number[], control: Control): Promise<boolean> => {
    const missing = [...new Set(list)].flatMap((one) => numbers.filter((w) => one.inWorlds[w] === undefined).map((world) => ({ one, world })));
    const cases = missing.map(({ one, world }) => packageInWorld(packageOf(one.levels), asked.worlds[world]!));
    const figures = await figuresOf(runner, cases, asked, control);
    if (figures === "cancelled") return false;
    missing.forEach(({ one, world }, i) => (one.inWorlds[world] = figures[i]!));
    runs += missing.length * (asked.stress === null ? 1 : 2);
    return true;
  };
  const runWhole = async (list: readonly Known[], control: Control): Promise<boolean> => {
    if (!(await runIn(list, worlds, control))) return false;
    for (const one of list) one.claim ??= worstOf(one.inWorlds, asked);
    return true;
  };
  /** Those that may be wanted, the most promising first, a few at once: what they prove to be may show the rest unwanted. */
  const runWanted = async (list: readonly Known[], { scoreOf, bar, isBestOnly }: ClaimScreening, control: Control): Promise<boolean> => {
    const bounds = list.map((one, i) => ({ one, i, score: scoreOf(one.claim ?? inFirst(one), i) }));
    if (!isBestOnly) {
      return runWhole(
        bounds.filter(({ i, score }) => !isLower(bar(i), score)).map(({ one }) => one),
        control,
      );
    }
    const open = bounds.toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0));
    let best = bar(0);
    while (open.length > 0) {
      const next = open.splice(0, AT_ONCE).filter(({ score }) => isLower(score, best));
      if (next.length === 0) return true;
      const chosen = next.map(({ one }) => one);
      if (!(await runWhole(chosen, control))) return false;
      for (const { one, i } of next) {
        const whole = scoreOf(one.claim!, i);
        if (isLower(whole, best)) best = whole;
      }
    }
    return true;
  };
  const inFirst = (one: Known): Claim => ({ ...one.inWorlds[first]!, worstWorld: first });
  /** A claim that was left at the first world, as far from `near` there as it should be in all. */
  const estimate = (one: Known, near: Known | null): Claim => {
    const here = inFirst(one);
    if (near?.claim == null) return here;
    const { claim } = near;
    const there = inFirst(near);
    const by = (of: "value" | "cost" | "loss"): number => here[of] + (Number.isFinite(claim[of] - there[of]) ? claim[of] - there[of] : 0);
    return { value: by("value"), cost: by("cost"), loss: by("loss"), worstWorld: first };
  };
  return {
    levers,
    statusQuo,
    steps: Float64Array.from(counts, (n) => 1 / n),
    isStressed: asked.stress !== null,
    levelsAt,
    pointOf: (levels) => Float64Array.from(levers, ({ min, max }, i) => (max > min ? (levels[i]! - min) / (max - min) : 0)),
    usage: (levels) =>
      levels.map((level, i) => {
        const { min, max } = levers[i]!;
        const reach = Math.max(max - statusQuo[i]!, statusQuo[i]! - min);
        return reach > 0 ? Math.abs(level - statusQuo[i]!) / reach : 0;
      }),
    packageOf,
    evaluate: async (list, control, screening) => {
      const asking = list.map(knownOf);
      if (screening === undefined || worlds.length === 1) {
        if (!(await runWhole(asking, control))) return "cancelled";
        return asking.map(({ claim }) => claim!);
      }
      if (!(await runIn(asking, [first], control))) return "cancelled";
      if (!(await runWanted(asking, screening, control))) return "cancelled";
      const near = screening.near === undefined ? null : knownOf(screening.near);
      return asking.map((one) => one.claim ?? estimate(one, near));
    },
    inWorlds: (levels) => knownOf(levels).inWorlds.map((figures) => figures!),
    runFirst: (world) => {
      first = world;
    },
    archive: () => [...known.values()].flatMap(({ levels, claim }) => (claim === null ? [] : [{ levels, claim }])),
    counts: () => ({ packages: known.size, runs }),
  };
}

function leverRow(dataset: Dataset, id: string) {
  const row = dataset.levers.find((lever) => lever.id === id);
  if (!row) throw new Error(`no lever ${id}`);
  return row;
}

/** What each package achieves in each world asked for; with `worstOf` also how a package's claim is verified when it is opened. */
export async function figuresInWorlds(
  runner: JobRunner,
  packages: readonly Package[],
  asked: Asked,
  control: Control,
): Promise<Cancellable<readonly (readonly Figures[])[]>> {
  const { worlds } = asked;
  const cases = packages.flatMap((one) => worlds.map((world) => packageInWorld(one, world)));
  const figures = await figuresOf(runner, cases, asked, control);
  return figures === "cancelled" ? figures : packages.map((_, i) => figures.slice(i * worlds.length, (i + 1) * worlds.length));
}

/** The worst of each figure over the worlds. */
export function worstOf(inWorlds: readonly (Figures | undefined)[], { outcome }: Asked): Claim {
  const upIsBetter = indicatorOf(outcome).better === "up";
  let [value, cost, loss, worstWorld] = [NaN, 0, 0, 0];
  inWorlds.forEach((figures, w) => {
    if (figures === undefined) return;
    if (Number.isNaN(value) || (upIsBetter ? figures.value < value : figures.value > value)) [value, worstWorld] = [figures.value, w];
    cost = Math.max(cost, figures.cost);
    loss = Math.max(loss, figures.loss);
  });
  return { value, cost, loss, worstWorld };
}

/** Of packages, each in its own world. Undefined values count as the worst there is. */
async function figuresOf(runner: JobRunner, packages: readonly Package[], asked: Asked, control: Control): Promise<Cancellable<readonly Figures[]>> {
  const { outcome, year, costBasis, stress } = asked;
  const total: Outcome = { indicator: "public_cost_discounted_cum_musd", mineral: null, stage: null };
  const measures: readonly Measure[] = [
    { kind: "year", outcome, year },
    costBasis === "per-year" ? { kind: "cost", lever: null } : { kind: "year", outcome: total, year: runner.model.years.at(-1)! },
  ];
  const calm = await evaluatePackages(runner, packages, measures, control);
  if (calm === "cancelled") return calm;
  const losses =
    stress === null
      ? null
      : await evaluatePackages(
          runner,
          packages.map((one) => withEvent(one, stress.event)),
          [lossMeasure(stress)],
          control,
        );
  if (losses === "cancelled") return losses;
  const worst = indicatorOf(outcome).better === "up" ? -Infinity : Infinity;
  return packages.map((_, i) => {
    const value = calm[2 * i]!;
    const loss = losses?.[i] ?? 0;
    return { value: Number.isNaN(value) ? worst : value, cost: calm[2 * i + 1]!, loss: Number.isNaN(loss) ? 0 : loss };
  });
}
