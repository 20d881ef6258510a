/** Points of import dependence against public cost, each with its name beside it. */
import type { ReactNode } from "react";
import { freestSpot, type Rect } from "../../../shared/chart/free-spot.ts";
import type { TradeOffPoint, TradeOffView } from "../../../shared/view/compare-view-types.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { useSize } from "../analysis/use-size.ts";

const LEFT = 40;
const RIGHT = 20;
const TOP = 12;
const BOTTOM = 26;
const RADIUS = 6;
const LABEL_HEIGHT = 17;

export function TradeOffChart({ shown, choose }: { readonly shown: TradeOffView; readonly choose: ReactNode }) {
  const table = {
    columns: ["Scenario", "Public cost", "Import dependence"],
    rows: shown.points.map(({ name, costText, valueText }) => [name, costText, valueText]),
  };
  return (
    <FigureCard title={shown.title} subtitle={shown.subtitle} region="right-chart" table={table} choose={choose}>
      <Plot shown={shown} />
    </FigureCard>
  );
}

function Plot({ shown }: { readonly shown: TradeOffView }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 400, height: 260 });
  const { points, x, y, target } = shown;
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM];
  const [x0, x1, y0, y1] = [x[0]!.value, x.at(-1)!.value, y[0]!.value, y.at(-1)!.value];
  const px = (value: number): number => LEFT + ((value - x0) / (x1 - x0)) * (right - LEFT);
  const py = (value: number): number => bottom - ((value - y0) / (y1 - y0)) * (bottom - TOP);
  const labels = labelled(points, px, py, { left: LEFT, top: 0, width: right + RIGHT - LEFT, height: bottom });
  const said = points.map(({ name, costText, valueText }) => `${name}: ${valueText} for ${costText}`).join("; ");
  return (
    <div ref={ref} className="figure">
      <svg width={size.width} height={size.height} role="img" aria-label={`${shown.title}. ${said}.`}>
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
        {target && (
          <>
            <line className="figure-target" x1={LEFT} x2={right} y1={py(target.value)} y2={py(target.value)} />
            <text className="figure-target-label" x={LEFT + 6} y={py(target.value) - 6}>
              {target.label}
            </text>
          </>
        )}
        {points.map(({ key, cost, value, colour }) => (
          <circle key={key} cx={px(cost)} cy={py(value)} r={RADIUS} fill={`var(${colour})`} stroke="var(--surface)" strokeWidth={1.5} />
        ))}
        {labels.map(({ key, name, left, middle, anchor }) => (
          <text key={key} x={left} y={middle} dy="0.35em" textAnchor={anchor} className="trade-off-label">
            {name}
          </text>
        ))}
      </svg>
    </div>
  );
}

const LETTER_WIDTH = 7.2;

/** Each name stands at the freest of four places around its point. */
function labelled(points: readonly TradeOffPoint[], px: (cost: number) => number, py: (value: number) => number, bounds: Rect) {
  const taken: Rect[] = points.map(({ cost, value }) => ({ left: px(cost) - RADIUS, top: py(value) - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }));
  return points.map(({ key, name, cost, value }) => {
    const [x, y, width] = [px(cost), py(value), name.length * LETTER_WIDTH];
    const gap = RADIUS + 6;
    const places = [
      { anchor: "start", left: x + gap, middle: y, from: x + gap },
      { anchor: "end", left: x - gap, middle: y, from: x - gap - width },
      { anchor: "middle", left: x, middle: y - gap - 4, from: x - width / 2 },
      { anchor: "middle", left: x, middle: y + gap + 4, from: x - width / 2 },
      { anchor: "start", left: x + gap, middle: y - gap - 2, from: x + gap },
      { anchor: "start", left: x + gap, middle: y + gap + 2, from: x + gap },
    ] as const;
    const boxes = places.map(({ from, middle }): Rect => ({ left: from, top: middle - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }));
    const best = freestSpot(boxes, [], taken, bounds, null);
    taken.push(boxes[best]!);
    return { key, name, ...places[best]! };
  });
}
