/** How the mean settles as runs are added: a mark with two standard errors to either side at 64, 128, 256 … runs. */
import type { ReactNode } from "react";
import type { SettlingView } from "../../../shared/view/uncertainty/tornado-view.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { useSize } from "../analysis/use-size.ts";

const LEFT = 52;
const RIGHT = 24;
const TOP = 12;
const BOTTOM = 26;
const CAP = 6;

export function SettlingChart({ shown, choose }: { readonly shown: SettlingView; readonly choose: ReactNode }) {
  return (
    <FigureCard title={shown.title} subtitle={shown.subtitle} region="tornado" table={shown.table} choose={choose}>
      <Marks shown={shown} />
    </FigureCard>
  );
}

function Marks({ shown }: { readonly shown: SettlingView }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 520, height: 420 });
  const { steps, ticks } = shown;
  const bottom = size.height - BOTTOM;
  const [low, high] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1];
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - TOP);
  const x = (i: number): number => LEFT + ((i + 0.5) / Math.max(1, steps.length)) * (size.width - LEFT - RIGHT);
  const said = steps.map(({ label, text }) => `${label} runs ${text}`).join("; ");
  return (
    <div ref={ref} className="figure">
      <svg width={size.width} height={size.height} role="img" aria-label={`${shown.title}. ${said}.`}>
        {ticks.map(({ value, label }) => (
          <g key={value}>
            <line className="figure-grid" x1={LEFT} x2={size.width - RIGHT} y1={y(value)} y2={y(value)} />
            <text className="figure-axis" x={LEFT - 8} y={y(value)} dy="0.35em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {steps.map(({ runs, label, mean, low: from, high: to }, i) => (
          <g key={runs} stroke="var(--c-current)" strokeWidth={2}>
            <line x1={x(i)} x2={x(i)} y1={y(from)} y2={y(to)} />
            <line x1={x(i) - CAP} x2={x(i) + CAP} y1={y(from)} y2={y(from)} />
            <line x1={x(i) - CAP} x2={x(i) + CAP} y1={y(to)} y2={y(to)} />
            <circle cx={x(i)} cy={y(mean)} r={4} fill="var(--c-current)" stroke="var(--surface)" strokeWidth={1.5} />
            <text className="figure-axis" x={x(i)} y={size.height - 6} textAnchor="middle" stroke="none">
              {i === steps.length - 1 ? `${label} runs` : label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
