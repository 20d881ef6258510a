/** Rows of text as an aligned table for a terminal. */

export type Align = "left" | "right";

/** Header, a rule, then the rows; columns two blanks apart, no blanks at line ends. */
export function textTable(header: readonly string[], align: readonly Align[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => (align[column] === "right" ? (cells[column] ?? "").padStart(width) : (cells[column] ?? "").padEnd(width)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].map((text) => `${text}\n`).join("");
}
