/** Where a label disturbs least: of some candidate places, the one that touches the fewest lines and no other label. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A label on another label is worse than on any number of line segments. */
const OVERLAP_COST = 1000;

/**
 * Index of the best candidate. Earlier ones win ties; `previous` stays while nothing touches it, so that labels do not jump while lines move.
 * `lines` are polylines in the same coordinates with ascending x; NaN breaks a line. Candidates that leave `bounds` count as overlapping.
 */
export function freestSpot(
  candidates: readonly Rect[],
  lines: readonly (readonly Point[])[],
  taken: readonly Rect[],
  bounds: Rect,
  previous: number | null,
): number {
  const cost = (rect: Rect): number => {
    let sum = isInside(rect, bounds) ? 0 : OVERLAP_COST;
    for (const other of taken) if (overlaps(rect, other)) sum += OVERLAP_COST;
    for (const line of lines) sum += crossings(line, rect);
    return sum;
  };
  const kept = previous === null ? undefined : candidates[previous];
  if (kept && previous !== null && cost(kept) === 0) return previous;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  candidates.forEach((rect, index) => {
    const each = cost(rect);
    if (each >= least) return;
    best = index;
    least = each;
  });
  return best;
}

function crossings(line: readonly Point[], rect: Rect): number {
  const right = rect.left + rect.width;
  let count = 0;
  for (let i = 1; i < line.length; i++) {
    if (line[i]!.x < rect.left) continue;
    if (line[i - 1]!.x > right) break;
    if (crosses(line[i - 1]!, line[i]!, rect)) count += 1;
  }
  return count;
}

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

const isInside = (a: Rect, b: Rect): boolean =>
  a.left >= b.left && a.top >= b.top && a.left + a.width <= b.left + b.width && a.top + a.height <= b.top + b.height;

/** Whether the segment from `a` to `b` touches the rectangle (Liang–Barsky clipping). */
export function crosses(a: Point, b: Point, rect: Rect): boolean {
  if (Math.max(a.y, b.y) < rect.top || Math.min(a.y, b.y) > rect.top + rect.height) return false;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [number, number])[] = [
    [-dx, a.x - rect.left],
    [dx, rect.left + rect.width - a.x],
    [-dy, a.y - rect.top],
    [dy, rect.top + rect.height - a.y],
  ];
  for (const [slope, distance] of edges) {
    if (Number.isNaN(slope) || Number.isNaN(distance)) return false;
    if (slope === 0) {
      if (distance < 0) return false;
      continue;
    }
    const t = distance / slope;
    if (slope < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    if (enter > leave) return false;
  }
  return true;
}
