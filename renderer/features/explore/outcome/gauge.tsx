/** A bar from nothing to everything: this scenario, the status quo it came from, and the target. Its numbers stand beside it in words. */
import type { CSSProperties } from "react";
import type { GaugeView } from "../../../../shared/view/explore/explore-types.ts";
import "./gauge.css";

export function Gauge({ gauge }: { readonly gauge: GaugeView }) {
  const value = within(gauge.value);
  const statusQuo = within(gauge.statusQuo);
  const target = gauge.target === null ? null : within(gauge.target);
  const isLower = target !== null && target < statusQuo;
  const [first, second] = target === null ? [under(statusQuo)] : labelPlaces(Math.min(target, statusQuo), Math.max(target, statusQuo));
  return (
    <div className="gauge" aria-hidden>
      <div
        className="gauge-bar"
        data-worse={value > statusQuo || undefined}
        style={{ "--lower": percent(Math.min(value, statusQuo)), "--upper": percent(Math.max(value, statusQuo)) } as CSSProperties}
      />
      <div className="gauge-status-quo" style={{ left: percent(statusQuo) }} />
      <span className="gauge-label" style={isLower ? second : first}>
        {gauge.statusQuoLabel}
      </span>
      {target !== null && (
        <>
          <div className="gauge-target" style={{ left: percent(target) }} />
          <span className="gauge-label gauge-label-target" style={isLower ? first : second}>
            {gauge.targetLabel}
          </span>
        </>
      )}
    </div>
  );
}

const within = (value: number): number => Math.min(1, Math.max(0, value));
const percent = (fraction: number): string => `${fraction * 100}%`;

/** Marks closer than this would write their labels over each other. */
const TOO_CLOSE = 0.45;

/** What a label needs between its end and the end of the bar, and between two labels: parts of the bar. */
const LOWER_NEEDS = 0.3;
const UPPER_NEEDS = 0.38;
const GAP = 0.03;

interface LabelPlace {
  readonly left: string;
  readonly transform: string;
}

/** Under their marks; where two are near, the lower one ends and the upper one begins beside its mark. Never beyond the bar's ends or over each other. */
export function labelPlaces(lower: number, upper: number): readonly [lower: LabelPlace, upper: LabelPlace] {
  if (upper - lower >= TOO_CLOSE) return [under(lower), under(upper)];
  const ends = Math.max(Math.min(lower, 1 - UPPER_NEEDS - GAP), LOWER_NEEDS);
  const begins = Math.max(Math.min(upper, 1 - UPPER_NEEDS), ends + GAP);
  return [
    { left: percent(ends), transform: "translateX(-100%)" },
    { left: percent(begins), transform: "none" },
  ];
}

const under = (at: number): LabelPlace => ({ left: percent(at), transform: `translateX(-${100 * at}%)` });
