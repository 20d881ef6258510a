/** Tables that leave the window: on the clipboard or in a file, with what their numbers rest on. */
import { useCallback, useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { AppError } from "../../shared/errors/app-error.ts";
import { commaSeparated, type NamedTable, tablesCells, tabSeparated } from "../../shared/format/table-text.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type ChartExports, useChartExports } from "./chart-exports.ts";
import { isCopyKey } from "./copy-key.ts";
import { copyText } from "./copy-text.ts";

export type TableExport = "copy-table" | "save-table";

/** `source` says what the numbers rest on. */
export interface ExportableTable {
  /** Name of a file. */
  readonly title: string;
  readonly tabSeparated: (source: readonly string[]) => string;
  readonly commaSeparated: (source: readonly string[]) => string;
}

/** Further tables stand under the first, whose title names the file. */
export const exportableTable = (...tables: readonly [NamedTable, ...(readonly NamedTable[])]): ExportableTable => ({
  title: tables[0].title,
  tabSeparated: (source) => tabSeparated(tablesCells(tables, source)),
  commaSeparated: (source) => commaSeparated(tablesCells(tables, source)),
});

/** What to tell the person; null = nothing, because they changed their mind. `copied` is what is said of a copy. */
export async function exportTable(kind: TableExport, shown: ExportableTable, exports: ChartExports, copied: string): Promise<Result<string | null, AppError>> {
  const source = exports.source();
  if (kind === "copy-table") return copyText(shown.tabSeparated(source)) ? ok(copied) : err({ code: "clipboard-unavailable" });
  return saved(await exports.save(shown.title, { kind: "csv", text: shown.commaSeparated(source) }));
}

export const saved = (result: Result<{ readonly file: string | null }, AppError>): Result<string | null, AppError> =>
  result.ok ? ok(result.value.file === null ? null : `Saved as ${result.value.file}`) : result;

export interface TableExporter {
  readonly onExport: (kind: TableExport) => void;
  /** For the section around the table: Ctrl+C copies it. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function useTableExport(...tables: readonly [NamedTable, ...(readonly NamedTable[])]): TableExporter {
  const exports = useChartExports();
  const latest = useRef(tables);
  useEffect(() => {
    latest.current = tables;
  });
  const onExport = useCallback(
    (kind: TableExport) => {
      void exportTable(kind, exportableTable(...latest.current), exports, latest.current.length > 1 ? "Copied the tables" : "Copied the table").then((done) => {
        if (!done.ok) exports.refuse(done.error);
        else if (done.value !== null) exports.say(done.value);
      });
    },
    [exports],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (!isCopyKey(event)) return;
      event.preventDefault();
      onExport("copy-table");
    },
    [onExport],
  );
  return { onExport, onKeyDown };
}
