/** While something fills the window, what lies behind it takes no focus and is not read aloud. */
import { useLayoutEffect } from "react";
import type { RefObject } from "react";

/** Makes everything around the element inert, save live regions: what happens is still said. */
export function useInertAround(element: RefObject<HTMLElement | null>, isActive: boolean): void {
  useLayoutEffect(() => {
    const made: HTMLElement[] = [];
    let node = isActive ? element.current : null;
    for (; node !== null && node !== document.body; node = node.parentElement) {
      for (const other of node.parentElement?.children ?? []) {
        if (other === node || !(other instanceof HTMLElement) || other.hasAttribute("inert") || other.matches("[aria-live], [role=status]")) continue;
        other.setAttribute("inert", "");
        made.push(other);
      }
    }
    return () => {
      for (const other of made) other.removeAttribute("inert");
    };
  }, [element, isActive]);
}
