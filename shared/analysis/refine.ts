/**
 * Local search from a good point. Each round tries every coordinate one step up and down, adds up the changes of what is achieved to predict moves of
 * several coordinates at once (a little more here, a little less there), and runs the most promising of them. Steps halve where nothing helps.
 */
import { isLower, type Optimum, type Problem, type Score } from "./optimise.ts";
import { type Cancellable, type Control, shouldStop } from "./progress.ts";

const FIRST_STEP = 0.25;
/** Predicted moves that are run in each round. */
const TRIED = 12;
/** Coordinates that one move may change. */
const MAX_COORDINATES = 5;
/** Predicted moves may go a whole step in a coordinate, or these parts of one. */
const PARTS = [1, 0.5, 0.25] as const;

interface Step {
  readonly dimension: number;
  /** New value of the coordinate. */
  readonly to: number;
  /** Change of each achieved number. */
  readonly change: Float64Array;
}

/** Several steps at once, each of another coordinate, and what they should achieve. */
interface Move {
  readonly steps: readonly Step[];
  readonly point: Float64Array;
  readonly achieved: Float64Array;
  readonly score: Score;
}

interface Place {
  readonly point: Float64Array;
  readonly achieved: Float64Array;
  readonly score: Score;
}

/** Ends at a point where no single step of size `smallest` (per coordinate) helps, and no predicted move of them. */
export async function refine(problem: Problem, start: Float64Array, smallest: Float64Array, control: Control = {}): Promise<Cancellable<Optimum>> {
  const first = await placesAt(problem, [start]);
  if (first === "cancelled") return first;
  let here = first[0]!;
  let evaluations = 1;
  for (let size = FIRST_STEP; ;) {
    const sizes = smallest.map((least) => Math.max(size, least));
    const stepped = await placesAt(problem, neighbours(here.point, sizes));
    if (stepped === "cancelled") return stepped;
    const moves = promising(problem, here, stepped, smallest);
    const moved = await placesAt(
      problem,
      moves.map(({ point }) => point),
    );
    if (moved === "cancelled" || (await shouldStop(control))) return "cancelled";
    evaluations += stepped.length + moved.length;
    const best = [...stepped, ...moved].reduce((a, b) => (isLower(b.score, a.score) ? b : a), here);
    if (best !== here) here = best;
    else if (sizes.every((step, d) => step <= smallest[d]!)) return { point: here.point, score: here.score, evaluations };
    else size /= 2;
  }
}

async function placesAt({ evaluate, score }: Problem, points: readonly Float64Array[]): Promise<Cancellable<readonly Place[]>> {
  const achieved = await evaluate(points);
  return achieved === "cancelled" ? achieved : points.map((point, i) => ({ point, achieved: achieved[i]!, score: score(point, achieved[i]!) }));
}

/** One step up and down of every coordinate, as far as the cube goes. */
function neighbours(point: Float64Array, sizes: Float64Array): readonly Float64Array[] {
  return Array.from(point.keys()).flatMap((d) =>
    [sizes[d]!, -sizes[d]!].flatMap((by) => {
      const to = Math.min(1, Math.max(0, point[d]! + by));
      return to === point[d] ? [] : [point.map((x, k) => (k === d ? to : x))];
    }),
  );
}

/** Moves of two and more coordinates that should be better than staying, best first. */
function promising(problem: Problem, here: Place, stepped: readonly Place[], smallest: Float64Array): readonly Move[] {
  const steps = stepped.flatMap((place) => partsOf(here, place, smallest));
  const stay: Move = { steps: [], ...here };
  const singles = steps.map((step) => extended(problem, stay, step));
  let moves = bestOf(singles.flatMap((move, i) => extensions(problem, move, steps.slice(0, i))));
  for (let size = 3; size <= MAX_COORDINATES; size++) {
    const larger = moves.flatMap((move) => {
      const next = bestOf(extensions(problem, move, steps))[0];
      return next !== undefined && isLower(next.score, move.score) ? [next] : [];
    });
    moves = bestOf([...moves, ...larger]);
  }
  return moves.filter(({ score }) => isLower(score, here.score)).slice(0, TRIED);
}

/** A step that was run, and shorter ones that should do as much less. */
function partsOf(here: Place, { point, achieved }: Place, smallest: Float64Array): readonly Step[] {
  const dimension = point.findIndex((x, d) => x !== here.point[d]);
  const whole = point[dimension]! - here.point[dimension]!;
  return PARTS.filter((part) => part === 1 || Math.abs(part * whole) >= smallest[dimension]!).map((part) => ({
    dimension,
    to: here.point[dimension]! + part * whole,
    change: achieved.map((value, k) => part * (value - here.achieved[k]!)),
  }));
}

const extensions = (problem: Problem, move: Move, steps: readonly Step[]): readonly Move[] =>
  steps.filter(({ dimension }) => move.steps.every((one) => one.dimension !== dimension)).map((step) => extended(problem, move, step));

function extended(problem: Problem, move: Move, step: Step): Move {
  const point = move.point.map((x, d) => (d === step.dimension ? step.to : x));
  const achieved = move.achieved.map((value, k) => value + step.change[k]!);
  return { steps: [...move.steps, step], point, achieved, score: problem.score(point, achieved) };
}

/** Twice as many as are tried, without two of the same point. */
function bestOf(moves: readonly Move[]): readonly Move[] {
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
