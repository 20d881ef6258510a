/** The tornado: one row per parameter, bars to both sides of the outcome in use, values at their ends. */
import type { ReactNode } from "react";
import type { TornadoEnd, TornadoView } from "../../../shared/view/uncertainty/tornado-view.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { useSize } from "../analysis/use-size.ts";

const LABEL_SHARE = 0.42;
const RIGHT = 40;
/** Between the names and the axis: room for a value. */
const GAP = 44;
const TOP = 20;
const BOTTOM = 22;
/** Share of a row that its bar fills. */
const FILL = 0.58;
const MOST_ROW = 72;
/** Rows lower than this have no room for a name of two lines over its place. */
const TWO_LINES = 44;

const TONES: Readonly<Record<TornadoEnd["tone"], string>> = { better: "var(--better)", worse: "var(--worse)", neutral: "var(--ink-3)" };

export function TornadoChart({ shown, choose }: { readonly shown: TornadoView; readonly choose: ReactNode }) {
  return (
    <FigureCard title={shown.title} subtitle={shown.subtitle} region="tornado" table={shown.table} choose={choose}>
      <Bars shown={shown} />
    </FigureCard>
  );
}

function Bars({ shown }: { readonly shown: TornadoView }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 520, height: 420 });
  const { bars, ticks, sides } = shown;
  const left = Math.max(140, size.width * LABEL_SHARE);
  const right = size.width - RIGHT;
  const bottom = size.height - BOTTOM;
  const [low, high] = [ticks[0]?.value ?? -1, ticks.at(-1)?.value ?? 1];
  const x = (value: number): number => left + GAP + ((value - low) / (high - low)) * (right - left - GAP);
  const row = bars.length === 0 ? 0 : Math.min(MOST_ROW, (bottom - TOP) / bars.length);
  const height = row * FILL;
  const said = bars.map(({ name, place, ends }) => `${name}, ${place}: ${ends.map(({ text }) => text).join(" and ")}`).join("; ");
  return (
    <div ref={ref} className="figure tornado">
      <ol className="tornado-names" style={{ width: left, top: TOP }} aria-hidden>
        {bars.map(({ key, name, place, range }) => (
          <li key={key} style={{ height: row }} title={`${name}, ${place}: ${range}`}>
            <span data-tight={row < TWO_LINES || undefined}>{name}</span>
            <small>{place}</small>
          </li>
        ))}
      </ol>
      <svg width={size.width} height={size.height} role="img" aria-label={`${shown.title}. ${shown.subtitle}. ${said}.`}>
        {ticks.map(({ value, label }) => (
          <g key={value}>
            <line className={value === 0 ? "tornado-middle" : "figure-grid"} x1={x(value)} x2={x(value)} y1={TOP} y2={bottom} />
            <text className="figure-axis" x={x(value)} y={size.height - 4} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <text x={x(0) - 8} y={12} textAnchor="end" className="figure-axis">
          {sides[0]}
        </text>
        <text x={x(0) + 8} y={12} className="figure-axis">
          {sides[1]}
        </text>
        {bars.map(({ key, ends }, i) => {
          const top = TOP + i * row + (row - height) / 2;
          return (
            <g key={key}>
              {ends.map(({ value, text, tone }, e) => (
                // oxlint-disable-next-line react/no-array-index-key -- low and high are told apart by their place among the two
                <g key={e}>
                  <rect x={Math.min(x(0), x(value))} y={top} width={Math.max(1, Math.abs(x(value) - x(0)))} height={height} fill={TONES[tone]} />
                  <text x={x(value) + (value < 0 ? -5 : 5)} y={top + height / 2} dy="0.35em" textAnchor={value < 0 ? "end" : "start"} className="tornado-value">
                    {text}
                  </text>
                </g>
              ))}
            </g>
          );
        })}
        <line className="tornado-middle" x1={x(0)} x2={x(0)} y1={TOP} y2={bottom} />
      </svg>
    </div>
  );
}
