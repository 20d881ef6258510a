/** Spark lines as SVG path data: shape only, no axis. */
import type { Series } from "../model/run-result.ts";

export interface SparkPaths {
  readonly current: string;
  readonly reference: string;
}

/** Share of the height kept free above and below, so that a thick line is not cut. */
const MARGIN = 0.08;
/** The box never shows less than this share of the values, so that rounding noise stays a flat line. */
const LEAST_SPAN = 0.05;

/** Both lines in one box `width` × `height` on one scale; a flat pair lies in the middle, a zero pair on the floor. Gaps stay gaps. */
export function sparkPaths(current: Series, reference: Series, width: number, height: number): SparkPaths {
  const values = [...current, ...reference].filter((value) => value !== null);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const span = Math.max(high - low, size * LEAST_SPAN);
  const floor = (low + high - span) / 2;
  const y = (value: number): number => {
    const share = size === 0 ? 0 : (value - floor) / span;
    return height * (1 - MARGIN - share * (1 - 2 * MARGIN));
  };
  const path = (line: Series): string => pathOf(line, (index) => (line.length > 1 ? (index / (line.length - 1)) * width : 0), y);
  return { current: path(current), reference: path(reference) };
}

function pathOf(line: Series, x: (index: number) => number, y: (value: number) => number): string {
  let pen = "M";
  let path = "";
  line.forEach((value, index) => {
    if (value === null) {
      pen = "M";
      return;
    }
    path += `${pen}${round(x(index))} ${round(y(value))}`;
    pen = "L";
  });
  return path;
}

const round = (value: number): number => Math.round(value * 100) / 100;
