/** A figure of a value against cost: round ticks, grid, floor and target line; what stands in it is drawn by whoever uses it. */
import type { ReactNode } from "react";
import type { PlainTick } from "../../../shared/chart/plain-ticks.ts";
import { useSize } from "./use-size.ts";

const LEFT = 46;
const RIGHT = 20;
const TOP = 14;
const BOTTOM = 26;
/** Height and width that a first drawing assumes. */
const FIRST_SIZE = { width: 480, height: 300 };

export interface PlaneScale {
  /** From cost and value to pixels. */
  readonly px: (cost: number) => number;
  readonly py: (value: number) => number;
  /** Edges of the plot. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ValuePlaneProps {
  readonly x: readonly PlainTick[];
  readonly y: readonly PlainTick[];
  readonly target: { readonly value: number; readonly label: string } | null;
  /** Which end of the target line its label stands at. */
  readonly targetLabelAt: "start" | "end";
  /** The figure in words. */
  readonly said: string;
  readonly children: (scale: PlaneScale) => ReactNode;
}

export function ValuePlane({ x, y, target, targetLabelAt, said, children }: ValuePlaneProps) {
  const { ref, size } = useSize<HTMLDivElement>(FIRST_SIZE);
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM];
  const [x0, x1, y0, y1] = [x[0]!.value, x.at(-1)!.value, y[0]!.value, y.at(-1)!.value];
  const px = (cost: number): number => LEFT + ((cost - x0) / (x1 - x0)) * (right - LEFT);
  const py = (value: number): number => bottom - ((value - y0) / (y1 - y0)) * (bottom - TOP);
  return (
    <div ref={ref} className="figure">
      <svg width={size.width} height={size.height} role="img" aria-label={said}>
        {y.map(({ value, label }) => (
          <g key={value}>
            <line className="figure-grid" x1={LEFT} x2={right} y1={py(value)} y2={py(value)} />
            <text className="figure-axis" x={LEFT - 8} y={py(value)} dy="0.35em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <line className="figure-floor" x1={LEFT} x2={right} y1={bottom} y2={bottom} />
        {x.map(({ value, label }) => (
          <text key={value} className="figure-axis" x={px(value)} y={bottom + 17} textAnchor="middle">
            {label}
          </text>
        ))}
        {target && <line className="figure-target" x1={LEFT} x2={right} y1={py(target.value)} y2={py(target.value)} />}
        {children({ px, py, left: LEFT, right, top: TOP, bottom })}
        {target && (
          <text className="figure-target-label" x={targetLabelAt === "start" ? LEFT + 6 : right - 4} y={py(target.value) - 6} textAnchor={targetLabelAt}>
            {target.label}
          </text>
        )}
      </svg>
    </div>
  );
}
