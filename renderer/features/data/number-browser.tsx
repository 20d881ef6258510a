/** Numbers to look through: minerals on the left, filters and the table, and what is known about the row in hand. */
import { useDeferredValue, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { countForms, filterRows, GENERAL_ROWS } from "../../../shared/view/data/data-rows.ts";
import type { RowForm } from "../../../shared/view/data/data-rows.ts";
import { filterTitles, methodSections } from "../../../shared/view/data/data-method.ts";
import { groupRows } from "../../../shared/view/data/data-groups.ts";
import { dataKinds } from "../../../shared/view/data/data-row.ts";
import type { DataKind, DataRow } from "../../../shared/view/data/data-row.ts";
import { numberText } from "../../../shared/format/number.ts";
import { shortName } from "../../../shared/format/words.ts";
import { useDataset, useSession, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { Select } from "../../ui/select.tsx";
import { Tile } from "../../ui/tile.tsx";
import { DataDetail } from "./data-detail.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { DataTable } from "./data-table.tsx";
import type { DataColumn } from "./data-table.tsx";
import { GradeFilter } from "./grade-filter.tsx";
import "./dataset-tab.css";

const ALL = "all";

export interface NumberBrowserProps {
  /** Accessible name of the part that holds filters and table. */
  readonly label: string;
  /** Accessible name of the table. */
  readonly tableLabel: string;
  readonly rows: readonly DataRow[];
  readonly columns: readonly DataColumn[];
  /** Does not begin at the row that was in hand last. */
  readonly startsAnywhere?: boolean;
  /** Somebody came for the number in hand, or for these numbers: the table takes the focus. */
  readonly takesFocus?: boolean;
  /** Above the filters. */
  readonly head?: ReactNode;
  /** After the search field. */
  readonly tools?: ReactNode;
  /** At the end of the line of filters. */
  readonly actions?: ReactNode;
  /** In place of the table while there is no row at all. */
  readonly empty?: ReactNode;
}

export function NumberBrowser({
  label,
  tableLabel,
  rows,
  columns,
  startsAnywhere = false,
  takesFocus = false,
  head,
  tools,
  actions,
  empty,
}: NumberBrowserProps) {
  const { minerals } = useDataset();
  const selected = useSession((state) => state.dataRow);
  const { selectDataRow } = useView();
  const [kind, setKind] = useState<DataKind | "all">(ALL);
  const [search, setSearch] = useState("");
  const [forms, setForms] = useState<ReadonlySet<RowForm>>(new Set());
  /** null: nobody has chosen. */
  const [chosen, setChosen] = useState<string | null>(null);
  /** Somebody who came for a number finds it among those of its mineral; a search looks everywhere all the same. */
  const [cameTo] = useState(() => (startsAnywhere ? null : mineralOf(rows.find(({ id }) => id === selected))));
  // The field shows each letter at once; the table may follow.
  const words = useDeferredValue(search);
  const present = useMemo(() => minerals.filter(({ id }) => rows.some((row) => row.minerals.includes(id))), [minerals, rows]);
  const first = present[0]?.id ?? ALL;
  const isNarrowed = words.trim() !== "" || kind !== ALL || rows.length <= FEW;
  const mineral = chosen ?? (isNarrowed ? ALL : (cameTo ?? first));
  const kinds = useMemo(() => kindsIn(rows), [rows]);

  const fitting = useMemo(() => filterRows(rows, { kind, mineral, search: words }), [rows, kind, mineral, words]);
  const counts = useMemo(() => countForms(fitting), [fitting]);
  const groups = useMemo(() => groupRows(filterRows(fitting, { kind: ALL, mineral: ALL, search: "", forms }), { minerals }), [fitting, forms, minerals]);
  const shown = groups.flatMap((group) => group.rows);
  const row = shown.find(({ id }) => id === selected) ?? shown[0] ?? null;
  const clear = (): void => {
    setKind(ALL);
    setSearch("");
    setForms(new Set());
    setChosen(ALL);
  };

  return (
    <div className="data-body">
      <MineralFilter rows={rows} mineral={mineral} onChange={setChosen} />
      <section className="card data-main" aria-label={label} data-region>
        {head}
        <div className="data-tools">
          <SearchField label="Search all numbers" placeholder="Search names, sources, units, equations" value={search} onChange={setSearch} />
          {kinds.length > 2 && <Select label="Table" value={kind} options={kinds} onChange={(next) => setKind(next as DataKind | "all")} />}
          {tools}
          <span className="spacer" />
          {actions}
        </div>
        <div className="data-tools data-grades">
          <GradeFilter counts={counts} pressed={forms} onChange={setForms} />
          <span className="spacer" />
          <span className="muted" role="status">
            {shown.length === 1 ? "1 row" : `${shown.length.toLocaleString("en-US")} rows`}
          </span>
        </div>
        {rows.length === 0 ? (
          empty
        ) : shown.length === 0 ? (
          <div className="data-empty">
            <h3 className="section-head">No number fits</h3>
            <p>No row holds all of these words here.</p>
            <Elsewhere count={mineral === ALL ? 0 : filterRows(rows, { kind, mineral: ALL, search: words }).length} onPress={() => setChosen(ALL)} />
            <MethodInstead words={words} />
            <Button onPress={clear}>Show all</Button>
          </div>
        ) : (
          <DataTable
            label={tableLabel}
            groups={groups}
            columns={columns}
            isOneMineral={mineral !== ALL && mineral !== GENERAL_ROWS}
            selected={row?.id ?? null}
            onSelect={selectDataRow}
            takesFocus={takesFocus}
          />
        )}
      </section>
      <ScrollArea label="Details" className="card data-side">
        {row ? <DataDetail key={row.id} row={row} /> : <p className="muted">Choose a row to read where it comes from.</p>}
      </ScrollArea>
    </div>
  );
}

/** Numbers that would fit if no mineral were chosen. */
const Elsewhere = ({ count, onPress }: { readonly count: number; readonly onPress: () => void }) =>
  count > 0 && (
    <Button variant="primary" onPress={onPress}>
      {count === 1 ? "Show 1 number elsewhere" : `Show ${numberText(count, 0)} numbers elsewhere`}
    </Button>
  );

/** A word that names no number may name an indicator or an equation. */
function MethodInstead({ words }: { readonly words: string }) {
  const dataset = useDataset();
  const view = useView();
  const [entry] = useMemo(() => methodSections(dataset).flatMap(({ entries }) => filterTitles(entries, words)), [dataset, words]);
  return entry === undefined ? null : <Button onPress={() => view.showMethod(entry.id)}>Read “{entry.title}” in the method</Button>;
}

/** So many rows need no mineral chosen for them. */
const FEW = 40;

function mineralOf(row: DataRow | undefined): string | null {
  if (row === undefined) return null;
  const [mineral, ...others] = row.minerals;
  return mineral === undefined ? GENERAL_ROWS : others.length === 0 ? mineral : ALL;
}

function kindsIn(rows: readonly DataRow[]): readonly { readonly id: string; readonly label: string }[] {
  const present = new Set(rows.map(({ kind }) => kind));
  return [{ id: ALL, label: "All tables" }, ...dataKinds.filter(({ id }) => present.has(id))];
}

interface MineralFilterProps {
  readonly rows: readonly DataRow[];
  readonly mineral: string;
  readonly onChange: (mineral: string) => void;
}

function MineralFilter({ rows, mineral, onChange }: MineralFilterProps) {
  const { minerals } = useDataset();
  const entries = useMemo(() => {
    const count = (id: string): number => filterRows(rows, { kind: ALL, mineral: id, search: "" }).length;
    return [
      { id: ALL, name: "Everything", tile: false, count: rows.length },
      ...minerals.map(({ id, name }) => ({ id, name: shortName(name), tile: true, count: count(id) })),
      { id: GENERAL_ROWS, name: "Of no single mineral", tile: false, count: count(GENERAL_ROWS) },
    ];
  }, [rows, minerals]);
  return (
    <nav className="card data-minerals scroll" aria-label="Minerals" data-region>
      {entries.map(({ id, name, tile, count }) => (
        <button type="button" key={id} className="data-mineral" aria-pressed={id === mineral} onClick={() => onChange(id)}>
          {tile && <Tile mineral={id} />}
          <span className="spacer data-mineral-name">{name}</span>
          <span className="muted">{count.toLocaleString("en-US")}</span>
        </button>
      ))}
    </nav>
  );
}
