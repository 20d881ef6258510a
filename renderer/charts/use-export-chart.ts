/** Copies and files of what a card shows: its numbers as text, or a picture with its title. */
import { useCallback, useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { chartCsv, chartTsv } from "../../shared/chart/describe-chart.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { useChartExports } from "./chart-exports.ts";
import type { ChartExports } from "./chart-exports.ts";
import { chartPicture, pictureOf } from "./chart-picture.ts";
import type { Pictured } from "./chart-picture.ts";
import { exportTable, type ExportableTable, saved, type TableExport } from "./export-table.ts";

export type ExportKind = TableExport | "copy-picture" | "save-picture";
export type ExportChart = (kind: ExportKind) => void;

/** What can leave the window. A picture has the theme of the element that it is `near`. */
export interface Exportable extends ExportableTable {
  /** A PNG. */
  readonly picture: (source: readonly string[], near: HTMLElement) => Promise<Uint8Array>;
}

export interface ChartExporter {
  /** For the element around what is shown. */
  readonly near: RefObject<HTMLElement | null>;
  /** Stays the same while the chart moves. */
  readonly exportChart: ExportChart;
}

/** The table is the spec's; `picture` says what a picture of the chart shows. */
export const exportableChart = (spec: ChartSpec, picture: (spec: ChartSpec) => Pictured = pictureOf): Exportable => ({
  title: spec.title,
  tabSeparated: (source) => chartTsv(spec, source),
  commaSeparated: (source) => chartCsv(spec, source),
  picture: (source, near) => chartPicture(picture(spec), source, near),
});

export function useExportChart(exportable: Exportable): ChartExporter {
  const near = useRef<HTMLElement>(null);
  const exports = useChartExports();
  const latest = useRef(exportable);
  useEffect(() => {
    latest.current = exportable;
  });
  const exportChart = useCallback<ExportChart>(
    (kind) => {
      void attempt(kind, latest.current, exports, near.current!).then((done) => {
        if (!done.ok) exports.refuse(done.error);
        else if (done.value !== null) exports.say(done.value);
      });
    },
    [exports],
  );
  return { near, exportChart };
}

async function attempt(...args: Parameters<typeof exportAs>): ReturnType<typeof exportAs> {
  try {
    return await exportAs(...args);
  } catch {
    return err({ code: "internal", where: "picture of a chart" });
  }
}

/** What to tell the person; null = nothing, because they changed their mind. */
async function exportAs(kind: ExportKind, shown: Exportable, exports: ChartExports, near: HTMLElement): Promise<Result<string | null, AppError>> {
  if (kind === "copy-table" || kind === "save-table") return exportTable(kind, shown, exports, "Copied the chart as table");
  const png = await shown.picture(exports.source(), near);
  if (kind === "save-picture") return saved(await exports.save(shown.title, { kind: "png", png }));
  const copied = await exports.copyPicture(png);
  return copied.ok ? ok("Copied the chart as image") : copied;
}
