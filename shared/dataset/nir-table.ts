/**
 * Net import reliance recomputed from a table of published figures, row by row: 100 × (consumption − production) / consumption.
 * A row that cannot be read is named and passed over; a row that disagrees is a finding.
 */
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok, type Result } from "../result.ts";
import { parseNumber } from "./row-reader.ts";
import type { Table, TableRow } from "./table.ts";

export interface NirRow {
  readonly line: number;
  readonly mineral: string;
  readonly form: string;
  readonly year: number;
  /** All percentages of apparent consumption. */
  readonly publishedPct: number;
  readonly computedPct: number;
  /** Computed minus published, percentage points. */
  readonly differencePoints: number;
  readonly boundPoints: number;
  readonly agrees: boolean;
  /** The same figure from trade and stock changes, for information; null where the table does not give them. */
  readonly fromTradePct: number | null;
  /** What the table says of how that figure is counted; "" where it says nothing. */
  readonly convention: string;
  /** Quality of the source where the table has one: "" otherwise. */
  readonly quality: string;
}

export interface NirTable {
  readonly rows: readonly NirRow[];
  readonly problems: readonly InputProblem[];
}

const requiredColumns = ["mineral", "form", "year", "production", "apparent_consumption", "published_nir_pct", "max_rounding_error_pct"] as const;

/** Binary fractions: a difference printed as 0.50 must not fail a bound of 0.50. */
const SLACK = 1e-9;

/** Every readable row recomputed. The error lists required columns that are missing: then no row can be read. */
export function recomputeNir(table: Table): Result<NirTable, readonly InputProblem[]> {
  const missing = requiredColumns.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    return err(
      missing.map((column) => ({ file: table.file, row: 1, column, wrong: "the column is missing", right: `the table needs ${requiredColumns.join(", ")}` })),
    );
  }
  const rows: NirRow[] = [];
  const problems: InputProblem[] = [...table.problems];
  for (const row of table.rows) {
    const read = recompute(table, row);
    if (read.ok) rows.push(read.value);
    else problems.push({ file: table.file, row: row.line, ...read.error });
  }
  return ok({ rows, problems });
}

type CellProblem = Pick<InputProblem, "column" | "wrong" | "right">;

function recompute(table: Table, row: TableRow): Result<NirRow, CellProblem> {
  if (row.cells.length !== table.columns.length) {
    return err({
      column: null,
      wrong: `the row has ${row.cells.length} cells`,
      right: `write ${table.columns.length}; put text that holds a comma between quotation marks`,
    });
  }
  const cell = (column: string): string => (row.cells[table.columns.indexOf(column)] ?? "").trim();
  const number = (column: (typeof requiredColumns)[number]): number | CellProblem => {
    const value = numberWithCommas(cell(column));
    return value ?? { column, wrong: cell(column) === "" ? "the cell is empty" : `"${cell(column)}" is not a number`, right: "write a number such as 1,234.5" };
  };
  const mineral = cell("mineral");
  if (mineral === "") return err({ column: "mineral", wrong: "the cell is empty", right: "name the mineral" });
  const year = number("year");
  if (typeof year !== "number") return err(year);
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    return err({ column: "year", wrong: `${year} is not a year`, right: "write a year of four digits" });
  const production = number("production");
  if (typeof production !== "number") return err(production);
  const consumption = number("apparent_consumption");
  if (typeof consumption !== "number") return err(consumption);
  if (consumption <= 0) return err({ column: "apparent_consumption", wrong: `${consumption} has no share`, right: "write a consumption above 0" });
  const publishedPct = number("published_nir_pct");
  if (typeof publishedPct !== "number") return err(publishedPct);
  const boundPoints = number("max_rounding_error_pct");
  if (typeof boundPoints !== "number") return err(boundPoints);
  if (boundPoints < 0)
    return err({ column: "max_rounding_error_pct", wrong: `${boundPoints} is below 0`, right: "write the largest error that rounding can explain, 0 or more" });
  const computedPct = (100 * (consumption - production)) / consumption;
  const differencePoints = computedPct - publishedPct;
  return ok({
    line: row.line,
    mineral,
    form: cell("form"),
    year,
    publishedPct,
    computedPct,
    differencePoints,
    boundPoints,
    agrees: Math.abs(differencePoints) <= boundPoints + SLACK,
    fromTradePct: fromTrade(cell, consumption),
    convention: cell("convention"),
    quality: cell("source_quality"),
  });
}

/** 100 × (imports − exports + government release + fall of industry stocks) / consumption; stocks only where the published definition counts them. */
function fromTrade(cell: (column: string) => string, consumption: number): number | null {
  const imports = numberWithCommas(cell("imports"));
  const exports = numberWithCommas(cell("exports"));
  if (imports === null || exports === null) return null;
  const released = numberWithCommas(cell("government_stock_release")) ?? 0;
  const before = numberWithCommas(cell("stocks_prev_yearend"));
  const after = numberWithCommas(cell("stocks_yearend"));
  const counted = cell("stock_change_in_definition") === "Y" && (before !== null || after !== null);
  if (counted && (before === null || after === null)) return null;
  const fall = counted && before !== null && after !== null ? before - after : 0;
  return (100 * (imports - exports + released + fall)) / consumption;
}

const WITH_COMMAS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** "7,960" and "7960.5"; null for "", "W", "1,2". */
const numberWithCommas = (text: string): number | null => parseNumber(WITH_COMMAS.test(text) ? text.replaceAll(",", "") : text);
