/**
 * What every screen has to meet, measured on a page that stands still: nothing sticks out of the window, nothing fails the accessibility checker.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Until nothing moves any more: a box or a colour measured half way through an animation is none that anybody sees. */
async function stillPage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = (a: Animation): boolean => a.playState === "running" && a.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    // What has just changed, or has just come to rest, may begin to move in the next frame.
    for (let moving: Animation[] | null = null; moving?.length !== 0;) {
      await new Promise(requestAnimationFrame);
      moving = document.getAnimations().filter(ends);
      // One that is replaced or whose element goes away ends too, by a rejection.
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

export interface AccessibilityScope {
  /** Selector of the part to check; the whole page without it. */
  readonly within?: string;
  /** Ids of the only rules to check; all without it. */
  readonly rules?: readonly string[];
}

/** What the accessibility checker objects to, as `rule: elements`. What it passes is not described: that takes it longer than the checks. */
export async function accessibilityProblems(page: Page, { within, rules }: AccessibilityScope = {}): Promise<readonly string[]> {
  await stillPage(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ within, rules }) => {
      const { violations } = await window.axe.run(within ?? document, {
        resultTypes: ["violations"],
        ...(rules === undefined ? {} : { runOnly: { type: "rule", values: [...rules] } }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    { within, rules },
  );
}

/** Boxes outside scroll areas that stick out of the window, and whether the page itself scrolls. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  await stillPage(page);
  return page.evaluate(() => {
    const found: string[] = [];
    const scrolls = (e: Element): boolean => /auto|scroll/.test(getComputedStyle(e).overflow);
    for (const e of document.querySelectorAll("body *")) {
      const box = e.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || getComputedStyle(e).visibility === "hidden") continue;
      let parent = e.parentElement;
      while (parent && !scrolls(parent)) parent = parent.parentElement;
      if (parent && parent !== document.documentElement && parent !== document.body) continue;
      if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`${e.tagName}.${e.className}: ${box.right}x${box.bottom}`);
    }
    if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) found.push("the page scrolls");
    return found;
  });
}
