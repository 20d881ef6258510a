/** The numbers behind a symbol of an equation: which rows of the dataset they are, and how many. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { NumbersOf } from "../../method/symbol.ts";
import type { DataRow } from "./data-row.ts";

/** Of recycling plants count the rows of their stage, or, where it has none of its own, those of no stage. */
export function rowsOfNumbers(dataset: Pick<Dataset, "parameters" | "stages">, rows: readonly DataRow[], numbers: NumbersOf): readonly DataRow[] {
  switch (numbers.kind) {
    case "quantity":
      return rows.filter(({ kind, id, isRead }) => kind === "base-year" && isRead && id.endsWith(`:${numbers.quantity}`));
    case "lever":
      return rows.filter(({ kind, id }) => kind === "levers" && numbers.levers.some((lever) => id === `levers:${lever}`));
    case "table":
      return rows.filter(({ kind }) => kind === numbers.table);
    case "parameter": {
      const recycling = new Set(dataset.stages.filter(({ role }) => role === "recycling").map(({ id }) => id));
      const stageOf = ({ parameter }: DataRow): string => (parameter === null ? "" : (dataset.parameters[parameter]?.stage ?? ""));
      const all = rows.filter(({ parameter }) => parameter !== null && dataset.parameters[parameter]?.key === numbers.key);
      if (numbers.role !== "recycling") return all.filter((row) => !recycling.has(stageOf(row)));
      const own = all.filter((row) => recycling.has(stageOf(row)));
      return own.length > 0 ? own : all.filter((row) => stageOf(row) === "");
    }
  }
}
