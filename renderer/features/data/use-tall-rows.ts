/** Which rows of a long list are worth drawing where rows are of different heights. The heights may be guessed: what is drawn takes what it needs. */
import { useMemo } from "react";
import type { RefObject } from "react";
import { useScrolledView } from "../../ui/use-scrolled-view.ts";
import type { RowWindow } from "../../ui/use-row-window.ts";

/** Pixels above and below what is in sight that are drawn too. */
const AROUND = 500;

/** Where each row begins, pixels; one more than there are rows, the last is the height of all. */
export function rowTops(heights: readonly number[]): readonly number[] {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  return tops;
}

export function tallRowWindow(tops: readonly number[], scrollTop: number, height: number): RowWindow {
  const count = tops.length - 1;
  let first = 0;
  while (first < count && tops[first + 1]! < scrollTop - AROUND) first++;
  let end = first;
  while (end < count && tops[end]! < scrollTop + height + AROUND) end++;
  return { first, end, before: tops[first]!, after: tops[count]! - tops[end]! };
}

export interface TallRows {
  readonly window: RowWindow;
  readonly tops: readonly number[];
}

export function useTallRows(scroller: RefObject<HTMLElement | null>, heights: readonly number[]): TallRows {
  const view = useScrolledView(scroller);
  const tops = useMemo(() => rowTops(heights), [heights]);
  return { window: tallRowWindow(tops, view.top, view.height), tops };
}
