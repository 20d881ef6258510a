/** A column from a spreadsheet as values of years. Which number a cell holds is the lever's to say. */
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";

export interface PastedYears {
  readonly firstYear: number;
  /** One cell for each year from there on. */
  readonly cells: readonly string[];
}

/**
 * Reads a column, or a table whose lines begin with their years: those go to their own years, wherever they are pasted. Headings, empty lines and lines
 * without a year in such a table are left out. `at`: the year that was pasted into; `last`: the last year there is. The error says what is wrong; null =
 * one value alone, which is no column.
 */
export function readPastedYears(text: string, at: number, last: number): Result<PastedYears, string> | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const dated = lines.filter((cells) => cells.length > 1 && /^(?:19|20|21)\d\d$/.test(cells[0]!));
  if (dated.length > 0) {
    const firstYear = Number(dated[0]![0]);
    const gap = dated.findIndex(([year], index) => Number(year) !== firstYear + index);
    return gap < 0 ? fitting({ firstYear, cells: dated.map(lastCell) }, last) : err(`${dated[gap]![0]} does not follow ${dated[gap - 1]![0]}`);
  }
  const cells = lines.map(lastCell);
  const values = cells.length > 1 && !/\d/.test(cells[0]!) ? cells.slice(1) : cells;
  return cells.length < 2 ? null : fitting({ firstYear: at, cells: values }, last);
}

const lastCell = (cells: readonly string[]): string => cells.at(-1)!;

function fitting(pasted: PastedYears, last: number): Result<PastedYears, string> {
  const { firstYear, cells } = pasted;
  const room = last - firstYear + 1;
  return cells.length <= room ? ok(pasted) : err(`${cells.length} values from ${firstYear} on go beyond ${last}`);
}
