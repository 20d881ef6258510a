/** More scenarios than one chart overlays: a small chart for each against the reference, all on one scale; together one table and one picture. */
import type { ReactNode } from "react";
import type { ChartSpec } from "../../../shared/chart/chart-spec.ts";
import type { SmallChart } from "../../../shared/view/compare/compare-view-types.ts";
import { ChartCanvas } from "../../charts/chart-canvas.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { ChartTable } from "../../charts/chart-table.tsx";
import { exportableChart } from "../../charts/use-export-chart.ts";
import type { YearPointer } from "../../charts/year-pointer.ts";
import { ScrollArea } from "../../ui/scroll-area.tsx";

export interface SmallMultiplesProps {
  /** All lines in one: for finding and table. */
  readonly together: ChartSpec;
  readonly charts: readonly SmallChart[];
  readonly reference: string;
  readonly region: string;
  readonly choose: ReactNode;
  readonly pointer: YearPointer;
  readonly singleKeys: boolean;
}

export function SmallMultiples({ together, charts, reference, region, choose, pointer, singleKeys }: SmallMultiplesProps) {
  const { title } = together;
  const subtitle = `${together.subtitle}; thin line: ${reference}`;
  const panels = charts.map(({ spec }) => ({ heading: spec.title, spec }));
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      region={region}
      choose={choose}
      singleKeys={singleKeys}
      exportable={exportableChart(together, () => ({ title, subtitle, panels }))}
      body={(isTable) => {
        if (isTable) return <ChartTable spec={together} />;
        return (
          <ScrollArea className="compare-small-grid" label="A chart for each scenario">
            {charts.map(({ key, spec }) => (
              <figure key={key}>
                <figcaption title={spec.title}>{spec.title}</figcaption>
                <ChartCanvas spec={spec} frozen={false} pointer={pointer} />
              </figure>
            ))}
          </ScrollArea>
        );
      }}
    />
  );
}
