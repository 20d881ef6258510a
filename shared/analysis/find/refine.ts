/**
 * Local search from a good point. Each round runs every coordinate alone at several distances, from one step to the bounds, and adds up the changes of
 * what is achieved to predict moves of many coordinates at once (a little more here, a little less there). The most promising moves are run, and what
 * they miss is made good from what they did achieve. Ends where a round helps no more.
 */
import type { Move, Place, Step } from "./move.ts";
import { isLower, type Optimum, type Problem, type Score, type Screening } from "./optimise.ts";
import { type Cancellable, type Control, shouldStop } from "../jobs/progress.ts";
import { tradeMoves } from "../stress/trade-moves.ts";

/** Each distance that is tried, over the one before. */
const FARTHER = 4;
/** Rounds take turns, so that what only works at some level is not passed over for ever: first of the farther distances, in steps, and fixed places. */
const DISTANCES = [
  { nearest: 4, places: [0, 1] },
  { nearest: 2, places: [0, 0.25, 0.5, 0.75, 1] },
] as const;
/** Predicted moves may go as far as was run, or these parts of it. */
const PARTS = [1, 0.5] as const;
/** Predicted moves that are run in each round, and corrections of those that came nearest. */
const TRIED = 12;
const CORRECTED = 4;
/** Coordinates that one exchange may change. */
const MAX_COORDINATES = 4;

/** When a search that need not end at the very best stops. */
export interface Patience {
  readonly rounds: number;
  /** A round that lowers the objective by less than this share of it, and no violation, is the last. */
  readonly gain: number;
}

/** Ends at a point where no single step of size `smallest` (per coordinate) helps, and no predicted move; or where the patience does. */
export async function refine(
  problem: Problem,
  start: Float64Array,
  smallest: Float64Array,
  control: Control = {},
  patience: Patience = { rounds: Infinity, gain: 0 },
): Promise<Cancellable<Optimum>> {
  const first = await placesAt(problem, [start]);
  if (first === "cancelled") return first;
  let here = first[0]!;
  let evaluations = 1;
  let idle = 0;
  for (let round = 1; ; round++) {
    const from = here;
    // Only the best point need be known whole; the others still tell how much each step does.
    const screenedBy = (bar: Place): Screening => ({ bar: () => bar.score, isBestOnly: true, near: from.point });
    const alone = await placesAt(problem, neighbours(here.point, smallest, DISTANCES[(round - 1) % DISTANCES.length]!), screenedBy(here));
    if (alone === "cancelled") return alone;
    const steps = alone.flatMap((place) => partsOf(here, place, smallest));
    const moved = await placesAt(
      problem,
      [...tradeMoves(problem, here, steps), ...exchanges(problem, here, steps)].map((move) => move.point),
      screenedBy(bestOf([here, ...alone])),
    );
    if (moved === "cancelled") return moved;
    const corrected = await placesAt(problem, corrections(problem, here, moved, steps), screenedBy(bestOf([here, ...alone, ...moved])));
    if (corrected === "cancelled" || (await shouldStop(control))) return "cancelled";
    evaluations += alone.length + moved.length + corrected.length;
    const best = bestOf([here, ...alone, ...moved, ...corrected]);
    idle = best === here ? idle + 1 : 0;
    if (idle === DISTANCES.length || round === patience.rounds || isLittle(here.score, best.score, patience.gain))
      return { point: best.point, score: best.score, evaluations };
    here = best;
    control.progress?.(round, round + 1);
  }
}

const bestOf = (places: readonly Place[]): Place => places.reduce((a, b) => (isLower(b.score, a.score) ? b : a));

const isLittle = (before: Score, after: Score, share: number): boolean =>
  share > 0 && before.violation === after.violation && before.objective - after.objective < share * Math.abs(before.objective);

async function placesAt({ evaluate, score }: Problem, points: readonly Float64Array[], screening?: Screening): Promise<Cancellable<readonly Place[]>> {
  const achieved = await evaluate(points, screening);
  return achieved === "cancelled" ? achieved : points.map((point, i) => ({ point, achieved: achieved[i]!, score: score(point, achieved[i]!) }));
}

