/** Places for the names of points: each beside, above or below its point, where it covers no other name or point; shortened where no place holds it whole. */
import { fitted } from "../../charts/fitted-text.ts";
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
    const places = [
      { anchor: "start", left: x + gap, middle: y },
      { anchor: "end", left: x - gap, middle: y },
      { anchor: "middle", left: x, middle: y - gap - 4 },
      { anchor: "middle", left: x, middle: y + gap + 4 },
      { anchor: "start", left: x + gap, middle: y - gap - 2 },
      { anchor: "start", left: x + gap, middle: y + gap + 2 },
    ] as const;
    const widthOf = (text: string): number => text.length * letterWidth;
    const all = [
      ...places.map(({ anchor, left, middle }) => ({ anchor, left, middle, name })),
      ...places.map(({ anchor, left, middle }) => ({ anchor, left, middle, name: fitted(widthOf, name, roomFor({ anchor, left }, bounds)) })),
    ];
    const boxes = all.map(({ name: text, anchor, left, middle }): Rect => {
      const width = widthOf(text);
      return { left: left - width * BEFORE[anchor], top: middle - height / 2, width, height };
    });
    const best = freestSpot(boxes, lines, taken, bounds, null);
    taken.push(boxes[best]!);
    return { key, ...all[best]! };
  });
}

/** The part of a text that stands left of its place. */
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

function roomFor({ anchor, left }: Pick<PointLabel, "anchor" | "left">, bounds: Rect): number {
  const [before, after] = [left - bounds.left, bounds.left + bounds.width - left];
  return anchor === "start" ? after : anchor === "end" ? before : 2 * Math.min(before, after);
}
