/** Where what has the focus goes away with a key press (a removed row, a question that was answered), the keyboard goes on from the nearest thing left. */
import { useEffect } from "react";

/** An element with all that surrounds it, from the inside out, as it stood when it took the focus. */
type Chain = readonly HTMLElement[];

/** Not text fields: they would take the keys of undo and redo for themselves. */
const FOCUSABLE = "button, input:is([type=checkbox], [type=radio], [type=range]), select, a[href], [tabindex='0']:not(input, textarea)";
/** What comes and goes over the page. */
const PASSING = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [aria-live]";

/** Such a part says itself where the focus goes when it closes. */
const returnsFocus = ({ dataset }: HTMLElement): boolean => dataset["returnsFocus"] !== undefined;

export function useKeptFocus(): void {
  useEffect(() => {
    let last: Chain = [];
    let onPage: Chain = [];
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target === last[0]) return;
      last = chainOf(target);
      if (target.closest(PASSING) === null) onPage = last;
    };
    const keep = (): void => {
      // A dialog gives the focus back in the next frame, where it can.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const [lost] = last;
          if (lost && !lost.isConnected && document.activeElement === document.body && !last.some(returnsFocus))
            (nearestOf(last) ?? nearestOf(onPage))?.focus();
        }),
      );
    };
    document.addEventListener("focusin", remember);
    document.addEventListener("keyup", keep);
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("keyup", keep);
    };
  }, []);
}

function chainOf(element: HTMLElement): Chain {
  const chain: HTMLElement[] = [];
  for (let node: HTMLElement | null = element; node !== null && node !== document.body; node = node.parentElement) chain.push(node);
  return chain;
}

/** What can take the focus in the smallest surrounding that is still there; nothing where that is the whole window. */
function nearestOf(chain: Chain): HTMLElement | null {
  for (const element of chain) {
    if (!element.isConnected || element.closest("[inert]") !== null) continue;
    if (element.querySelector("main") !== null) return null;
    const found = element === chain[0] || element.matches(FOCUSABLE) ? element : [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].find(canTakeFocus);
    if (found) return found;
  }
  return null;
}

const canTakeFocus = (element: HTMLElement): boolean => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility();
