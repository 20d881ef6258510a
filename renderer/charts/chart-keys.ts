/** Keys of a chart and what stands around it: T shows the table, Ctrl+C copies what is shown. */
import type { KeyboardEvent } from "react";
import { isCopyKey, isOwnKey } from "./copy-key.ts";
import type { ExportChart } from "./use-export-chart.ts";

export interface ChartKeys {
  readonly isTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onExport: ExportChart;
  /** Whether single-letter keys are on. */
  readonly singleKeys: boolean;
}

/** Handles a key press of `event.currentTarget`'s own parts; others, such as an open list, pass. */
export function handleChartKey(event: KeyboardEvent<HTMLElement>, { isTable, onTable, onExport, singleKeys }: ChartKeys): void {
  if (!isOwnKey(event)) return;
  const key = event.key.toLowerCase();
  if (isCopyKey(event)) {
    event.preventDefault();
    onExport(isTable ? "copy-table" : "copy-picture");
  } else if (singleKeys && !event.ctrlKey && !event.metaKey && !event.altKey && key === "t") {
    event.preventDefault();
    onTable(!isTable);
  }
}
