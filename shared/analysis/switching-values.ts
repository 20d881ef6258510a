/**
 * "How wrong must it be?": for each uncertain parameter the value nearest to the one in use at which a conclusion turns round, all others equal.
 * A few points on each side find the first turn, bisection narrows it; all parameters go in step, so that the runs can be shared among workers.
 */
import { engineKeys } from "../dataset/engine-keys.ts";
import type { NumberRange } from "../dataset/row-reader.ts";
import type { Model } from "../model/compile-model.ts";
import { parameterUses, parameterVector } from "../model/parameter-vector.ts";
import type { Assumption } from "../scenario/scenario.ts";
import { orderedRows } from "./draws.ts";
import type { Package } from "./job.ts";
import { evaluatePackages, type JobRunner } from "./job-runner.ts";
import type { Measure } from "./measure.ts";
import type { Cancellable, Control } from "./progress.ts";

export interface Conclusion {
  readonly scenario: Package;
  /** One number: a measure of width 1. */
  readonly measure: Measure;
  readonly better: "down" | "up";
  /** Which parameters are asked about; all of `questionedParameters` unless stated. */
  readonly about?: (parameter: QuestionedParameter) => boolean;
  /** Held against a value (target) or against another scenario (ranking). */
  readonly against: { readonly kind: "value"; readonly value: number } | { readonly kind: "scenario"; readonly other: Package };
}

export interface QuestionedParameter {
  readonly mineral: string;
  readonly stage: string;
  readonly key: string;
  /** The value in use: the dataset's or an assumption's. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Where a turn is looked for. */
  readonly from: number;
  readonly to: number;
}

export interface SwitchingRow {
  readonly parameter: QuestionedParameter;
  /** The conclusion turns round here; null = nowhere between `from` and `to`. */
  readonly at: number | null;
  /** Distance to `at` over the distance to the plausible bound on that side (half of the value where none is recorded); Infinity without a turn. */
  readonly fragility: number;
}

export interface SwitchingValues {
  /** Whether the conclusion holds with the values in use. */
  readonly holds: boolean;
  /** Distance of the outcome from where it turns round, in the measure's unit, positive while it holds. */
  readonly margin: number;
  /** Most fragile first. */
  readonly rows: readonly SwitchingRow[];
  /** Runs of the model that were made. */
  readonly runs: number;
}

/** Points on each side at which a turn is looked for, as shares of the way to `from` or `to`. */
const SCAN = [0.125, 0.25, 0.5, 1] as const;
/** Halvings of the stretch that holds the turn: 1/1024 of it is left. */
const HALVINGS = 10;
/** The search goes so many times as far as the plausible bounds, at least to half and double the value. */
const REACH = 3;
/** Keeps clear of a bound that is not itself allowed. */
const CLEARANCE = 1e-6;

/** Parameters that an equation reads and that are neither definitions nor whole numbers. */
export function questionedParameters(model: Model, assumptions: readonly Assumption[]): readonly QuestionedParameter[] {
  const values = vectorOf(model, assumptions);
  const uses = parameterUses(model);
  const floor = new Map<number, number>();
  const ceiling = new Map<number, number>();
  for (const [lower, upper] of orderedRows(model)) {
    ceiling.set(lower, Math.min(ceiling.get(lower) ?? Infinity, values[upper]!));
    floor.set(upper, Math.max(floor.get(upper) ?? -Infinity, values[lower]!));
  }
  return model.dataset.parameters.flatMap(({ mineral, stage, key, low, high, grade }, row) => {
    const range = engineKeys[key]?.range ?? {};
    if (grade === "definition" || range.integer === true || uses[row]!.length === 0) return [];
    const value = values[row]!;
    const reach = Math.max(Math.abs(value) / 2, value === 0 ? 1 : 0);
    const from = value - Math.max(REACH * (value - (low ?? value)), reach);
    const to = value + Math.max(REACH * ((high ?? value) - value), 2 * reach);
    const edge = edges(range, value);
    const least = Math.max(from, edge.min, clearOf(floor.get(row), value) ?? -Infinity);
    const most = Math.min(to, edge.max, clearOf(ceiling.get(row), value) ?? Infinity);
    return [{ mineral, stage, key, value, low, high, from: Math.min(least, value), to: Math.max(most, value) }];
  });
}

/** Just short of a neighbour that must not be passed. */
const clearOf = (limit: number | undefined, value: number): number | undefined => (limit === undefined ? undefined : limit + (value - limit) * CLEARANCE);

function edges({ min = -Infinity, max = Infinity, above, below }: NumberRange, value: number): { readonly min: number; readonly max: number } {
  return {
    min: above === true ? (clearOf(min, value) ?? min) : min,
    max: below === true ? (clearOf(max, value) ?? max) : max,
  };
}

/** Runs with which a study of so many parameters begins; narrowing what turns the conclusion comes on top. */
export const firstRuns = (parameters: number, against: Conclusion["against"]["kind"]): number =>
  (against === "scenario" ? 2 : 1) * (1 + parameters * 2 * SCAN.length);

