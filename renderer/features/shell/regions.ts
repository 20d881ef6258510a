/** F6 goes from region to region: title bar, rail, levers, … in the order of the page. An element takes part by `data-region`. */

/** Moves focus to the next (1) or previous (−1) region that has a stop of the Tab key: to its first one. Of a group of radio buttons the chosen one is the stop. */
export function focusRegion(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (region) => (region.offsetParent !== null || region.getClientRects().length > 0) && region.closest("[inert]") === null,
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const from = at === -1 ? (direction === 1 ? -1 : 0) : at;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(from + direction * step + regions.length * step) % regions.length]!;
    const target = region.querySelector<HTMLElement>(FOCUSABLE);
    if (target) return target.focus();
  }
}

const FOCUSABLE = ["button:not(:disabled)", "a[href]", "input:not(:disabled, [type=radio])", "input:checked", "select", "textarea", "[tabindex]"]
  .map((selector) => `${selector}:not([tabindex="-1"])`)
  .join(",");
