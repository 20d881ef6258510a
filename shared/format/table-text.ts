/** Rows of cells as text for spreadsheets and documents. */

/** Tab-separated, for a paste. */
export const tabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

/** Comma-separated (RFC 4180). Names that a spreadsheet would take for a formula are written as text. */
export const commaSeparated = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

const NUMBER = /^-?[\d.]+$/;

function cellText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
