/** Numbers as a grid in groups; only rows in sight are drawn. Arrow keys move the row in hand; a column says what stands in its cells. */
import { useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { DataGroup } from "../../../shared/view/data/data-groups.ts";
import type { DataRow } from "../../../shared/view/data/data-row.ts";
import { useTallRows } from "./use-tall-rows.ts";
import "../../ui/row-table.css";
import "./data-table.css";

export interface DataColumn {
  /** Also the class of its cells, after "data-col-". */
  readonly id: string;
  readonly label: string;
  readonly isNumber?: boolean;
  /** Rendered once for each row in sight; it may hold controls. */
  readonly cell: (props: CellProps) => ReactNode;
}

export interface CellProps {
  readonly row: DataRow;
  readonly isInHand: boolean;
  /** All rows are about one mineral, so that none needs to name it. */
  readonly isOneMineral: boolean;
}

export interface DataTableProps {
  readonly label: string;
  readonly groups: readonly DataGroup[];
  readonly columns: readonly DataColumn[];
  readonly isOneMineral: boolean;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Somebody came for the row in hand: it takes the focus when the table opens. */
  readonly takesFocus: boolean;
}

type Line = { readonly kind: "group"; readonly group: DataGroup } | { readonly kind: "row"; readonly row: DataRow };

/** As in data-table.css. */
const GROUP_HEIGHT = 34;

export function DataTable({ label, groups, columns, isOneMineral, selected, onSelect, takesFocus }: DataTableProps) {
  const lines = useMemo(
    () => groups.flatMap((group): Line[] => [{ kind: "group", group }, ...group.rows.map((row): Line => ({ kind: "row", row }))]),
    [groups],
  );
  const hasSource = columns.some(({ id }) => id === "source");
  const heights = useMemo(() => lines.map((line) => (line.kind === "group" ? GROUP_HEIGHT : guessHeight(line.row, hasSource))), [lines, hasSource]);
  const scroller = useRef<HTMLDivElement>(null);
  const { window: view, tops } = useTallRows(scroller, heights);
  /** What of the row in hand takes the focus once it is drawn. */
  const focusNext = useRef<"row" | "field" | null>(takesFocus ? "row" : null);
  const firstRow = lines.findIndex(({ kind }) => kind === "row");
  const found = lines.findIndex((line) => line.kind === "row" && line.row.id === selected);
  const inHand = found < 0 ? firstRow : found;

  // The first look begins at the row in hand, another filter at its top.
  const begin = useRef(inHand);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = tops[Math.max(0, begin.current - 2)] ?? 0;
    begin.current = 0;
  }, [lines, tops]);
  useEffect(() => {
    const wanted = focusNext.current;
    if (wanted === null) return;
    // A row far away is drawn only after the list has scrolled to it.
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(inHand)}"]`);
    if (!row) return;
    focusNext.current = null;
    (wanted === "field" ? (row.querySelector("input") ?? row) : row).focus();
  });

  /** `step` over rows only; the head of a group is no row. */
  function goTo(index: number, step: 1 | -1, focus: "row" | "field"): void {
    let to = Math.max(0, Math.min(index, lines.length - 1));
    while (lines[to]?.kind === "group") to += step;
    const line = lines[to < 0 ? firstRow : to];
    const element = scroller.current;
    if (line?.kind !== "row" || !element) return;
    const top = tops[to] ?? 0;
    element.scrollTop = Math.max((tops[to + 1] ?? top) + GROUP_HEIGHT - element.clientHeight, Math.min(element.scrollTop, top - GROUP_HEIGHT));
    focusNext.current = focus;
    onSelect(line.row.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const isRow = event.target === event.currentTarget;
    if (isRow && event.key === "Enter") {
      const field = event.currentTarget.querySelector<HTMLElement>("input");
      if (field === null) return;
      event.preventDefault();
      field.focus();
      return;
    }
    if (!isRow && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const pageHeight = (scroller.current?.clientHeight ?? 0) - GROUP_HEIGHT * 2;
    const top = tops[inHand] ?? 0;
    const steps: Readonly<Record<string, readonly [to: number, step: 1 | -1]>> = {
      ArrowDown: [inHand + 1, 1],
      ArrowUp: [inHand - 1, -1],
      PageDown: [
        Math.max(
          inHand + 1,
          tops.findLastIndex((one) => one <= top + pageHeight),
        ),
        1,
      ],
      PageUp: [
        Math.min(
          inHand - 1,
          tops.findIndex((one) => one >= top - pageHeight),
        ),
        -1,
      ],
      Home: [firstRow, 1],
      End: [lines.length - 1, -1],
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    goTo(...next, isRow ? "row" : "field");
  }

  return (
    <div className="scroll data-scroll" ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA in HTML lets a table be a grid */}
      <table className="row-table heads-stay data-table" role="grid" aria-label={label} aria-rowcount={lines.length + 1}>
        <colgroup>
          {columns.map(({ id }) => (
            <col key={id} className={`data-width-${id}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, label: head, isNumber }) => (
              <th key={id} scope="col" className={isNumber ? "data-number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={view.before} />
          {lines.slice(view.first, view.end).map((line, offset) => {
            const index = view.first + offset;
            if (line.kind === "group") {
              return (
                <tr key={`group:${line.group.id}`} className="data-group" aria-rowindex={index + 2}>
                  <th scope="rowgroup" colSpan={columns.length}>
                    {line.group.label} <span className="muted">{line.group.rows.length.toLocaleString("en-US")}</span>
                  </th>
                </tr>
              );
            }
            const isInHand = index === inHand;
            return (
              <tr
                key={line.row.id}
                data-index={index}
                className="data-row"
                aria-rowindex={index + 2}
                aria-selected={isInHand}
                tabIndex={isInHand ? 0 : -1}
                onClick={() => onSelect(line.row.id)}
                onFocus={() => line.row.id !== selected && onSelect(line.row.id)}
                onKeyDown={onKeyDown}
              >
                {columns.map(({ id, isNumber, cell: Cell }) => (
                  <td key={id} className={`data-col-${id}${isNumber ? " data-number" : ""}`}>
                    <Cell row={line.row} isInHand={isInHand} isOneMineral={isOneMineral} />
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={view.after} />
        </tbody>
      </table>
    </div>
  );
}

/** As many as the style sheet shows of a source. */
const SOURCE_LINES = 2;

/** Pixels that a row takes at the width of the design, from the lengths of its texts; a wrong guess moves the scroll bar, it cuts nothing. */
function guessHeight({ name, what, stage, unit, source }: DataRow, hasSource: boolean): number {
  const lines = (text: string, perLine: number): number => Math.ceil(text.length / perLine);
  const nameHeight = lines(name, 26) * 17 + lines(`${stage}, ${what}`, 32) * 16;
  return 11 + Math.max(nameHeight, 17 + lines(unit, 18) * 16, hasSource ? Math.min(SOURCE_LINES, lines(source, 36)) * 16 : 44);
}

const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />;
