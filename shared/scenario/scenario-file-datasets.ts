/** Datasets inside a `.lodestone` file: as tables, so that they go through the same checks as a dataset folder. */
import { checkDataset } from "../dataset/check-dataset.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Sha256, Table } from "../dataset/table.ts";
import { tablesOfDataset } from "../dataset/tables-of-dataset.ts";
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok, type Result } from "../result.ts";

/** `manifest` is the content of dataset.json; a row is the cells of one line. */
export interface FiledDataset {
  readonly vintage: string;
  readonly manifest: unknown;
  readonly tables: readonly { readonly file: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }[];
}

export function datasetForm(dataset: Dataset): FiledDataset {
  const { manifest, tables } = tablesOfDataset(dataset);
  return {
    vintage: dataset.vintage,
    manifest: JSON.parse(manifest ?? "null"),
    tables: tables.map(({ file, columns, rows }) => ({ file, columns, rows: rows.map(({ cells }) => cells) })),
  };
}

/** Every dataset checked whole; one whose content does not have the vintage it claims is a problem like any other. */
export function readDatasets(file: string, filed: readonly FiledDataset[], sha256: Sha256): Result<readonly Dataset[], readonly InputProblem[]> {
  const datasets: Dataset[] = [];
  const problems: InputProblem[] = [];
  for (const [i, { vintage, manifest, tables }] of filed.entries()) {
    const at = `dataset.vintages[${i}]`;
    const checked = checkDataset({ manifest: JSON.stringify(manifest), tables: tables.map(tableOf) }, sha256);
    if (!checked.ok) problems.push(...checked.error.map((problem) => placed(file, at, problem)));
    else if (checked.value.vintage !== vintage) {
      problems.push({ file, row: null, column: `${at}.vintage`, wrong: `the content is ${checked.value.vintage}`, right: "the name and the content must fit" });
    } else datasets.push(checked.value);
  }
  return problems.length === 0 ? ok(datasets) : err(problems);
}

const tableOf = ({ file, columns, rows }: FiledDataset["tables"][number]): Table => ({
  file,
  columns,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  problems: [],
});

/** "dataset.vintages[0], suppliers/ree.csv, row 4, import_share_pct" */
function placed(file: string, at: string, { file: table, row, column, wrong, right }: InputProblem): InputProblem {
  const place = [at, table, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
  return { file, row: null, column: place, wrong, right };
}
