/** The rows of the dataset, made once for each dataset. */
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { dataRows } from "../../../shared/view/data-rows.ts";
import type { DataRow } from "../../../shared/view/data-row.ts";
import { usesOf } from "../../engine/parameter-uses.ts";
import { useDataset } from "../../state/planner.ts";

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
