/** One mineral on the wall: a button that chooses it, with its value, its target and its small chart. */
import type { FocusEvent, KeyboardEvent, Ref } from "react";
import type { WallCell as Cell } from "../../../shared/view/wall.ts";
import { usePlot } from "../../charts/use-plot.ts";
import type { YearPointer } from "../../charts/year-pointer.ts";
import { Tile } from "../../ui/tile.tsx";
import { toneClass } from "../explore/difference.tsx";

export interface WallCellProps {
  readonly cell: Cell;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  /** One cell of the wall is a stop of the Tab key; arrows move among them. */
  readonly isStop: boolean;
  readonly ref: Ref<HTMLButtonElement>;
  readonly onChoose: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function WallCell({ cell, frozen, pointer, isStop, ref, onChoose, onFocus, onKeyDown }: WallCellProps) {
  const { canvas, onPointerMove, onPointerLeave } = usePlot(cell.spec, frozen, pointer);
  return (
    <button
      ref={ref}
      type="button"
      className="wall-cell card"
      tabIndex={isStop ? 0 : -1}
      onClick={onChoose}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
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
}
