/** Points of import dependence against public cost, each with its name beside it. */
import type { ReactNode } from "react";
import type { TradeOffView } from "../../../shared/view/compare/compare-view-types.ts";
import { FigureCard } from "../analysis/figure-card.tsx";
import { pointLabels } from "../analysis/point-labels.ts";
import { ValuePlane } from "../analysis/value-plane.tsx";

const RADIUS = 6;
const LABELS = { radius: RADIUS, letterWidth: 7.2, height: 17 };

export function TradeOffChart({ shown, choose }: { readonly shown: TradeOffView; readonly choose: ReactNode }) {
  const { points, x, y, target } = shown;
  const table = {
    columns: ["Scenario", "Public cost", "Import dependence"],
    rows: points.map(({ name, costText, valueText }) => [name, costText, valueText]),
  };
  const said = points.map(({ name, costText, valueText }) => `${name}: ${valueText} for ${costText}`).join("; ");
  return (
    <FigureCard title={shown.title} subtitle={shown.subtitle} region="right-chart" table={table} choose={choose}>
      <ValuePlane x={x} y={y} target={target} targetLabelAt="start" said={`${shown.title}. ${said}.`}>
        {({ px, py, left, right, bottom }) => (
          <>
            {points.toReversed().map(({ key, cost, value, colour }) => (
              <circle key={key} cx={px(cost)} cy={py(value)} r={RADIUS} fill={`var(${colour})`} stroke="var(--surface)" strokeWidth={1.5} />
            ))}
            {pointLabels(
              points.flatMap(({ key, label, cost, value }) => (label === null ? [] : [{ key, name: label, x: px(cost), y: py(value) }])),
              LABELS,
              { left, top: 0, width: right - left, height: bottom },
            ).map(({ key, name, left: at, middle, anchor }) => (
              <text key={key} x={at} y={middle} dy="0.35em" textAnchor={anchor} className="trade-off-label">
                {name}
              </text>
            ))}
          </>
        )}
      </ValuePlane>
    </FigureCard>
  );
}
