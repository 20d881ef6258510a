/** The stored dependence over all years, as drawn when the revision was saved, with the target where there is one. */
import type { RunResult } from "../../../shared/model/run-result.ts";
import type { Series } from "../../../shared/model/run-result.ts";
import type { Target } from "../../../shared/scenario/scenario.ts";
import "./dependence-spark.css";

const WIDTH = 320;
const HEIGHT = 96;
const TICKS = [1, 0.5, 0];

export function DependenceSpark({ result, target }: { readonly result: RunResult; readonly target: Target | null }) {
  const mineral = target?.mineral ?? null;
  const series = dependence(result, mineral);
  if (series.length < 2) return null;
  const x = (index: number): number => (index / (series.length - 1)) * WIDTH;
  const y = (value: number): number => HEIGHT * (1 - value);
  const path = series.flatMap((value, index) => (value === null ? [] : [`${String(x(index))},${String(y(value))}`])).join(" ");
  const [first, last] = [result.years[0], result.years.at(-1)];
  const [from, to] = [series[0], series.at(-1)];
  const says = (value: number | null | undefined): string => (value === null || value === undefined ? "n/a" : `${Math.round(value * 100)}%`);
  return (
    <figure className="dependence-spark">
      <div className="dependence-ticks" aria-hidden>
        {TICKS.map((tick) => (
          <span key={tick}>{tick === 1 ? "100%" : tick * 100}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Stored import dependence: ${says(from)} in ${String(first)}, ${says(to)} in ${String(last)}`}
      >
        {TICKS.map((tick) => (
          <line key={tick} x1={0} x2={WIDTH} y1={y(tick)} y2={y(tick)} className="dependence-grid" />
        ))}
        {target?.indicator === "dependence" && <line x1={0} x2={WIDTH} y1={y(target.value)} y2={y(target.value)} className="dependence-target" />}
        <polyline points={path} className="dependence-line" />
      </svg>
      <figcaption>
        <span>{first}</span>
        <span>Import dependence, stored</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  );
}

function dependence(result: RunResult, mineral: string | null): Series {
  const series = mineral === null ? result.totals["composite_equal"] : result.minerals[mineral]?.mineral["dependence"];
  return Array.isArray(series) ? (series as Series) : [];
}
