/** The same numbers as a table: one row per year or month, one column per line. */
import { useMemo } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { tableOf } from "../../shared/chart/describe-chart.ts";
import { ValueTable } from "./value-table.tsx";

export function ChartTable({ spec }: { readonly spec: ChartSpec }) {
  const table = useMemo(() => tableOf(spec), [spec]);
  return <ValueTable {...table} />;
}
