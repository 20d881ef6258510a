/** Copies and files of a chart: its numbers as text, or a picture with its title. */
import { useCallback, useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { chartCsv, chartTsv } from "../../shared/chart/describe-chart.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { useChartExports } from "./chart-exports.ts";
import type { ChartExports } from "./chart-exports.ts";
import { chartPicture } from "./chart-picture.ts";
import type { Pictured } from "./chart-picture.ts";
import { copyText } from "./copy-text.ts";

export type ExportKind = "copy-picture" | "copy-table" | "save-picture" | "save-table";
export type ExportChart = (kind: ExportKind) => void;

export interface ChartExporter {
  /** For the element around the chart: a picture has its theme. */
  readonly near: RefObject<HTMLElement | null>;
  /** Stays the same while the chart moves. */
  readonly exportChart: ExportChart;
}

/** `picture` says what a picture of the chart shows; the table is the spec's. */
export function useExportChart(spec: ChartSpec, picture: (spec: ChartSpec) => Pictured): ChartExporter {
  const near = useRef<HTMLElement>(null);
  const exports = useChartExports();
  const latest = useRef({ spec, picture });
  useEffect(() => {
    latest.current = { spec, picture };
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

interface Exported {
  readonly spec: ChartSpec;
  readonly picture: (spec: ChartSpec) => Pictured;
}

async function attempt(...args: Parameters<typeof exportAs>): ReturnType<typeof exportAs> {
  try {
    return await exportAs(...args);
  } catch {
    return err({ code: "internal", where: "picture of a chart" });
  }
}

/** What to tell the person; null = nothing, because they changed their mind. */
async function exportAs(kind: ExportKind, { spec, picture }: Exported, exports: ChartExports, near: HTMLElement): Promise<Result<string | null, AppError>> {
  const source = exports.source();
  const png = (): Promise<Uint8Array> => chartPicture(picture(spec), source, near);
  switch (kind) {
    case "copy-table":
      return copyText(chartTsv(spec, source)) ? ok("Copied the chart as table") : err({ code: "clipboard-unavailable" });
    case "copy-picture": {
      const copied = await exports.copyPicture(await png());
      return copied.ok ? ok("Copied the chart as image") : copied;
    }
    case "save-table":
      return saved(await exports.save(spec.title, { kind: "csv", text: chartCsv(spec, source) }));
    case "save-picture":
      return saved(await exports.save(spec.title, { kind: "png", png: await png() }));
  }
}

const saved = (result: Result<{ readonly file: string | null }, AppError>): Result<string | null, AppError> =>
  result.ok ? ok(result.value.file === null ? null : `Saved as ${result.value.file}`) : result;