/** Progress counts runs; the total grows once it is known which parameters turn the conclusion. */
export async function switchingValues(runner: JobRunner, conclusion: Conclusion, control: Control = {}): Promise<Cancellable<SwitchingValues>> {
  const parameters = questionedParameters(runner.model, conclusion.scenario.assumptions).filter(conclusion.about ?? (() => true));
  const perPoint = conclusion.against.kind === "scenario" ? 2 : 1;
  let runs = 0;
  let expected = firstRuns(parameters.length, conclusion.against.kind);

  const marginsAt = async (points: readonly (ScanPoint | null)[]): Promise<Cancellable<readonly number[]>> => {
    const before = runs;
    const values = await evaluatePackages(
      runner,
      points.flatMap((point) => packagesAt(conclusion, point)),
      [conclusion.measure],
      {
        ...control,
        progress: (done) => control.progress?.(before + done, Math.max(expected, before + done)),
      },
    );
    if (values === "cancelled") return values;
    runs += values.length;
    return points.map((_, i) => marginOf(conclusion, values.subarray(i * perPoint, (i + 1) * perPoint)));
  };

  const scan = parameters.flatMap((parameter, i) =>
    [parameter.from, parameter.to].flatMap((end, side) =>
      SCAN.map((share): ScanPoint => ({ i, side, parameter, value: parameter.value + share * (end - parameter.value) })),
    ),
  );
  const found = await marginsAt([null, ...scan]);
  if (found === "cancelled") return found;
  const [margin = NaN, ...margins] = found;
  const holds = margin >= 0;

  const brackets = firstTurns(scan, margins, holds);
  expected = runs + perPoint * brackets.length * HALVINGS;
  for (let step = 0; step < HALVINGS; step++) {
    const middles = brackets.map(({ point, kept, turned }): ScanPoint => ({ ...point, value: (kept + turned) / 2 }));
    const at = await marginsAt(middles);
    if (at === "cancelled") return at;
    brackets.forEach((bracket, b) => {
      if (turns(at[b]!, holds)) bracket.turned = middles[b]!.value;
      else bracket.kept = middles[b]!.value;
    });
  }

  const rows = parameters.map((parameter, i): SwitchingRow => {
    const candidates = brackets.filter(({ point }) => point.i === i).map(({ turned }) => ({ at: turned, fragility: fragilityOf(parameter, turned) }));
    const nearest = candidates.toSorted((a, b) => a.fragility - b.fragility)[0];
    return { parameter, at: nearest?.at ?? null, fragility: nearest?.fragility ?? Infinity };
  });
  return { holds, margin, runs, rows: rows.toSorted((a, b) => (a.fragility === b.fragility ? 0 : a.fragility - b.fragility)) };
}

interface ScanPoint {
  /** Index of the parameter. */
  readonly i: number;
  /** 0 = below the value in use, 1 = above. */
  readonly side: number;
  readonly parameter: QuestionedParameter;
  readonly value: number;
}

interface Bracket {
  readonly point: ScanPoint;
  /** The conclusion is still as it was here … */
  kept: number;
  /** … and has turned round here. */
  turned: number;
}

const turns = (margin: number, holds: boolean): boolean => !Number.isNaN(margin) && margin >= 0 !== holds;

/** The stretch nearest to the value in use in which the conclusion turns, one for each parameter and side that has one. */
function firstTurns(scan: readonly ScanPoint[], margins: readonly number[], holds: boolean): readonly Bracket[] {
  const brackets: Bracket[] = [];
  for (let first = 0; first < scan.length; first += SCAN.length) {
    const step = SCAN.findIndex((_, k) => turns(margins[first + k]!, holds));
    const point = scan[first + step];
    if (step < 0 || !point) continue;
    brackets.push({ point, kept: step === 0 ? point.parameter.value : scan[first + step - 1]!.value, turned: point.value });
  }
  return brackets;
}

function packagesAt({ scenario, against }: Conclusion, point: ScanPoint | null): readonly Package[] {
  const moved = (one: Package): Package => (point === null ? one : { ...one, assumptions: [...one.assumptions, assumptionAt(point)] });
  return against.kind === "scenario" ? [moved(scenario), moved(against.other)] : [moved(scenario)];
}

/** Of two assumptions about a row the last counts. */
const assumptionAt = ({ parameter: { mineral, stage, key }, value }: ScanPoint): Assumption => ({ mineral, stage, key, value });

/** NaN where the outcome is not defined. */
function marginOf({ better, against }: Conclusion, values: Float64Array): number {
  const bar = against.kind === "value" ? against.value : values[1]!;
  return better === "down" ? bar - values[0]! : values[0]! - bar;
}

function fragilityOf({ value, low, high }: QuestionedParameter, at: number): number {
  const bound = at < value ? low : high;
  const plausible = bound === null ? 0 : Math.abs(bound - value);
  return Math.abs(at - value) / (plausible > 0 ? plausible : Math.abs(value) / 2 || 1);
}

function vectorOf(model: Model, assumptions: readonly Assumption[]): Float64Array {
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) throw new Error("the assumptions do not fit the dataset; check them before asking");
  return vector.value;
}
