/** The waterfall: status quo, one bar per lever, the scenario; hairlines join the ends. Many levers stand as rows. */
import { freestSpot, type Rect } from "../../../shared/chart/free-spot.ts";
import type { WaterfallView } from "../../../shared/view/explain/explain-view.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { useSize } from "../analysis/use-size.ts";
import { fillOf, THINNEST } from "./waterfall-colours.ts";
import { WaterfallRows } from "./waterfall-rows.tsx";

const LEFT = 52;
const TOP = 28;
const BOTTOM = 4;
/** Share of a column that its bar fills. */
const FILL = 0.72;
/** Columns narrower than this hold neither a value nor a word of a name. */
const NARROWEST = 72;
/** Space around the label of the target, from its first letter. */
const LABEL = { width: 128, height: 20 } as const;

/** Where the label of a line at height `y` touches no bar: above the line before below it, from the first column on. Bars come with the room of their values. */
function labelPlace(bars: readonly Rect[], y: number, { width, height }: Pick<Rect, "width" | "height">): { readonly left: number; readonly baseline: number } {
  const places = [y - LABEL.height - 4, y + 4].flatMap((top) => bars.map(({ left }): Rect => ({ left, top, ...LABEL })));
  const { left, top } = places[freestSpot(places, [], bars, { left: 0, top: 0, width, height }, null)]!;
  return { left, baseline: top < y ? y - 7 : y + 16 };
}

export function WaterfallChart({ shown }: { readonly shown: WaterfallView }) {
  return (
    <FigureCard title={shown.title} hidesTitle subtitle={shown.subtitle} region="waterfall" table={shown.table}>
      {shown.bars.length === 0 ? <p className="explain-none">{shown.title}.</p> : <Waterfall shown={shown} />}
    </FigureCard>
  );
}

function Waterfall({ shown }: { readonly shown: WaterfallView }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 820, height: 480 });
  const { bars, target } = shown;
  const steps = [...bars.map(({ label, text }) => `${label} ${text}`), ...(target ? [target.label] : [])].join(", ");
  const said = `${shown.title}. ${shown.subtitle}. ${steps}.`;
  return (
    <div ref={ref} className="figure">
      {(size.width - LEFT) / bars.length < NARROWEST ? <WaterfallRows shown={shown} size={size} said={said} /> : <Columns shown={shown} said={said} />}
    </div>
  );
}

function Columns({ shown, said }: { readonly shown: WaterfallView; readonly said: string }) {
  const { ref, size } = useSize<HTMLDivElement>({ width: 820, height: 440 });
  const { bars, ticks, target } = shown;
  const [low, high] = [ticks[0]!.value, ticks.at(-1)!.value];
  const bottom = size.height - BOTTOM;
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - TOP);
  const column = (size.width - LEFT) / bars.length;
  const left = (i: number): number => LEFT + i * column + (column * (1 - FILL)) / 2;
  const width = column * FILL;
  const boxes = bars.map((bar, i): Rect => {
    const top = y(Math.max(bar.from, bar.to));
    return { left: left(i), top: top - LABEL.height, width, height: Math.max(THINNEST, Math.abs(y(bar.from) - y(bar.to))) + LABEL.height };
  });
  const label = target && labelPlace(boxes, y(target.value), { width: size.width, height: bottom });
  return (
    <div className="explain-chart">
      <div ref={ref} className="figure">
        <svg width={size.width} height={size.height} role="img" aria-label={said}>
          {ticks.map(({ value, label }) => (
            <g key={value}>
              <line className={value === 0 ? "figure-floor" : "figure-grid"} x1={LEFT} x2={size.width} y1={y(value)} y2={y(value)} />
              <text className="figure-axis" x={LEFT - 8} y={y(value)} dy="0.35em" textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          {bars.map((bar, i) => {
            const top = y(Math.max(bar.from, bar.to));
            const height = Math.max(THINNEST, Math.abs(y(bar.from) - y(bar.to)));
            const next = i < bars.length - 1;
            return (
              <g key={bar.key}>
                <rect x={left(i)} y={top} width={width} height={height} fill={fillOf(bar)} />
                {next && <line className="figure-floor" x1={left(i) + width} x2={left(i + 1)} y1={y(bar.to)} y2={y(bar.to)} />}
              </g>
            );
          })}
          {target && <line className="figure-target" x1={LEFT} x2={size.width} y1={y(target.value)} y2={y(target.value)} />}
          {bars.map((bar, i) => (
            <text
              key={bar.key}
              x={left(i) + width / 2}
              y={y(Math.max(bar.from, bar.to)) - 8}
              textAnchor="middle"
              className="explain-value"
              style={{ fontSize: bar.kind === "effect" || bar.kind === "interaction" ? 13 : 17 }}
            >
              {bar.text}
            </text>
          ))}
          {target && label && (
            <text className="figure-target-label" x={label.left} y={label.baseline}>
              {target.label}
            </text>
          )}
        </svg>
      </div>
      <ol className="explain-labels" style={{ paddingLeft: LEFT, gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }} aria-hidden>
        {bars.map(({ key, label }) => (
          <li key={key} title={label}>
            {label}
          </li>
        ))}
      </ol>
    </div>
  );
}