/** Every coordinate alone one step away, at the farther distances both ways, and at the fixed places. */
function neighbours(point: Float64Array, smallest: Float64Array, { nearest, places }: (typeof DISTANCES)[number]): readonly Float64Array[] {
  return Array.from(point.keys()).flatMap((d) => {
    const step = smallest[d]!;
    const values = new Set<number>(places);
    const add = (by: number): void => {
      for (const to of [point[d]! + by, point[d]! - by]) if (to >= 0 && to <= 1) values.add(to);
    };
    add(step);
    for (let by = nearest * step; by < 1; by *= FARTHER) add(by);
    values.delete(point[d]!);
    return Array.from(values, (to) => point.map((x, k) => (k === d ? to : x)));
  });
}

/** A step that was run, and one half as long that should do half as much. */
function partsOf(here: Place, { point, achieved }: Place, smallest: Float64Array): readonly Step[] {
  const dimension = point.findIndex((x, d) => x !== here.point[d]);
  const from = here.point[dimension]!;
  const whole = point[dimension]! - from;
  return PARTS.filter((part) => part === 1 || Math.abs(part * whole) >= smallest[dimension]!).map((part) => ({
    dimension,
    to: from + part * whole,
    change: achieved.map((value, k) => part * (value - here.achieved[k]!)),
  }));
}

const stay = (here: Place): Move => ({ steps: [], ...here });

/** Moves of two and more coordinates that should be better than staying, best first. */
function exchanges(problem: Problem, here: Place, steps: readonly Step[]): readonly Move[] {
  const singles = steps.map((step) => extended(problem, stay(here), step));
  let moves = mostPromising(singles.flatMap((move, i) => extensions(problem, move, steps.slice(0, i))));
  for (let size = 3; size <= MAX_COORDINATES; size++) {
    const larger = moves.flatMap((move) => {
      const next = mostPromising(extensions(problem, move, steps))[0];
      return next !== undefined && isLower(next.score, move.score) ? [next] : [];
    });
    moves = mostPromising([...moves, ...larger]);
  }
  return moves.filter(({ score }) => isLower(score, here.score)).slice(0, TRIED);
}

/** From what the best moves did achieve, one or two more steps that should make them better than staying. */
function corrections(problem: Problem, here: Place, moved: readonly Place[], steps: readonly Step[]): readonly Float64Array[] {
  return mostPromising(moved.map(stay))
    .slice(0, CORRECTED)
    .flatMap((from) => {
      const free = steps.filter(({ dimension }) => from.point[dimension] === here.point[dimension]);
      const singles = mostPromising(extensions(problem, from, free));
      const pairs = singles.slice(0, CORRECTED).flatMap((move) => extensions(problem, move, free));
      return mostPromising([...singles, ...pairs])
        .filter(({ score }) => isLower(score, here.score) && isLower(score, from.score))
        .slice(0, 3);
    })
    .map(({ point }) => point);
}

const extensions = (problem: Problem, move: Move, steps: readonly Step[]): readonly Move[] =>
  steps.filter(({ dimension }) => move.steps.every((one) => one.dimension !== dimension)).map((step) => extended(problem, move, step));

function extended(problem: Problem, move: Move, step: Step): Move {
  const point = move.point.slice();
  point[step.dimension] = step.to;
  const achieved = move.achieved.slice();
  for (let k = 0; k < achieved.length; k++) achieved[k]! += step.change[k]!;
  return { steps: [...move.steps, step], point, achieved, score: problem.score(point, achieved) };
}

/** Twice as many as are tried, without two of the same point. */
function mostPromising(moves: readonly Move[]): readonly Move[] {
  const sorted = moves.toSorted((a, b) => (isLower(a.score, b.score) ? -1 : isLower(b.score, a.score) ? 1 : 0));
  const seen = new Set<string>();
  const best: Move[] = [];
  for (const move of sorted) {
    const key = move.point.join();
    if (seen.has(key)) continue;
    seen.add(key);
    best.push(move);
    if (best.length === 2 * TRIED) break;
  }
  return best;
}
