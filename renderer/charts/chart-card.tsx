/** A chart in its card. */
import type { ReactNode } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { ChartCanvas } from "./chart-canvas.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTable } from "./chart-table.tsx";
import { exportableChart } from "./use-export-chart.ts";
import type { YearPointer } from "./year-pointer.ts";

export interface ChartCardProps {
  readonly spec: ChartSpec;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  readonly region: string;
  readonly choose?: ReactNode;
  /** Stands after the subtitle: what leads to an explanation of something on the chart. */
  readonly explain?: ReactNode;
  readonly singleKeys: boolean;
}

export const ChartCard = ({ spec, frozen, pointer, region, choose, explain, singleKeys }: ChartCardProps) => (
  <ChartFrame
    title={spec.title}
    subtitle={spec.subtitle}
    note={spec.note}
    region={region}
    choose={choose}
    explain={explain}
    singleKeys={singleKeys}
    exportable={exportableChart(spec)}
    body={(isTable) => (isTable && spec.empty === null ? <ChartTable spec={spec} /> : <ChartCanvas spec={spec} frozen={frozen} pointer={pointer} />)}
  />
);
