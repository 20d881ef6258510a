/** Keys of a chart and what stands around it: T shows the table, Ctrl+C copies what is shown. */
import type { KeyboardEvent } from "react";
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
  // A list opened from here is a child in React's eyes, so its keys come by as well.
  if (!event.currentTarget.contains(event.target as Node) || isTextField(event.target)) return;
  const key = event.key.toLowerCase();
  const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  // Selected text is copied as text.
  if (isCommand && key === "c" && getSelection()?.isCollapsed !== false) {
    event.preventDefault();
    onExport(isTable ? "copy-table" : "copy-picture");
  } else if (singleKeys && !event.ctrlKey && !event.metaKey && !event.altKey && key === "t") {
    event.preventDefault();
    onTable(!isTable);
  }
}

const isTextField = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
