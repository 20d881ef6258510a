/** Tables as text for spreadsheets and documents. */

/** Rows of text under their heads; the first column says what a row is about. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as it leaves the window. */
export interface NamedTable extends TextTable {
  /** Short: also the name of a file. */
  readonly title: string;
  /** What the numbers are: metric, unit, place. */
  readonly subtitle: string;
}

/**
 * Tables one under the other with an empty line between them, each with what it is about, heads and rows; at the end the lines that say what the
 * numbers rest on. Numbers are written as spreadsheets read them.
 */
export const tablesCells = (tables: readonly NamedTable[], source: readonly string[]): readonly (readonly string[])[] => [
  ...tables.flatMap((table, index) => (index === 0 ? cellsOf(table) : [[], ...cellsOf(table)])),
  ...source.map((line) => [line]),
];

const cellsOf = ({ title, subtitle, columns, rows }: NamedTable): readonly (readonly string[])[] => [
  [`${title}. ${subtitle}`],
  columns,
  ...rows.map((row) => row.map(plainNumber)),
];

/** "−1,240.5" → "-1240.5", "+3%" → "3%"; what holds more than a number stays. */
function plainNumber(text: string): string {
  if (!/^[+−-]?\d[\d,]*(?:\.\d+)?%?$/.test(text)) return text;
  return text.replaceAll(",", "").replace("−", "-").replace("+", "");
}

/** Tab-separated, for a paste. */
export const tabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

/** Comma-separated (RFC 4180). Names that a spreadsheet would take for a formula are written as text. */
export const commaSeparated = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

const NUMBER = /^-?[\d.]+%?$/;

function cellText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
