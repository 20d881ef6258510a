/** What can be done with any chart: show it as a table, copy it, save it. */
import { Ellipsis, Table2 } from "lucide-react";
import { memo } from "react";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import type { ExportChart, ExportKind } from "./use-export-chart.ts";

export interface ChartActionsProps {
  readonly isTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onExport: ExportChart;
}

const TABLE_KEYS = ["T"];
const EXPORTS: readonly ({ readonly id: ExportKind; readonly label: string } | "-")[] = [
  { id: "copy-picture", label: "Copy as image" },
  { id: "copy-table", label: "Copy as table" },
  "-",
  { id: "save-picture", label: "Save as image…" },
  { id: "save-table", label: "Save as CSV…" },
];

/** Apart, because what stands around it renders with every frame of a drag. */
export const ChartActions = memo(function ChartActions({ isTable, onTable, onExport }: ChartActionsProps) {
  return (
    <>
      <IconButton icon={Table2} label={isTable ? "Show as chart" : "Show as table"} keys={TABLE_KEYS} onPress={() => onTable(!isTable)} />
      <Menu icon={Ellipsis} iconOnly label="Copy or save" items={EXPORTS} onAction={(id) => onExport(id as ExportKind)} />
    </>
  );
});
