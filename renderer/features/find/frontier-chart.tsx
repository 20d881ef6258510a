/** Best outcome against public cost: the frontier over what was tried, the packages by number, status quo, budget and target. */
import type { FrontierView } from "../../../shared/view/find/find-view-types.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { pointLabels } from "../analysis/point-labels.ts";
import { type PlaneScale, ValuePlane } from "../analysis/value-plane.tsx";

const RADIUS = 6;
const TRIED_RADIUS = 2.25;
const LABELS = { radius: RADIUS, letterWidth: 8, height: 15 };
const QUO = "Status quo";
const MORE = "one more billion";
/** Points with a name; the others have the number of their package. */
const NAMED: ReadonlySet<string> = new Set(["quo", "more"]);
/** Share of the height that a line of text takes, about. */
const NEAR = 0.16;
/** Past this share of the width the budget's label stands on its left. */
const LATE = 0.7;

export function FrontierChart({ shown }: { readonly shown: FrontierView }) {
  const { title, subtitle, table, x, y, target, packages } = shown;
  return (
    <FigureCard title={title} subtitle={subtitle} region="frontier" table={table}>
      <ValuePlane
        x={x}
        y={y}
        target={target}
        targetLabelAt={leansRight(shown) && !startsAtTarget(shown) ? "start" : "end"}
        said={`${title}. ${subtitle}. ${packages.length === 1 ? "One package" : `${packages.length} packages`}; ${target.label}.`}
      >
        {(scale) => <Contents shown={shown} scale={scale} />}
      </ValuePlane>
    </FigureCard>
  );
}

/** Where most packages are dear for the figure its right end is crowded. */
function leansRight({ packages, x }: FrontierView): boolean {
  const middle = (x[0]!.value + x.at(-1)!.value) / 2;
  return 2 * packages.filter(({ cost }) => cost > middle).length >= packages.length;
}

/** Status quo, at the left end, stands so near the target line that their names would meet. */
function startsAtTarget({ statusQuo, target, y }: FrontierView): boolean {
  return Math.abs(statusQuo.value - target.value) < NEAR * (y.at(-1)!.value - y[0]!.value);
}

function Contents({ shown, scale }: { readonly shown: FrontierView; readonly scale: PlaneScale }) {
  const { points, more, cloud, packages, statusQuo, budget } = shown;
  const { px, py, left, right, top, bottom } = scale;
  const line = points.map(({ cost, value }) => ({ x: px(cost), y: py(value) })).filter(({ x }) => x <= right);
  const drawn = more === null || line.length === 0 ? line : [...line, { x: px(more.cost), y: py(more.value) }];
  const path = drawn.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
  const quo = Number.isFinite(statusQuo.value) ? [{ key: "quo", name: QUO, x: px(statusQuo.cost), y: py(statusQuo.value) }] : [];
  const numbered = packages.map(({ number, cost, value }) => ({ key: String(number), name: String(number), x: px(cost), y: py(value) }));
  const one = more === null ? [] : [{ key: "more", name: MORE, x: px(more.cost), y: py(more.value) }];
  const labels = pointLabels([...numbered, ...quo, ...one], LABELS, { left, top: 0, width: right - left, height: bottom }, [line]);
  return (
    <>
      {cloud
        .filter(({ cost }) => px(cost) <= right)
        .map(({ cost, value }) => (
          <circle key={`${cost} ${value}`} className="frontier-tried" cx={px(cost)} cy={py(value)} r={TRIED_RADIUS} />
        ))}
      {budget && <BudgetLine at={px(budget.value)} label={budget.label} isLate={px(budget.value) > left + LATE * (right - left)} top={top} bottom={bottom} />}
      <path d={path} className="frontier-line" />
      {quo.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={5} fill="var(--c-baseline)" />
      ))}
      {one.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={5} fill="var(--surface)" stroke="var(--c-current)" strokeWidth={2} />
      ))}
      {numbered.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={RADIUS} fill="var(--c-current)" stroke="var(--surface)" strokeWidth={1.5} />
      ))}
      {labels.map(({ key, name, left: at, middle, anchor }) => (
        <text key={key} className={NAMED.has(key) ? "frontier-label" : "frontier-label frontier-number"} x={at} y={middle} dy="0.35em" textAnchor={anchor}>
          {name}
        </text>
      ))}
    </>
  );
}

interface BudgetLineProps {
  readonly at: number;
  readonly label: string;
  readonly isLate: boolean;
  readonly top: number;
  readonly bottom: number;
}

function BudgetLine({ at, label, isLate, top, bottom }: BudgetLineProps) {
  return (
    <>
      <line className="frontier-budget" x1={at} x2={at} y1={top} y2={bottom} />
      <text className="figure-axis frontier-label" x={at + (isLate ? -6 : 6)} y={top + 8} textAnchor={isLate ? "end" : "start"}>
        {label}
      </text>
    </>
  );
}
