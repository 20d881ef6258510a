/** Where a chart goes when it leaves the window. Charts know neither planner nor main process; the app gives them this. */
import { createContext, useContext } from "react";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { ChartContent } from "../../shared/ipc/channels.ts";
import type { Result } from "../../shared/result.ts";

export interface ChartExports {
  readonly copyPicture: (png: Uint8Array) => Promise<Result<null, AppError>>;
  /** Asks where; `file` is null when the person changed their mind. */
  readonly save: (name: string, content: ChartContent) => Promise<Result<{ readonly file: string | null }, AppError>>;
  /** Lines that say what the numbers rest on; they go with every copy. */
  readonly source: () => readonly string[];
  readonly say: (text: string) => void;
  readonly refuse: (error: AppError) => void;
}

export const ChartExportsContext = createContext<ChartExports | null>(null);

export function useChartExports(): ChartExports {
  const exports = useContext(ChartExportsContext);
  if (!exports) throw new Error("no chart exports around this chart");
  return exports;
}
