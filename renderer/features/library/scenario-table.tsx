/** The list as a grid: sortable heads, one row in hand, ticks for several. Only rows in sight are read and drawn, so ten thousand are no slower than twenty. */
import { ArrowDown, ArrowUp, History } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { ScenarioQuery, ScenarioSummary, SortColumn } from "../../../shared/ipc/channels.ts";
import { isStoredElsewhere } from "../../../shared/scenario/scenario-index.ts";
import { momentText } from "../../format-time.ts";
import { rowText, sortedBy } from "../../state/library-query.ts";
import { useDataset, useDocument, useLibrary, usePlanner } from "../../state/planner.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import "../../ui/row-table.css";
import "./scenario-table.css";

/** As in scenario-table.css. */
const ROW_HEIGHT = 40;

const HEADS: readonly { readonly sort: SortColumn | null; readonly label: string; readonly numeric: boolean }[] = [
  { sort: "title", label: "Scenario", numeric: false },
  { sort: null, label: "Tags", numeric: false },
  { sort: "levers", label: "Levers", numeric: true },
  { sort: "headline", label: "Dependence", numeric: true },
  { sort: "cost", label: "Cost a year", numeric: true },
  { sort: "changed", label: "Changed", numeric: false },
];

export interface ScenarioTableProps {
  /** Place in the list → row, as far as they have been read. */
  readonly rows: ReadonlyMap<number, ScenarioSummary>;
  readonly total: number;
  /** What the rows answer. */
  readonly query: ScenarioQuery;
  readonly selected: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly now: number;
  readonly onQuery: (query: ScenarioQuery) => void;
  /** These rows (from, up to `end`) are in sight. */
  readonly onShow: (from: number, end: number) => void;
  readonly onSelect: (id: string) => void;
  readonly onTick: (ids: ReadonlySet<string>) => void;
  readonly onTickAll: () => void;
  /** Enter or double click. */
  readonly onOpen: (id: string) => void;
  /** Delete. */
  readonly onRemove: (ids: readonly string[]) => void;
}

