/** Which rows of a long list are worth drawing: those in sight and a few around them. Row heights are equal. */
import type { RefObject } from "react";
import { useScrolledView } from "./use-scrolled-view.ts";

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

const AROUND = 12;

export function rowWindow(count: number, rowHeight: number, scrollTop: number, height: number): RowWindow {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - AROUND, count));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + AROUND);
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
}

export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  const view = useScrolledView(scroller);
  return rowWindow(count, rowHeight, view.top, view.height);
}
