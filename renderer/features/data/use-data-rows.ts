/** The rows of the dataset, made once for each dataset. */
import { useMemo } from "react";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { whyFixed } from "../../../shared/view/data/data-assumption.ts";
import { dataRows } from "../../../shared/view/data/data-rows.ts";
import type { DataRow } from "../../../shared/view/data/data-row.ts";
import { usesOf } from "../../engine/parameter-uses.ts";
import { useDataset } from "../../state/planner.ts";

/** The rows of the parameters that a scenario may replace. */
export function useEditableRows(): readonly DataRow[] {
  const { parameters } = useDataset();
  const rows = useDataRows();
  return useMemo(
    () =>
      rows.filter(({ parameter: index, isRead }) => {
        const parameter = index === null ? undefined : parameters[index];
        return parameter !== undefined && whyFixed(parameter, isRead) === null;
      }),
    [rows, parameters],
  );
}

const known = new WeakMap<Dataset, readonly DataRow[]>();

export function useDataRows(): readonly DataRow[] {
  const dataset = useDataset();
  const kept = known.get(dataset);
  if (kept) return kept;
  const uses = usesOf(dataset);
  const rows = dataRows(dataset, (parameter) => (uses[parameter]?.length ?? 0) > 0);
  known.set(dataset, rows);
  return rows;
}