export function ScenarioTable(props: ScenarioTableProps) {
  const { rows, total, query, selected, ticked, onShow, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRowWindow(scroller, total, ROW_HEIGHT);
  const drawn = Array.from({ length: view.end - view.first }, (_, offset) => view.first + offset);
  const inHand = drawn.find((index) => rows.get(index)?.id === selected) ?? view.first;

  useEffect(() => onShow(view.first, view.end), [onShow, view.first, view.end]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [query]);

  // After an arrow key the row may still have to be read and drawn before it can take the focus.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const row = wanted.current === null ? undefined : rows.get(wanted.current);
    const element = wanted.current === null ? null : scroller.current?.querySelector<HTMLElement>(`[data-index="${String(wanted.current)}"]`);
    if (!row || !element) return;
    wanted.current = null;
    element.focus();
    onSelect(row.id);
  });

  function goTo(place: number): void {
    const element = scroller.current;
    const index = Math.max(0, Math.min(place, total - 1));
    if (!element) return;
    const top = index * ROW_HEIGHT;
    element.scrollTop = Math.max(top + 2 * ROW_HEIGHT - element.clientHeight, Math.min(element.scrollTop, top));
    wanted.current = index;
    const row = rows.get(index);
    if (row) onSelect(row.id);
  }

  const tick = (id: string): void => props.onTick(toggled(ticked, id));

  function onKeyDown(event: KeyboardEvent, row: ScenarioSummary, index: number): void {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(index + 1),
      ArrowUp: () => goTo(index - 1),
      PageDown: () => goTo(index + page),
      PageUp: () => goTo(index - page),
      Home: () => goTo(0),
      End: () => goTo(total - 1),
      Enter: () => props.onOpen(row.id),
      " ": () => tick(row.id),
      Delete: () => props.onRemove(ticked.size > 0 ? [...ticked] : [row.id]),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  const allTicked = total > 0 && ticked.size >= total;
  return (
    <div className="scroll scenario-scroll" ref={scroller}>
      <table
        className="row-table heads-stay scenario-table"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA in HTML lets a table be a grid
        role="grid"
        aria-label={query.trash ? "Trash" : "Scenarios"}
        aria-rowcount={total + 1}
        aria-multiselectable
      >
        <thead>
          <tr aria-rowindex={1}>
            <th className="scenario-tick" scope="col">
              <input
                type="checkbox"
                aria-label="All scenarios"
                checked={allTicked}
                ref={(box) => {
                  if (box) box.indeterminate = ticked.size > 0 && !allTicked;
                }}
                onChange={() => (allTicked ? props.onTick(new Set()) : props.onTickAll())}
              />
            </th>
            {HEADS.map(({ sort, label, numeric }) => (
              <th
                key={label}
                scope="col"
                className={numeric ? "scenario-number" : undefined}
                aria-sort={sort === null ? undefined : query.sort !== sort ? "none" : query.descending ? "descending" : "ascending"}
              >
                {sort === null ? (
                  label
                ) : (
                  <button type="button" className="scenario-sort" onClick={() => props.onQuery(sortedBy(query, sort))}>
                    {label}
                    {query.sort === sort && (query.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={view.before} />
          {drawn.map((index) => {
            const row = rows.get(index);
            return row === undefined ? (
              <WaitingRow key={index} />
            ) : (
              <tr
                key={row.id}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={row.id === selected}
                tabIndex={index === inHand ? 0 : -1}
                className="scenario-row"
                onClick={() => onSelect(row.id)}
                onDoubleClick={() => props.onOpen(row.id)}
                onKeyDown={(event) => onKeyDown(event, row, index)}
              >
                <td className="scenario-tick">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={`Select ${row.title}`}
                    checked={ticked.has(row.id)}
                    onChange={() => tick(row.id)}
                    onClick={(event) => event.stopPropagation()}
                  />
                </td>
                <Cells row={row} now={props.now} />
              </tr>
            );
          })}
          <Gap height={view.after} />
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row, now }: { readonly row: ScenarioSummary; readonly now: number }) {
  const { currency, vintage } = useDataset();
  const { modelVersion } = usePlanner();
  const isOpen = useDocument((state) => state.id === row.id);
  const largestCost = useLibrary((state) => state.largestCost);
  const text = rowText(row, largestCost, currency);
  return (
    <>
      <td className="scenario-name">
        <span className="scenario-name-line">
          <b>{row.title}</b>
          {isOpen && <span className="chip">open</span>}
          {row.hasUnsavedDraft && <span className="chip">draft</span>}
          {isStoredElsewhere(row, { modelVersion, vintage }) && (
            <Mark label={`Stored on ${row.dataVintage ?? "other data"}, model ${row.modelVersion ?? "unknown"}`}>
              <History size={14} aria-hidden />
            </Mark>
          )}
        </span>
      </td>
      <td className="scenario-tags">
        {row.tags.map((tag) => (
          <span className="chip" key={tag}>
            {tag}
          </span>
        ))}
      </td>
      <td className="scenario-number">{text.levers}</td>
      <td className="scenario-number">
        <b>{text.headline}</b>
        {row.headlineYear !== null && <span className="muted"> {row.headlineYear}</span>}
      </td>
      <td className="scenario-number">{text.cost}</td>
      <td className="scenario-moment">{momentText(row.changedAt, now)}</td>
    </>
  );
}

const Mark = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <span className="scenario-mark" role="img" aria-label={label} title={label}>
    {children}
  </span>
);

/** A row that is in sight and on its way. */
const WaitingRow = () => (
  <tr className="scenario-row" aria-busy>
    <td colSpan={7}>
      <span className="skeleton" aria-hidden />
      <span className="visually-hidden">Reading</span>
    </td>
  </tr>
);

/** Stands for rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />;

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
