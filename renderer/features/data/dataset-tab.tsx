/** Every number of the dataset: filter, search, table, and what is known about the row in hand. */
import { Database, Search } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { filterRows, GENERAL_ROWS } from "../../../shared/view/data-rows.ts";
import type { DataFilter } from "../../../shared/view/data-rows.ts";
import { dataKinds } from "../../../shared/view/data-row.ts";
import type { DataKind, DataRow } from "../../../shared/view/data-row.ts";
import { shortName } from "../../../shared/format/words.ts";
import { useDataset, useSession, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { Tile } from "../../ui/tile.tsx";
import { useCommand } from "../shell/use-command.ts";
import { DataDetail } from "./data-detail.tsx";
import { DataTable } from "./data-table.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { useDataRows } from "./use-data-rows.ts";
import "./dataset-tab.css";

const ALL = "all";

export function DatasetTab() {
  const rows = useDataRows();
  const datasets = useCommand("data.datasets");
  const [filter, setFilter] = useState<DataFilter>({ kind: ALL, mineral: ALL, search: "" });
  const selected = useSession((state) => state.dataRow);
  const { selectDataRow } = useView();
  const search = useRef<HTMLInputElement>(null);
  // The field shows each letter at once; the table may follow.
  const settled = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, settled), [rows, settled]);
  const row = shown.find(({ id }) => id === selected) ?? shown[0] ?? null;
  const kindOptions = useMemo(() => kindsIn(rows), [rows]);
  const clear = (): void => setFilter({ kind: ALL, mineral: ALL, search: "" });

  return (
    <div className="data-body">
      <MineralFilter rows={rows} mineral={filter.mineral} onChange={(mineral) => setFilter({ ...filter, mineral })} />
      <section className="card data-main" aria-label="Dataset" data-region>
        <div className="data-tools">
          <label className="data-search">
            <Search size={15} aria-hidden />
            <input
              ref={search}
              type="search"
              aria-label="Search all numbers"
              placeholder="Search names, sources, units, equations"
              value={filter.search}
              onChange={(event) => setFilter({ ...filter, search: event.target.value })}
            />
          </label>
          <Select label="Table" value={filter.kind} options={kindOptions} onChange={(kind) => setFilter({ ...filter, kind: kind as DataKind | "all" })} />
          <span className="spacer" />
          <span className="muted" role="status">
            {shown.length === 1 ? "1 row" : `${shown.length.toLocaleString("en-US")} rows`}
          </span>
          <Button size="small" icon={Database} onPress={datasets.run}>
            Datasets…
          </Button>
        </div>
        {shown.length === 0 ? (
          <div className="data-empty">
            <h3 className="section-head">No number fits</h3>
            <p>No row holds all of these words here.</p>
            <Button onPress={clear}>Show all</Button>
          </div>
        ) : (
          <DataTable rows={shown} selected={row?.id ?? null} onSelect={selectDataRow} />
        )}
      </section>
      <ScrollArea label="Details" className="card data-side">
        {row ? <DataDetail key={row.id} row={row} /> : <p className="muted">Choose a row to read where it comes from.</p>}
      </ScrollArea>
    </div>
  );
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
