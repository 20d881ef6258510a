/**
 * "How wrong must it be?": for each uncertain parameter the value nearest to the one in use at which a conclusion turns round, all others equal.
 * A few points on each side find the first turn, bisection narrows it; all parameters go in step, so that the runs can be shared among workers, and
 * near points come before far ones, so that the most fragile numbers are known first.
 */
import { engineKeys } from "../../dataset/engine-keys.ts";
import type { NumberRange } from "../../dataset/row-reader.ts";
import type { Model } from "../../model/compile-model.ts";
import { parameterUses, parameterVector } from "../../model/parameter-vector.ts";
import type { Assumption } from "../../scenario/scenario.ts";
import { orderedRows } from "../ensemble/draws.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import type { Conclusion, QuestionedParameter } from "./conclusion.ts";
import { createTrial } from "./switching-trial.ts";

export interface SwitchingRow {
  readonly parameter: QuestionedParameter;
  /** The conclusion turns round here; null = nowhere between `from` and `to`. */
  readonly at: number | null;
  /** Distance to `at` over `plausibleDistance` (half of the value where none is recorded); Infinity without a turn. */
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
    // Zero has no half: what is recorded around it tells its size.
    const reach = value === 0 ? (high ?? 0) - (low ?? 0) || 1 : Math.abs(value) / 2;
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

/** Most runs that looking for turns takes; narrowing what turns the conclusion comes on top. */
export const mostScanRuns = (parameters: number, against: Conclusion["against"]["kind"]): number =>
  (against === "scenario" ? 2 : 1) * (1 + parameters * 2 * SCAN.length);

export interface SwitchingControl extends Control {
  /** What is known so far, each time that it is more: nearer turns come before farther ones. */
  readonly show?: (found: SwitchingValues) => void;
}

/** Progress counts runs; the total grows once it is known which parameters turn the conclusion. */
export async function switchingValues(runner: JobRunner, conclusion: Conclusion, control: SwitchingControl = {}): Promise<Cancellable<SwitchingValues>> {
  const parameters = questionedParameters(runner.model, conclusion.scenario.assumptions).filter(conclusion.about ?? (() => true));
  const trial = createTrial(runner, conclusion, control);
  const atUse = await trial.margins([null], 0);
  if (atUse === "cancelled") return atUse;
  const margin = atUse[0] ?? NaN;
  const holds = margin >= 0;

  let open = parameters.flatMap((parameter, i) =>
    [parameter.from, parameter.to].flatMap((end): Side[] =>
      end === parameter.value || trial.cannotMatter(parameter) ? [] : [{ i, parameter, end, kept: parameter.value }],
    ),
  );
  const turns: Turn[] = [];
  const found = (): SwitchingValues => resultOf(parameters, turns, { holds, margin, runs: trial.runs() });
  for (const [ring, share] of SCAN.entries()) {
    const points = open.map(({ parameter, end }): Point => ({ parameter, value: parameter.value + share * (end - parameter.value) }));
    const at = await trial.margins(points, open.length * (SCAN.length - ring - 1));
    if (at === "cancelled") return at;
    const brackets: Bracket[] = [];
    const still: Side[] = [];
    open.forEach((side, n) => {
      const { value } = points[n]!;
      if (isTurned(at[n]!, holds)) brackets.push({ ...side, turned: value });
      else still.push({ ...side, kept: value });
    });
    open = still;
    for (let step = 0; step < HALVINGS; step++) {
      const middles = brackets.map(({ parameter, kept, turned }): Point => ({ parameter, value: (kept + turned) / 2 }));
      const inside = await trial.margins(middles, brackets.length * (HALVINGS - step - 1) + open.length * (SCAN.length - ring - 1));
      if (inside === "cancelled") return inside;
      brackets.forEach((bracket, b) => {
        if (isTurned(inside[b]!, holds)) bracket.turned = middles[b]!.value;
        else bracket.kept = middles[b]!.value;
      });
    }
    turns.push(...brackets.map(({ i, parameter, turned }) => ({ i, at: turned, fragility: fragilityOf(parameter, turned) })));
    control.show?.(found());
  }
  return found();
}

interface Point {
  readonly parameter: QuestionedParameter;
  readonly value: number;
}

/** One direction in which a parameter is moved; the conclusion is as it was from the value in use to `kept`. */
interface Side {
  /** Index of the parameter. */
  readonly i: number;
  readonly parameter: QuestionedParameter;
  readonly end: number;
  kept: number;
}

/** A stretch between `kept`, where the conclusion is as it was, and `turned`, where it has turned round. */
interface Bracket extends Side {
  turned: number;
}

interface Turn {
  readonly i: number;
  readonly at: number;
  readonly fragility: number;
}

const isTurned = (margin: number, holds: boolean): boolean => !Number.isNaN(margin) && margin >= 0 !== holds;

function resultOf(
  parameters: readonly QuestionedParameter[],
  turns: readonly Turn[],
  whole: Pick<SwitchingValues, "holds" | "margin" | "runs">,
): SwitchingValues {
  const nearest = new Map<number, Turn>();
  for (const turn of turns) if (turn.fragility < (nearest.get(turn.i)?.fragility ?? Infinity)) nearest.set(turn.i, turn);
  const rows = parameters.map((parameter, i): SwitchingRow => {
    const turn = nearest.get(i);
    return { parameter, at: turn?.at ?? null, fragility: turn?.fragility ?? Infinity };
  });
  return { ...whole, rows: rows.toSorted((a, b) => (a.fragility === b.fragility ? 0 : a.fragility - b.fragility)) };
}

const fragilityOf = (parameter: QuestionedParameter, at: number): number =>
  Math.abs(at - parameter.value) / (plausibleDistance(parameter, at) ?? (Math.abs(parameter.value) / 2 || 1));

/**
 * How far the number may plausibly lie from the one in use on the side of `at`, in its unit: as far as the recorded bound there; from a value that
 * stands at that bound, as far as the whole range is wide. null = not recorded.
 */
export function plausibleDistance({ value, low, high }: Pick<QuestionedParameter, "value" | "low" | "high">, at: number): number | null {
  const bound = at < value ? low : high;
  if (bound === null) return null;
  const distance = Math.abs(bound - value) || (high ?? value) - (low ?? value);
  return distance > 0 ? distance : null;
}

function vectorOf(model: Model, assumptions: readonly Assumption[]): Float64Array {
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) throw new Error("the assumptions do not fit the dataset; check them before asking");
  return vector.value;
}
