/** Which stretch of a scroll area is in sight, kept as it scrolls and changes size. */
import { useEffect, useState } from "react";
import type { RefObject } from "react";

/** Pixels. */
export interface ScrolledView {
  readonly top: number;
  readonly height: number;
}

/** Before the first layout. */
const HEIGHT = 900;

export function useScrolledView(scroller: RefObject<HTMLElement | null>): ScrolledView {
  const [view, setView] = useState<ScrolledView>({ top: 0, height: HEIGHT });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight || HEIGHT });
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [scroller]);
  return view;
}
