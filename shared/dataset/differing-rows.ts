/** By how much two datasets differ, in the terms of their files. */
import type { Dataset } from "./dataset.ts";
import { tablesOfDataset } from "./tables-of-dataset.ts";

/** Tables in which `other` has rows that `here` does not have as they stand, and how many. A dataset of other minerals differs in whole tables. */
export function differingRows(here: Dataset, other: Dataset): readonly { readonly table: string; readonly rows: number }[] {
  const known = new Map(tablesOfDataset(here).tables.map(({ file, rows }) => [file, new Set(rows.map(({ cells }) => JSON.stringify(cells)))]));
  return tablesOfDataset(other).tables.flatMap(({ file, rows }) => {
    const ours = known.get(file);
    const count = rows.filter(({ cells }) => ours?.has(JSON.stringify(cells)) !== true).length;
    return count === 0 ? [] : [{ table: file, rows: count }];
  });
}
