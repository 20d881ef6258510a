/** A bar from nothing to everything: this scenario, the status quo it came from, and the target. Its numbers stand beside it in words. */
import type { CSSProperties } from "react";
import type { GaugeView } from "../../../shared/view/explore-types.ts";
import "./gauge.css";

export function Gauge({ gauge }: { readonly gauge: GaugeView }) {
  const value = within(gauge.value);
  const statusQuo = within(gauge.statusQuo);
  const target = gauge.target === null ? null : within(gauge.target);
  return (
    <div className="gauge" aria-hidden>
      <div
        className="gauge-bar"
        data-worse={value > statusQuo || undefined}
        style={{ "--lower": percent(Math.min(value, statusQuo)), "--upper": percent(Math.max(value, statusQuo)) } as CSSProperties}
      />
      <div className="gauge-status-quo" style={{ left: percent(statusQuo) }} />
      <span className="gauge-label" style={labelPlace(statusQuo, target)}>
        {gauge.statusQuoLabel}
      </span>
      {target !== null && (
        <>
          <div className="gauge-target" style={{ left: percent(target) }} />
          <span className="gauge-label gauge-label-target" style={labelPlace(target, statusQuo)}>
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

/** Under its mark; away from the other label where both are near, and never beyond the bar's ends. */
function labelPlace(at: number, other: number | null): { readonly left: string; readonly transform: string } {
  const crowded = other !== null && Math.abs(at - other) < TOO_CLOSE;
  const shift = crowded ? (at < other ? 100 : 0) : 100 * at;
  const room = crowded ? (at < other ? Math.max(at, 0.3) : Math.min(at, 0.62)) : at;
  return { left: percent(room), transform: `translateX(-${shift}%)` };
}
