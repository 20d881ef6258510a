/** The waterfall lying down, for more levers than have room for their names under columns: one row per bar, values at their ends. */
import type { WaterfallView } from "../../../shared/view/explain/explain-view.ts";
import type { Size } from "../analysis/use-size.ts";
import { fillOf, THINNEST } from "./waterfall-colours.ts";

const NAMES_SHARE = 0.32;
/** Room for a value behind the longest bar. */
const RIGHT = 76;
const TOP = 22;
const BOTTOM = 22;
/** Share of a row that its bar fills. */
const FILL = 0.62;
const MOST_ROW = 48;

export function WaterfallRows({ shown, size, said }: { readonly shown: WaterfallView; readonly size: Size; readonly said: string }) {
  const { bars, ticks, target } = shown;
  const left = size.width * NAMES_SHARE;
  const right = size.width - RIGHT;
  const row = Math.min(MOST_ROW, (size.height - TOP - BOTTOM) / bars.length);
  const bottom = TOP + row * bars.length;
  const [low, high] = [ticks[0]!.value, ticks.at(-1)!.value];
  const x = (value: number): number => left + ((value - low) / (high - low)) * (right - left);
  const top = (i: number): number => TOP + i * row + (row * (1 - FILL)) / 2;
  const height = row * FILL;
  return (
    <>
      <ol className="explain-row-names" style={{ width: left - 8, top: TOP }} aria-hidden>
        {bars.map(({ key, label }) => (
          <li key={key} style={{ height: row }} title={label}>
            <span>{label}</span>
          </li>
        ))}
      </ol>
      <svg width={size.width} height={size.height} role="img" aria-label={said}>
        {ticks.map(({ value, label }) => (
          <g key={value}>
            <line className={value === 0 ? "figure-floor" : "figure-grid"} x1={x(value)} x2={x(value)} y1={TOP} y2={bottom} />
            <text className="figure-axis" x={x(value)} y={bottom + 16} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => (
          <g key={bar.key}>
            <rect
              x={x(Math.min(bar.from, bar.to))}
              y={top(i)}
              width={Math.max(THINNEST, Math.abs(x(bar.to) - x(bar.from)))}
              height={height}
              fill={fillOf(bar)}
            />
            {i < bars.length - 1 && <line className="figure-floor" x1={x(bar.to)} x2={x(bar.to)} y1={top(i) + height} y2={top(i + 1)} />}
          </g>
        ))}
        {target && (
          <>
            <line className="figure-target" x1={x(target.value)} x2={x(target.value)} y1={TOP} y2={bottom} />
            <text className="figure-target-label" x={x(target.value)} y={14} textAnchor="middle">
              {target.label}
            </text>
          </>
        )}
        {bars.map((bar, i) => (
          <text key={bar.key} x={x(Math.max(bar.from, bar.to)) + 6} y={top(i) + height / 2} dy="0.35em" className="explain-value">
            {bar.text}
          </text>
        ))}
      </svg>
    </>
  );
}
