/**
 * Typed reading of one table: every getter names file, row and column of what it cannot read, and what would be right.
 * A getter that fails answers null after noting the problem; the caller goes on, so that all problems are found in one pass.
 */
import type { YearMonth } from "../time.ts";
import { isYearMonth } from "../time.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Table, TableRow } from "./table.ts";

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  /** The minimum itself is not allowed. */
  readonly above?: boolean;
  /** The maximum itself is not allowed. */
  readonly below?: boolean;
  readonly integer?: boolean;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The number a text says in plain decimal notation, or null: "", "1,000", "0x10", "NaN" and "1e999" are not numbers here. */
export function parseNumber(text: string): number | null {
  if (!DECIMAL.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** "a number from 0 to 100", "a whole number above 0". */
export function rangeText(range: NumberRange): string {
  const kind = range.integer ? "a whole number" : "a number";
  const low = range.min === undefined ? null : range.above ? `above ${range.min}` : range.max === undefined ? `of ${range.min} or more` : `from ${range.min}`;
  const high =
    range.max === undefined
      ? null
      : range.below
        ? `${low ? "and " : ""}below ${range.max}`
        : range.min === undefined
          ? `of ${range.max} or less`
          : `to ${range.max}`;
  return [kind, low, high].filter((part) => part !== null).join(" ");
}

export function inRange(value: number, range: NumberRange): boolean {
  if (range.integer && !Number.isInteger(value)) return false;
  if (range.min !== undefined && (range.above ? value <= range.min : value < range.min)) return false;
  return !(range.max !== undefined && (range.below ? value >= range.max : value > range.max));
}

/** "M, P or X"; long lists are cut, because the sentence must stay readable. */
export function oneOf(ids: readonly string[]): string {
  if (ids.length === 0) return "nothing is defined here";
  if (ids.length > 40) return `${ids.slice(0, 40).join(", ")} …`;
  return ids.length === 1 ? `${ids[0]}` : `${ids.slice(0, -1).join(", ")} or ${ids.at(-1)}`;
}

const shown = (text: string): string => (text === "" ? "the cell is empty" : `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`);

export class RowReader {
  readonly #table: Table;
  readonly #row: TableRow;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #problems: ProblemList;

  constructor(table: Table, row: TableRow, columns: ReadonlyMap<string, number>, problems: ProblemList) {
    this.#table = table;
    this.#row = row;
    this.#columns = columns;
    this.#problems = problems;
  }

  get line(): number {
    return this.#row.line;
  }

  /** The cell as written, without surrounding blanks. The column must be one that `readRows` made sure of. */
  cell(column: string): string {
    const at = this.#columns.get(column);
    if (at === undefined) throw new Error(`${this.#table.file} was read without column ${column}`);
    return (this.#row.cells[at] ?? "").trim();
  }

  problem(column: string | null, wrong: string, right: string): void {
    this.#problems.add({ file: this.#table.file, row: this.#row.line, column, wrong, right });
  }

  /** Free text that may be empty. */
  text(column: string): string {
    return this.cell(column);
  }

  /** Text that must be there. */
  filled(column: string, right: string): string {
    const text = this.cell(column);
    if (text === "") this.problem(column, "the cell is empty", right);
    return text;
  }

  number(column: string, range: NumberRange = {}): number | null {
    const text = this.cell(column);
    const value = parseNumber(text);
    if (value === null) {
      this.problem(column, text === "" ? "the cell is empty" : `${shown(text)} is not a number`, `write ${rangeText(range)}`);
      return null;
    }
    if (!inRange(value, range)) {
      this.problem(column, `${text} is out of range`, `write ${rangeText(range)}`);
      return null;
    }
    return value;
  }

  /** Empty = not known (null), never zero. */
  optionalNumber(column: string, range: NumberRange = {}): number | null {
    return this.cell(column) === "" ? null : this.number(column, range);
  }

  /** One of a closed list; with `null` for a list that could not be read, any text. */
  choice<T extends string>(column: string, allowed: readonly T[], what: string): T | null;
  choice(column: string, allowed: readonly string[] | null, what: string): string | null;
  choice(column: string, allowed: readonly string[] | null, what: string): string | null {
    const text = this.cell(column);
    if (allowed === null) return this.filled(column, `write a ${what}`) === "" ? null : text;
    const found = allowed.find((id) => id === text);
    if (found === undefined) {
      this.problem(column, text === "" ? "the cell is empty" : `${shown(text)} is not a known ${what}`, `write ${oneOf(allowed)}`);
      return null;
    }
    return found;
  }

  /** Ids joined by "|", each one of a closed list (`null`: of a list that could not be read), none twice. */
  list(column: string, allowed: readonly string[] | null, what: string): readonly string[] | null {
    const ids = this.cell(column).split("|");
    const unknown = ids.find((id) => id === "" || !(allowed?.includes(id) ?? true));
    if (unknown !== undefined) {
      const right = `write ${allowed === null ? `a ${what}` : oneOf(allowed)}, several joined by |`;
      this.problem(column, unknown === "" ? "an id is missing" : `${shown(unknown)} is not a known ${what}`, right);
      return null;
    }
    if (new Set(ids).size < ids.length) {
      this.problem(column, `${shown(this.cell(column))} names one ${what} twice`, "name each once");
      return null;
    }
    return ids;
  }

  flag(column: string): boolean | null {
    const text = this.choice(column, ["0", "1"], "flag");
    return text === null ? null : text === "1";
  }

  month(column: string): YearMonth | null {
    const text = this.cell(column);
    if (isYearMonth(text)) return text;
    this.problem(column, text === "" ? "the cell is empty" : `${shown(text)} is not a month`, "write year and month, such as 2027-01");
    return null;
  }
}

/** One reader per row, after checking that the table has exactly `columns` (in any order) and that no row is longer or shorter. */
export function readRows(table: Table, columns: readonly string[], problems: ProblemList): readonly RowReader[] {
  for (const problem of table.problems) problems.add(problem);
  const positions = new Map<string, number>();
  const before = problems.count;
  table.columns.forEach((name, index) => {
    if (positions.has(name)) problems.add({ file: table.file, row: 1, column: name, wrong: `the column stands twice`, right: "keep one of the two" });
    else positions.set(name, index);
    if (!columns.includes(name)) {
      problems.add({ file: table.file, row: 1, column: name, wrong: `the column "${name}" is not known`, right: `the columns are ${columns.join(", ")}` });
    }
  });
  for (const name of columns) {
    if (!positions.has(name))
      problems.add({ file: table.file, row: 1, column: name, wrong: "the column is missing", right: `the columns are ${columns.join(", ")}` });
  }
  if (problems.count > before || table.problems.length > 0) return [];
  const readers: RowReader[] = [];
  for (const row of table.rows) {
    if (row.cells.length !== table.columns.length) {
      const right = `write ${table.columns.length} cells; put text that holds a comma between quotation marks`;
      problems.add({ file: table.file, row: row.line, column: null, wrong: `the row has ${row.cells.length} cells`, right });
    } else readers.push(new RowReader(table, row, positions, problems));
  }
  return readers;
}
