/**
 * The packages that a search may choose from: one number per allowed lever, on the lever's own steps, and what each package achieves.
 * A package's claim is its worst value over the worlds it must hold in; nothing is evaluated twice.
 */
import type { Dataset } from "../dataset/dataset.ts";
import type { LeverSetting } from "../scenario/scenario.ts";
import type { Package } from "./job.ts";
import { evaluatePackages, type JobRunner } from "./job-runner.ts";
import type { Measure } from "./measure.ts";
import { indicatorOf, type Outcome } from "./outcome.ts";
import type { Cancellable, Control } from "./progress.ts";
import { lossMeasure, type StressEvent, withEvent } from "./stress.ts";
import { packageInWorld, type WorldChoice } from "./world-choice.ts";

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
  readonly evaluate: (list: readonly (readonly number[])[], control: Control) => Promise<Cancellable<readonly Claim[]>>;
  /** Everything evaluated so far, in order. */
  readonly archive: () => readonly Evaluated[];
}

export function packageSpace(runner: JobRunner, levers: readonly AllowedLever[], asked: Asked): PackageSpace {
  const { dataset } = runner.model;
  const rows = levers.map(({ setting }) => leverRow(dataset, setting.lever));
  const statusQuo = levers.map(({ min, max }, i) => Math.min(max, Math.max(min, rows[i]!.default)));
  const counts = levers.map(({ min, max }, i) => Math.max(1, Math.round((max - min) / rows[i]!.step)));
  const known = new Map<string, Evaluated>();
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
    evaluate: async (list, control) => {
      const keys = list.map((levels) => levels.join());
      const fresh = new Map(list.flatMap((levels, i) => (known.has(keys[i]!) ? [] : [[keys[i]!, levels] as const])));
      const claims = await claimsOf(runner, [...fresh.values()].map(packageOf), asked, control);
      if (claims === "cancelled") return claims;
      [...fresh].forEach(([key, levels], i) => known.set(key, { levels, claim: claims[i]! }));
      return keys.map((key) => known.get(key)!.claim);
    },
    archive: () => [...known.values()],
  };
}

export function leverRow(dataset: Dataset, id: string) {
  const row = dataset.levers.find((lever) => lever.id === id);
  if (!row) throw new Error(`no lever ${id}`);
  return row;
}

/** Claims of packages; also how a package's claim is verified when it is opened. Undefined values count as the worst there is. */
export async function claimsOf(runner: JobRunner, packages: readonly Package[], asked: Asked, control: Control): Promise<Cancellable<readonly Claim[]>> {
  const { outcome, year, costBasis, worlds, stress } = asked;
  const lastYear = runner.model.years.at(-1)!;
  const total: Outcome = { indicator: "public_cost_discounted_cum_musd", mineral: null, stage: null };
  const measures: readonly Measure[] = [
    { kind: "year", outcome, year },
    costBasis === "per-year" ? { kind: "cost", lever: null } : { kind: "year", outcome: total, year: lastYear },
    ...(stress === null ? [] : [lossMeasure(stress)]),
  ];
  const perWorld = stress === null ? 1 : 2;
  const runs = packages.flatMap((one) =>
    worlds.flatMap((world): readonly Package[] => {
      const calm = packageInWorld(one, world);
      return stress === null ? [calm] : [calm, withEvent(calm, stress.event)];
    }),
  );
  const values = await evaluatePackages(runner, runs, measures, control);
  if (values === "cancelled") return values;
  const upIsBetter = indicatorOf(outcome).better === "up";
  return packages.map((_, i) => {
    let [value, cost, loss, worstWorld] = [NaN, 0, 0, 0];
    worlds.forEach((_world, w) => {
      const at = (i * worlds.length + w) * perWorld * measures.length;
      const here = Number.isNaN(values[at]!) ? (upIsBetter ? -Infinity : Infinity) : values[at]!;
      if (Number.isNaN(value) || (upIsBetter ? here < value : here > value)) [value, worstWorld] = [here, w];
      cost = Math.max(cost, values[at + 1]!);
      const lost = stress === null ? 0 : values[at + measures.length + 2]!;
      if (lost > loss) loss = lost;
    });
    return { value, cost, loss, worstWorld };
  });
}
