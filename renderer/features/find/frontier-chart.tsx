/** Best outcome against public cost: the frontier, the packages by number, status quo, budget and target. */
import type { FrontierView } from "../../../shared/view/find-view.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { useSize } from "../analysis/use-size.ts";

const LEFT = 46;
const RIGHT = 20;
const TOP = 14;
const BOTTOM = 26;
const RADIUS = 6;

export function FrontierChart({ shown }: { readonly shown: FrontierView }) {
  return (
    <FigureCard title={shown.title} subtitle={shown.subtitle} region="frontier" table={shown.table}>
      <Plot shown={shown} />
    </FigureCard>
  );
}

function Plot({ shown }: { readonly shown: FrontierView }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 560, height: 360 });
  const { points, packages, statusQuo, budget, target, x, y } = shown;
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM];
  const [x0, x1, y0, y1] = [x[0]!.value, x.at(-1)!.value, y[0]!.value, y.at(-1)!.value];
  const px = (cost: number): number => LEFT + ((cost - x0) / (x1 - x0)) * (right - LEFT);
  const py = (value: number): number => bottom - ((value - y0) / (y1 - y0)) * (bottom - TOP);
  const inside = points.filter(({ cost }) => cost <= x1);
  const path = inside.map(({ cost, value }, i) => `${i === 0 ? "M" : "L"}${px(cost).toFixed(1)},${py(value).toFixed(1)}`).join("");
  return (
    <div ref={ref} className="figure">
      <svg width={size.width} height={size.height} role="img" aria-label={`${shown.title}. ${shown.subtitle}.`}>
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
        {budget && (
          <>
            <line className="frontier-budget" x1={px(budget.value)} x2={px(budget.value)} y1={TOP} y2={bottom} />
            <text
              className="figure-axis frontier-label"
              x={px(budget.value) + (px(budget.value) > size.width * 0.7 ? -6 : 6)}
              y={TOP + 8}
              textAnchor={px(budget.value) > size.width * 0.7 ? "end" : "start"}
            >
              {budget.label}
            </text>
          </>
        )}
        <line className="figure-target" x1={LEFT} x2={right} y1={py(target.value)} y2={py(target.value)} />
        <text className="figure-target-label" x={right - 4} y={py(target.value) - 6} textAnchor="end">
          {target.label}
        </text>
        <path d={path} className="frontier-line" />
        {Number.isFinite(statusQuo.value) && (
          <>
            <circle cx={px(statusQuo.cost)} cy={py(statusQuo.value)} r={5} fill="var(--c-baseline)" />
            <text className="frontier-label" x={px(statusQuo.cost) + 10} y={py(statusQuo.value)} dy="0.35em">
              Status quo
            </text>
          </>
        )}
        {packages.map(({ number, cost, value }, i) => (
          <g key={number}>
            <circle cx={px(cost)} cy={py(value)} r={RADIUS} fill="var(--c-current)" stroke="var(--surface)" strokeWidth={1.5} />
            <text className="frontier-label frontier-number" x={px(cost)} y={py(value) + (i % 2 === 0 ? 21 : -11)} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
