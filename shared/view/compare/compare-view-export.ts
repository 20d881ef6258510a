/** Compare's tables as they leave the window: every cell stands by itself, so what the screen marks as equal is written out. */
import type { NamedTable } from "../../format/table-text.ts";
import { type LeverTable, markedTitle, type OutcomeTable, type TableColumn } from "./compare-view-types.ts";

export function leversAsTable({ rows }: LeverTable, columns: readonly TableColumn[]): NamedTable {
  const reference = referenceOf(columns);
  return {
    title: "Levers that differ",
    subtitle: `Settings in the unit of their row; reference: ${markedTitle(columns[reference]!)}`,
    columns: ["Lever", "Unit", ...columns.map(markedTitle)],
    rows: rows.map(({ name, unit, cells }) => [
      name,
      unit,
      ...cells.map((cell, i) => {
        const { value, detail } = cell.differs || i === reference ? cell : cells[reference]!;
        return detail === "" ? value : `${value} (${detail})`;
      }),
    ]),
  };
}

export function outcomesAsTable({ rows }: OutcomeTable, columns: readonly TableColumn[]): NamedTable {
  const reference = referenceOf(columns);
  const name = markedTitle(columns[reference]!);
  return {
    title: "Outcomes",
    subtitle: `Values in the unit of their row, and their differences from ${name} (points where the unit is %)`,
    columns: ["Indicator", "Unit", ...columns.flatMap((column, i) => (i === reference ? [name] : [markedTitle(column), `${markedTitle(column)}, difference`]))],
    rows: rows.map(({ label, unit, cells }) => [
      label,
      unit,
      ...cells.flatMap(({ value, difference }, i) => (i === reference ? [value] : [value, difference === "=" ? "0" : difference])),
    ]),
  };
}

const referenceOf = (columns: readonly TableColumn[]): number => columns.findIndex(({ isReference }) => isReference);
