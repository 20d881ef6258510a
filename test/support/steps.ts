/** Steps that many tests take as a person takes them: each ends when what it is for is seen, in something that stays. */
import type { Page } from "playwright-core";

/** Saves; seen beside the title, since the message leaves by itself. */
export async function save(page: Page, revision: number): Promise<void> {
  await page.keyboard.press("Control+s");
  await page
    .getByRole("banner")
    .getByText(new RegExp(`revision ${revision} · saved`))
    .waitFor();
}

/** More frames than any part of a screen takes to show the last result. */
const FRAMES = 6;

/** Until everything shows what holds now, counted in frames, which a slow machine has fewer of. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    for (let n = 0; n < frames; n++) await new Promise(requestAnimationFrame);
  }, FRAMES);
}

/** Leaves whatever dialog is open, e.g. one that a failed test left behind. */
export async function closeDialogs(page: Page): Promise<void> {
  const open = page.locator("[role=dialog], [role=alertdialog]");
  for (let count = await open.count(); count > 0; count = await open.count()) {
    await page.keyboard.press("Escape");
    await open.nth(count - 1).waitFor({ state: "detached" });
  }
}
