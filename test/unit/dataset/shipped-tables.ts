/** The shipped dataset as tables, and ways to break a copy of it in memory. */
import { readDatasetTables, sha256 } from "../../../electron/dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { checkDataset } from "../../../shared/dataset/check-dataset.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { DatasetTables, Table, TableRow } from "../../../shared/dataset/table.ts";

export const resources = resourcesFolder(import.meta.url);
export const shippedFolder = shippedDatasetFolder(resources);

const read = readDatasetTables(shippedFolder);
if (!read.ok) throw new Error("the shipped dataset cannot be read");
export const shippedTables: DatasetTables = read.value;

const checked = checkDataset(shippedTables, sha256);
if (!checked.ok) throw new Error(JSON.stringify(checked.error, null, 1));
export const shippedDataset: Dataset = checked.value;

export type Change = (tables: DatasetTables) => DatasetTables;

/** Replaces one table by what `change` makes of it. */
const changeTable =
  (file: string, change: (table: Table) => Table): Change =>
  (tables) => {
    if (!tables.tables.some((t) => t.file === file)) throw new Error(`no table ${file}`);
    return { ...tables, tables: tables.tables.map((t) => (t.file === file ? change(t) : t)) };
  };

const changeRow = (file: string, line: number, change: (row: TableRow, table: Table) => TableRow): Change =>
  changeTable(file, (table) => {
    if (!table.rows.some((r) => r.line === line)) throw new Error(`${file} has no row ${line}`);
    return { ...table, rows: table.rows.map((row) => (row.line === line ? change(row, table) : row)) };
  });

export const setCell = (file: string, line: number, column: string, text: string): Change =>
  changeRow(file, line, (row, table) => {
    const at = table.columns.indexOf(column);
    if (at < 0) throw new Error(`${file} has no column ${column}`);
    return { ...row, cells: row.cells.with(at, text) };
  });

export const setCells = (file: string, line: number, cells: Readonly<Record<string, string>>): Change => {
  const changes = Object.entries(cells).map(([column, text]) => setCell(file, line, column, text));
  return (tables) => changes.reduce((t, change) => change(t), tables);
};

export const dropCell = (file: string, line: number): Change => changeRow(file, line, (row) => ({ ...row, cells: row.cells.slice(0, -1) }));

export const dropRow = (file: string, line: number): Change => changeTable(file, (t) => ({ ...t, rows: t.rows.filter((r) => r.line !== line) }));

/** Adds a copy of a row at the end of its file. */
export const repeatRow = (file: string, line: number): Change =>
  changeTable(file, (t) => {
    const row = t.rows.find((r) => r.line === line);
    if (row === undefined) throw new Error(`${file} has no row ${line}`);
    return { ...t, rows: [...t.rows, { ...row, line: (t.rows.at(-1)?.line ?? 1) + 1 }] };
  });

export const dropFile = (file: string): Change => {
  const exists = shippedTables.tables.some((t) => t.file === file);
  if (!exists) throw new Error(`no table ${file}`);
  return (tables) => ({ ...tables, tables: tables.tables.filter((t) => t.file !== file) });
};

export const renameFile = (from: string, to: string): Change => changeTable(from, (t) => ({ ...t, file: to }));

export const renameColumn = (file: string, from: string, to: string): Change =>
  changeTable(file, (t) => ({ ...t, columns: t.columns.map((name) => (name === from ? to : name)) }));

/** Edits dataset.json as data. */
export const changeManifest =
  (change: (manifest: Record<string, unknown>) => void): Change =>
  (tables) => {
    const manifest = JSON.parse(tables.manifest ?? "{}") as Record<string, unknown>;
    change(manifest);
    return { ...tables, manifest: JSON.stringify(manifest) };
  };

/** Line of the first row whose cells say all of `wanted`. */
export function lineOf(file: string, wanted: Readonly<Record<string, string>>): number {
  const table = shippedTables.tables.find((t) => t.file === file);
  const row = table?.rows.find((r) => Object.entries(wanted).every(([column, text]) => r.cells[table.columns.indexOf(column)] === text));
  if (row === undefined) throw new Error(`${file} has no row ${JSON.stringify(wanted)}`);
  return row.line;
}
