/** Places for the names of points: each beside, above or below its point, where it covers no other name or point. */
import { freestSpot, type Point, type Rect } from "../../../shared/chart/free-spot.ts";

export interface NamedPoint extends Point {
  readonly key: string;
  readonly name: string;
}

export interface PointLabel {
  readonly key: string;
  readonly name: string;
  readonly left: number;
  readonly middle: number;
  readonly anchor: "start" | "middle" | "end";
}

export interface LabelMeasures {
  /** Of a point, pixels. */
  readonly radius: number;
  readonly letterWidth: number;
  readonly height: number;
}

/** In the order of the points; earlier ones choose first. `lines` are passed over where possible. */
export function pointLabels(
  points: readonly NamedPoint[],
  { radius, letterWidth, height }: LabelMeasures,
  bounds: Rect,
  lines: readonly (readonly Point[])[] = [],
): readonly PointLabel[] {
  const taken: Rect[] = points.map(({ x, y }) => ({ left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }));
  const gap = radius + 6;
  return points.map(({ key, name, x, y }) => {
    const width = name.length * letterWidth;
    const places = [
      { anchor: "start", left: x + gap, middle: y, from: x + gap },
      { anchor: "end", left: x - gap, middle: y, from: x - gap - width },
      { anchor: "middle", left: x, middle: y - gap - 4, from: x - width / 2 },
      { anchor: "middle", left: x, middle: y + gap + 4, from: x - width / 2 },
      { anchor: "start", left: x + gap, middle: y - gap - 2, from: x + gap },
      { anchor: "start", left: x + gap, middle: y + gap + 2, from: x + gap },
    ] as const;
    const boxes = places.map(({ from, middle }): Rect => ({ left: from, top: middle - height / 2, width, height }));
    const best = freestSpot(boxes, lines, taken, bounds, null);
    taken.push(boxes[best]!);
    const { anchor, left, middle } = places[best]!;
    return { key, name, anchor, left, middle };
  });
}
