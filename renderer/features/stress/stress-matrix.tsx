/** The heat map: one button per cell, arrow keys move between them, Enter opens. */
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { CSSProperties, KeyboardEvent } from "react";
import type { NamedTable } from "../../../shared/format/table-text.ts";
import { STRESS_LEGEND, type StressCellView, type StressMatrixView } from "../../../shared/view/stress/stress-view.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { IconButton } from "../../ui/button.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { Badge } from "../analysis/badge.tsx";
import type { ScenarioItems } from "../analysis/scenario-items.ts";
import type { StressColumnChoice } from "./stress-columns.ts";
import "./stress-matrix.css";

export interface StressMatrixProps {
  readonly items: ScenarioItems;
  readonly columns: readonly StressColumnChoice[];
  /** Null until it is computed. */
  readonly shown: StressMatrixView | null;
  readonly asTable: NamedTable | null;
  readonly isRunning: boolean;
  readonly open: { readonly row: number; readonly column: number } | null;
  readonly onOpen: (item: string, column: string) => void;
  readonly onClose: () => void;
  readonly onRemoveColumn: (ownIndex: number) => void;
}

const NOTHING: NamedTable = { title: "", subtitle: "", columns: [], rows: [] };

interface Place {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

export function StressMatrix({ items, columns, shown, asTable, isRunning, open, onOpen, onClose, onRemoveColumn }: StressMatrixProps) {
  const copy = useTableExport(asTable ?? NOTHING);
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const rows = items.all;
  const opened = open === null ? null : `${open.row}:${open.column}`;
  // The panel beside it narrows the matrix.
  useEffect(() => {
    if (opened !== null) table.current?.querySelector(`[data-cell="${opened}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [opened]);
  const clamp = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  const place = { row: clamp(focus.row, rows.length), column: clamp(focus.column, columns.length) };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (asTable !== null) copy.onKeyDown(event);
    if (event.key === "Escape" && open !== null) onClose();
    const by = MOVES[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).matches("[data-cell]")) return;
    event.preventDefault();
    const next = { row: clamp(place.row + by[0], rows.length), column: clamp(place.column + by[1], columns.length) };
    setFocus(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus();
  };
  return (
    <KeySection className="card stress-matrix" data-region="stress-matrix" aria-label="Stress matrix" onKeyDown={onKeyDown}>
      <div className="scroll stress-scroll" style={{ "--rows": rows.length, "--columns": columns.length } as CSSProperties}>
        <table ref={table}>
          <thead>
            <tr>
              <td>
                <span className="visually-hidden">Scenario</span>
              </td>
              {columns.map(({ key, event, ownIndex }, c) => (
                <th key={key} scope="col" title={shown?.columns[c]?.about ?? event.name}>
                  <span className="stress-column-name">{event.name}</span>
                  <small>{shown?.columns[c]?.detail ?? ""}</small>
                  {ownIndex !== null && <IconButton icon={X} size={12} label={`Remove ${event.name}`} onPress={() => onRemoveColumn(ownIndex)} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((item, r) => (
              <tr key={item.key}>
                <th scope="row">
                  <span className="stress-row-name">
                    <Badge item={item} />
                    <span>
                      <span className="stress-row-title" title={item.title}>
                        {item.title}
                      </span>
                      {item.detail !== "" && <small>{item.detail}</small>}
                    </span>
                    {r > 0 && <IconButton icon={X} size={14} label={`Remove ${item.title}`} onPress={() => items.remove(item.key)} />}
                  </span>
                </th>
                {columns.map(({ key }, c) => (
                  <td key={key}>
                    <Cell
                      cell={shown?.rows[r]?.cells[c] ?? null}
                      isRunning={isRunning}
                      isOpen={open?.row === r && open.column === c}
                      place={`${r}:${c}`}
                      canFocus={place.row === r && place.column === c}
                      onFocus={() => setFocus({ row: r, column: c })}
                      onOpen={() => (open?.row === r && open.column === c ? onClose() : onOpen(item.key, key))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="stress-legend">
        <span className="stress-hint">Share of need lost, %</span>
        <ol aria-label="Colours">
          {STRESS_LEGEND.map((label, step) => (
            <li key={label} data-step={step}>
              {label}
            </li>
          ))}
        </ol>
        <span className="spacer" />
        <span className="muted stress-hint">Arrow keys move, Enter opens a cell</span>
        {asTable && <TableMenu of="the stress matrix" onExport={copy.onExport} />}
      </footer>
    </KeySection>
  );
}

interface CellProps {
  readonly cell: StressCellView | null;
  readonly isRunning: boolean;
  readonly isOpen: boolean;
  readonly place: string;
  readonly canFocus: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function Cell({ cell, isRunning, isOpen, place, canFocus, onFocus, onOpen }: CellProps) {
  if (cell === null) return <span className={isRunning ? "stress-cell skeleton" : "stress-cell"}>{isRunning ? "" : "–"}</span>;
  return (
    <button
      type="button"
      className="stress-cell"
      data-cell={place}
      data-step={cell.step}
      aria-expanded={isOpen}
      tabIndex={canFocus ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span className="visually-hidden">{cell.before} </span>
      <b>{cell.text}</b>
      <span>{cell.difference}</span>
      <span className="visually-hidden"> {cell.after}</span>
    </button>
  );
}
