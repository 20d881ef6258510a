/** Long computations that stand still half way, for tests of what only a running one shows. */
import type { Page } from "playwright-core";

export interface Studies {
  /** From now on the window hears of its workers one message a frame, and nothing while a study shows its progress and all that `selectors` name, which so can be looked at. */
  readonly hold: (...selectors: readonly string[]) => Promise<void>;
  readonly letGo: () => Promise<void>;
}

/** Workers may be done before a slow window has shown anything; these can be held. To be called before the first study. */
export async function holdableStudies(page: Page): Promise<Studies> {
  await page.evaluate(() => {
    Worker.prototype.addEventListener = function (this: Worker, type: string, hear: (event: MessageEvent) => void) {
      const listen = (hears: (event: MessageEvent) => void): void => EventTarget.prototype.addEventListener.call(this, type, hears as EventListener);
      if (type !== "message") return listen(hear);
      const waiting: MessageEvent[] = [];
      const isStill = (): boolean => window.studiesStandAt?.every((selector) => document.querySelector(selector) !== null) === true;
      const next = (): void => {
        if (!isStill()) hear(waiting.shift()!);
        if (waiting.length > 0) requestAnimationFrame(next);
      };
      listen((event) => {
        if (window.studiesStandAt === undefined && waiting.length === 0) return hear(event);
        if (waiting.push(event) === 1) requestAnimationFrame(next);
      });
    } as Worker["addEventListener"];
  });
  const stand = (at: readonly string[] | undefined): Promise<void> => page.evaluate((selectors) => void (window.studiesStandAt = selectors), at);
  return { hold: (...selectors) => stand([".study-progress progress", ...selectors]), letGo: () => stand(undefined) };
}
