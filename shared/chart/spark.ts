/** Spark lines as SVG path data: shape only, no axis. */
import type { Series } from "../model/run-result.ts";

export interface SparkPaths {
  readonly current: string;
  readonly reference: string;
}

/** Share of the height kept free above and below, so that a thick line is not cut. */
const MARGIN = 0.08;

/** Both lines in one box `width` × `height` on one scale; a flat pair lies in the middle, a zero pair on the floor. Gaps stay gaps. */
export function sparkPaths(current: Series, reference: Series, width: number, height: number): SparkPaths {
  const values = [...current, ...reference].filter((value) => value !== null);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low;
  const y = (value: number): number => {
    const share = span > 0 ? (value - low) / span : value === 0 ? 0 : 0.5;
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
