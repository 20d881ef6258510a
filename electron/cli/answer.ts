/** What a study found, in the forms that can be asked for: text or JSON on standard output, a table as CSV in a file. */
import { writeAtomic } from "../files/write-atomic.ts";
import { errorLines, exitCode, refuse, type Terminal } from "./command.ts";

export type CsvCell = string | number | null | undefined;

/** Rows of cells under their header. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

export const answerOptions = { json: { type: "boolean" }, csv: { type: "string" } } as const;

export const answerHelp = `  --json             the same for machines
  --csv FILE         write the table, every digit kept`;

export interface Answer {
  readonly text: () => string;
  readonly json: () => unknown;
  readonly table: () => CsvTable;
  /** Files that were written for it. */
  readonly wrote?: readonly string[];
}

/** Writes the table, then prints; where the file cannot be written nothing is printed. */
export function give(terminal: Terminal, asked: { readonly json?: boolean | undefined; readonly csv?: string | undefined }, answer: Answer): number {
  const { csv } = asked;
  if (csv !== undefined) {
    const table = answer.table();
    const written = writeAtomic(csv, csvText([table.header, ...table.rows]));
    if (!written.ok) return refuse(terminal, errorLines(written.error));
  }
  if (asked.json === true) {
    terminal.out(`${JSON.stringify(answer.json(), null, 1)}\n`);
    return exitCode.done;
  }
  const wrote = [...(answer.wrote ?? []), ...(csv === undefined ? [] : [csv])];
  terminal.out(`${answer.text()}${wrote.map((file) => `Wrote ${file}.\n`).join("")}`);
  return exitCode.done;
}

/** What is not defined is an empty cell. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string => rows.map((row) => `${row.map(cellText).join(",")}\n`).join("");

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined || (typeof cell === "number" && !Number.isFinite(cell))) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
