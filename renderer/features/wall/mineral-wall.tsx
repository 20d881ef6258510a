/** The wall (M): every mineral as a small chart on one scale. Enter or a click chooses a mineral and returns; Esc and M return. */
import { memo, useCallback, useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { WALL_MEASURES } from "../../../shared/view/explore/wall.ts";
import type { WallMeasure, WallView } from "../../../shared/view/explore/wall.ts";
import { ChartActions } from "../../charts/chart-actions.tsx";
import { handleChartKey } from "../../charts/chart-keys.ts";
import type { Pictured } from "../../charts/chart-picture.ts";
import { ChartTable } from "../../charts/chart-table.tsx";
import { exportableChart, useExportChart } from "../../charts/use-export-chart.ts";
import type { ExportChart } from "../../charts/use-export-chart.ts";
import { createYearPointer } from "../../charts/year-pointer.ts";
import { useResult, useSession, useSettings, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { Keys } from "../../ui/keys.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { BreakTableExplanation } from "../explore/charts/break-explanation.tsx";
import { useWallView } from "./use-wall-view.ts";
import { WallCell } from "./wall-cell.tsx";
import "../../charts/chart-canvas.css";
import "./mineral-wall.css";

const WALL_KEYS = ["M"];

export function MineralWall() {
  const view = useView();
  const [measure, setMeasure] = useState<WallMeasure>("dependence");
  const [isTable, setIsTable] = useState(false);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const wall = useWallView(measure);
  const titleId = useId();
  const { near, exportChart } = useExportChart(exportableChart(wall.together, () => pictureOf(wall)));
  const showPublished = useCallback(() => setMeasure("nir_published_basis"), []);
  useReturnOfFocus();
  const table = useRef<HTMLDivElement>(null);
  // The chart that had the focus is gone: the keys go on in the table.
  useEffect(() => {
    if (isTable && document.activeElement === document.body) table.current?.querySelector<HTMLElement>("[tabindex]")?.focus();
  }, [isTable]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape" && event.currentTarget.contains(event.target as Node)) view.showWall(false);
    else handleChartKey(event, { isTable, onTable: setIsTable, onExport: exportChart, singleKeys });
  };

  return (
    <KeySection ref={near} className="page wall" data-region="wall" data-returns-focus aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className="wall-head">
        <h2 id={titleId} className="finding">
          {wall.title}
        </h2>
        <WallActions isTable={isTable} onTable={setIsTable} onExport={exportChart} />
        <p className="subtitle">
          {wall.subtitle} {wall.cells.some(({ spec }) => spec.history?.follows === "parted") && <BreakTableExplanation onShow={showPublished} />}
        </p>
        <Measure value={measure} onChange={setMeasure} />
      </header>
      {isTable ? (
        <div className="wall-table card" ref={table}>
          <ChartTable spec={wall.together} />
        </div>
      ) : (
        <Cells wall={wall} />
      )}
    </KeySection>
  );
}

interface MeasureProps {
  readonly value: WallMeasure;
  readonly onChange: (measure: WallMeasure) => void;
}

/** Apart, as the actions are, because the charts under them move with every frame of a drag. */
const Measure = memo(function Measure({ value, onChange }: MeasureProps) {
  return (
    <div className="wall-measure">
      <Segmented label="Measure" value={value} onChange={onChange} options={WALL_MEASURES} />
    </div>
  );
});

interface WallActionsProps {
  readonly isTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onExport: ExportChart;
}

const WallActions = memo(function WallActions({ isTable, onTable, onExport }: WallActionsProps) {
  const view = useView();
  return (
    <div className="wall-actions">
      <ChartActions isTable={isTable} onTable={onTable} onExport={onExport} />
      <Button size="small" onPress={() => view.showWall(false)}>
        Close <Keys names={WALL_KEYS} />
      </Button>
    </div>
  );
});

const pictureOf = ({ title, subtitle, cells }: WallView): Pictured => ({
  title,
  subtitle,
  panels: cells.map(({ name, value, difference, target, spec }) => ({
    heading: [name, value, difference.short, target].filter((part) => part !== "").join("  "),
    spec,
  })),
});

function Cells({ wall }: { readonly wall: WallView }) {
  const view = useView();
  const frozen = useResult((state) => state.frozen);
  const replaying = useResult((state) => state.replaying);
  const selected = useSession((state) => state.selection.mineral);
  const [pointer] = useState(createYearPointer);
  const start = Math.max(
    0,
    wall.cells.findIndex(({ mineral }) => mineral === selected),
  );
  const [stop, setStop] = useState(start);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const columns = Math.ceil(Math.sqrt(wall.cells.length));

  // The key that opened the wall goes on in it.
  useEffect(() => buttons.current[start]?.focus(), [start]);

  const keep = useCallback((index: number, button: HTMLButtonElement | null) => void (buttons.current[index] = button), []);
  const move = useCallback((event: KeyboardEvent, from: number): void => {
    const last = buttons.current.length - 1;
    // At large zoom rows are shorter than they would be.
    const row = buttons.current.filter((button) => button?.offsetTop === buttons.current[0]?.offsetTop).length;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, ArrowDown: from + row, ArrowUp: from - row, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (to >= 0 && to <= last) buttons.current[to]?.focus();
  }, []);
  const choose = useCallback(
    (mineral: string): void => {
      view.selectMineral(mineral);
      view.showWall(false);
    },
    [view],
  );
  return (
    <div className="wall-cells" role="group" aria-label="Minerals: arrow keys move, Enter chooses" style={{ "--columns": columns } as object}>
      {wall.cells.map((cell, index) => (
        <WallCell
          key={cell.mineral}
          cell={cell}
          index={index}
          frozen={frozen || replaying}
          pointer={pointer}
          isStop={index === Math.min(stop, wall.cells.length - 1)}
          keep={keep}
          onChoose={choose}
          onStop={setStop}
          onMove={move}
        />
      ))}
    </div>
  );
}

/** When the wall goes while it has the focus, the focus goes to the chosen mineral's tile, or where there are no tiles to the chart. */
function useReturnOfFocus(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const next =
          document.querySelector<HTMLElement>('[data-region="tiles"] input:checked') ??
          document.querySelector<HTMLElement>('[data-region="left-chart"] [tabindex="0"]');
        next?.focus();
      });
    },
    [],
  );
}
