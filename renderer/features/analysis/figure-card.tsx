/** A card around a figure that is no line chart: its numbers as a table, or a picture of what is drawn. */
import { useRef } from "react";
import type { ReactNode } from "react";
import type { TextTable } from "../../../shared/format/table-text.ts";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { figurePicture } from "../../charts/chart-picture.ts";
import { exportableTable } from "../../charts/export-table.ts";
import { paintFigure } from "../../charts/paint-figure.ts";
import { ValueTable } from "../../charts/value-table.tsx";
import { useSettings } from "../../state/planner.ts";
import "./figure-card.css";

export interface FigureCardProps {
  readonly title: string;
  /** The finding is the screen's title already. */
  readonly hidesTitle?: boolean;
  readonly subtitle: string;
  readonly region: string;
  readonly table: TextTable;
  readonly choose?: ReactNode;
  readonly children: ReactNode;
}

export function FigureCard({ title, hidesTitle = false, subtitle, region, table, choose, children }: FigureCardProps) {
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const figure = useRef<HTMLDivElement>(null);
  const caption = `${title}. ${subtitle}`;
  return (
    <ChartFrame
      title={title}
      hidesTitle={hidesTitle}
      subtitle={subtitle}
      region={region}
      choose={choose}
      singleKeys={singleKeys}
      exportable={{
        ...exportableTable({ title, subtitle, ...table }),
        picture(source, near) {
          const drawn = figure.current!;
          return figurePicture({ title, subtitle }, source, near, { width: drawn.clientWidth, height: drawn.clientHeight }, (ctx) => paintFigure(ctx, drawn));
        },
      }}
      // Under the table the figure stays as it is drawn, for a picture of it.
      body={(isTable) => (
        <>
          {isTable && <ValueTable caption={caption} {...table} />}
          <div ref={figure} className="figure-drawn" data-under={isTable || undefined}>
            {children}
          </div>
        </>
      )}
    />
  );
}
