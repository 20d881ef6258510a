/** The numbers as a grid; only rows in sight are drawn. Arrow keys move the row in hand. */
import { useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent } from "react";
import { assumptionOf } from "../../../shared/view/data-assumption.ts";
import type { DataRow } from "../../../shared/view/data-row.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { inSentence, shortName } from "../../../shared/format/words.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import { useRowWindow } from "../library/use-row-window.ts";
import { GradeChip } from "./grade-chip.tsx";
import "./data-table.css";

/** As in data-table.css. */
const ROW_HEIGHT = 42;

export interface DataTableProps {
  readonly rows: readonly DataRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

export function DataTable({ rows, selected, onSelect }: DataTableProps) {
  const { parameters, minerals } = useDataset();
  const names = useMemo(() => new Map(minerals.map(({ id, name }) => [id, shortName(name)])), [minerals]);
  const assumptions = useDocument((state) => state.document.assumptions);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRowWindow(scroller, rows.length, ROW_HEIGHT);
  const focusNext = useRef(false);
  const inHand = Math.max(
    0,
    rows.findIndex(({ id }) => id === selected),
  );

  // The first look begins at the row in hand, another filter at its top.
  const begin = useRef(inHand);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = Math.max(0, begin.current - 2) * ROW_HEIGHT;
    begin.current = 0;
  }, [rows]);
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(inHand)}"]`)?.focus();
  });

  function goTo(index: number): void {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    const row = rows[to];
    const element = scroller.current;
    if (!row || !element) return;
    const top = to * ROW_HEIGHT;
    element.scrollTop = Math.max(top + 2 * ROW_HEIGHT - element.clientHeight, Math.min(element.scrollTop, top));
    focusNext.current = true;
    onSelect(row.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: inHand + 1,
      ArrowUp: inHand - 1,
      PageDown: inHand + page,
      PageUp: inHand - page,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(next);
  }

  const replaced = (row: DataRow): string | null => {
    const parameter = row.parameter === null ? undefined : parameters[row.parameter];
    const found = parameter === undefined ? null : assumptionOf(assumptions, parameter);
    return found === null ? null : exactNumberText(found.value);
  };

  return (
    <div className="scroll data-scroll" ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA in HTML lets a table be a grid */}
      <table className="data-table" role="grid" aria-label="Numbers of the dataset" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Number</th>
            <th scope="col" className="data-number">
              Value
            </th>
            <th scope="col">Unit</th>
            <th scope="col" className="data-number">
              Low
            </th>
            <th scope="col" className="data-number">
              High
            </th>
            <th scope="col">Grade</th>
            <th scope="col">Year</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={view.before} />
          {rows.slice(view.first, view.end).map((row, offset) => {
            const index = view.first + offset;
            const scenario = replaced(row);
            return (
              <tr
                key={row.id}
                data-index={index}
                className="data-row"
                aria-rowindex={index + 2}
                aria-selected={index === inHand}
                tabIndex={index === inHand ? 0 : -1}
                onClick={() => onSelect(row.id)}
                onKeyDown={onKeyDown}
              >
                <td>
                  <b className="data-name" title={row.name}>
                    {row.name}
                  </b>
                  <span className="data-what" title={placeOf(row, names)}>
                    {placeOf(row, names)}
                  </span>
                </td>
                <td className="data-number">
                  {scenario === null ? (
                    <b>{row.value}</b>
                  ) : (
                    <>
                      <b className="data-replaced">{scenario}</b>
                      <s className="data-what">{row.value}</s>
                    </>
                  )}
                </td>
                <td className="data-clip" title={row.unit}>
                  {row.unit === "-" ? "" : row.unit}
                </td>
                <td className="data-number">{row.low}</td>
                <td className="data-number">{row.high}</td>
                <td>{row.grade !== null && <GradeChip grade={row.grade} />}</td>
                <td>{row.year}</td>
                <td className="data-clip data-source" title={row.source}>
                  {row.source}
                </td>
              </tr>
            );
          })}
          <Gap height={view.after} />
        </tbody>
      </table>
    </div>
  );
}

/** "Lithium, mining · Parameter"; several minerals are told in the details. */
function placeOf({ kind, minerals: [mineral, ...others], stage, what, isRead }: DataRow, names: ReadonlyMap<string, string>): string {
  const of = mineral === undefined && kind === "parameters" ? "All minerals" : "";
  const name = mineral === undefined || others.length > 0 || kind === "minerals" ? of : (names.get(mineral) ?? mineral);
  const place = [name, name === "" ? stage : inSentence(stage)].filter((part) => part !== "").join(", ");
  return [place, what, isRead ? "" : "not read"].filter((part) => part !== "").join(" · ");
}

const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />;
