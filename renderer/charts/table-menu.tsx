/** What can be done with a table that is no chart: copy it, save it. */
import { Ellipsis } from "lucide-react";
import { memo } from "react";
import { Menu } from "../ui/menu.tsx";
import type { TableExport, TableExporter } from "./export-table.ts";

const EXPORTS: readonly { readonly id: TableExport; readonly label: string }[] = [
  { id: "copy-table", label: "Copy table" },
  { id: "save-table", label: "Save as CSV…" },
];

export interface TableMenuProps {
  /** The table's name, which tells its menu from others: "levers that differ". */
  readonly of: string;
  readonly onExport: TableExporter["onExport"];
}

export const TableMenu = memo(function TableMenu({ of, onExport }: TableMenuProps) {
  return <Menu icon={Ellipsis} iconOnly label={`Copy or save ${of}`} items={EXPORTS} onAction={(id) => onExport(id as TableExport)} />;
});
