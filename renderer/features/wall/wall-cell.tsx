/** One mineral on the wall: a button that chooses it, with its value, its target and its small chart. */
import { memo } from "react";
import type { KeyboardEvent } from "react";
import type { WallCell as Cell } from "../../../shared/view/explore/wall.ts";
import { usePlot } from "../../charts/use-plot.ts";
import type { YearPointer } from "../../charts/year-pointer.ts";
import { Tile } from "../../ui/tile.tsx";
import { toneClass } from "../explore/outcome/difference.tsx";

export interface WallCellProps {
  readonly cell: Cell;
  /** Its place on the wall. */
  readonly index: number;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  /** One cell of the wall is a stop of the Tab key; arrows move among them. */
  readonly isStop: boolean;
  /** Takes the button, to move the focus by. */
  readonly keep: (index: number, button: HTMLButtonElement | null) => void;
  readonly onChoose: (mineral: string) => void;
  readonly onStop: (index: number) => void;
  readonly onMove: (event: KeyboardEvent, from: number) => void;
}

/** While a lever moves only a third of the cells have another chart in a frame. */
export const WallCell = memo(function WallCell({ cell, index, frozen, pointer, isStop, keep, onChoose, onStop, onMove }: WallCellProps) {
  const { canvas, onPointerMove, onPointerLeave } = usePlot(cell.spec, frozen, pointer);
  return (
    <button
      ref={(button) => keep(index, button)}
      type="button"
      className="wall-cell card"
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(cell.mineral)}
      onFocus={() => onStop(index)}
      onKeyDown={(event) => onMove(event, index)}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
    >
      <span className="visually-hidden">{cell.label}</span>
      <span className="wall-cell-head" aria-hidden>
        <Tile mineral={cell.mineral} />
        <span className="wall-cell-name">{cell.name}</span>
        <span className="wall-cell-value">{cell.value}</span>
        {cell.difference.short !== "" && <span className={`wall-cell-difference ${toneClass(cell.difference)}`}>{cell.difference.short}</span>}
        {cell.target !== "" && <span className="wall-cell-target">{cell.target}</span>}
      </span>
      <span className="wall-cell-plot chart-canvas" aria-hidden>
        <canvas ref={canvas} />
        {cell.spec.empty !== null && <span className="chart-canvas-empty">{cell.spec.empty}</span>}
      </span>
    </button>
  );
});
