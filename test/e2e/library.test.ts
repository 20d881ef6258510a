/** The library, the revisions of a scenario and the backups, with the keyboard where a keyboard is enough; then the process is killed. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import { save } from "../support/steps.ts";

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({ screen: SMALL });
  await app.page.locator(".headline-number").waitFor();
});
afterAll(async () => {
  await app.stop();
  rmSync(app.dataFolder, { recursive: true, force: true });
});

const field = () => app.page.getByRole("textbox", { name: /^Mining investment support/ });
const dialog = () => app.page.getByRole("dialog");
const grid = () => app.page.getByRole("grid", { name: "Scenarios" });

async function saveWith(value: string, revision: number): Promise<void> {
  await field().fill(value);
  await field().press("Enter");
  await save(app.page, revision);
}

it("S13, S17: an older revision is looked at and restored as a new one; the library and the timeline are clean for axe", async () => {
  await saveWith("600", 1);
  await saveWith("900", 2);
  await app.page.keyboard.press("Control+8");
  await expect.poll(() => grid().getAttribute("aria-rowcount")).toBe("2");
  await grid().getByRole("row").nth(1).focus();
  await app.page.keyboard.press("ArrowDown");
  await app.page.getByRole("button", { name: /^Revision 1\b/ }).click();
  await dialog().getByRole("button", { name: "Restore revision 1" }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await dialog().getByRole("button", { name: "Restore revision 1" }).click();
  await app.page.getByRole("button", { name: /^Revision 3\b/ }).waitFor();
  await app.page.keyboard.press("Control+1");
  await expect.poll(() => field().inputValue()).toBe("600");
});

it("B11, B12: a backup is made, listed with its size, restored, and the restore undone; the dialog is clean for axe", async () => {
  await app.page.keyboard.press("Control+8");
  await app.page.getByRole("button", { name: "Backups" }).click();
  await dialog().getByText("No backups yet.").waitFor();
  await dialog().getByRole("button", { name: "Back up now" }).click();
  const restore = dialog().getByRole("button", { name: /^Restore the backup of today/ });
  await restore.waitFor();
  expect(await dialog().getByRole("row").nth(1).innerText()).toMatch(/made on request\s+\d+ kB/);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await dialog().getByRole("button", { name: "Open folder" }).click();
  expect((await app.heard("shell")).target).toContain("backups");
  await app.page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await app.page.keyboard.press("Control+1");
  await saveWith("900", 4);
  await app.page.keyboard.press("Control+8");
  await app.page.getByRole("button", { name: "Backups" }).click();
  await restore.focus();
  await app.page.keyboard.press("Enter");
  await app.page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await app.page.getByText(/^Restored the backup of today/).waitFor();
  await app.page.keyboard.press("Control+1");
  await expect.poll(() => field().inputValue()).toBe("600");
  await app.page.keyboard.press("Control+z");
  await expect.poll(() => field().inputValue()).toBe("900");
});

it("B17, P13, W6: a drag that is not over is written before the machine sleeps; killed after that, the app shows it at the next start, and says so", async () => {
  const slider = () => app.page.getByRole("slider", { name: /^Mining investment support/ });
  const box = await slider().boundingBox();
  if (!box) throw new Error("the slider is not in sight");
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 5 });
  await app.page.getByText("revision 4 · unsaved changes").waitFor();
  app.power("suspend");
  await app.page.getByText(/revision 4 · draft saved \d\d:\d\d/).waitFor();
  const value = await slider().getAttribute("aria-valuenow");
  expect(value).not.toBe("900");
  await app.kill();
  app = await launchApp({ dataFolder: app.dataFolder, screen: SMALL });
  await app.page.locator(".headline-number").waitFor();
  await app.page.getByText(/revision 4 · draft saved \d\d:\d\d/).waitFor();
  expect(await slider().getAttribute("aria-valuenow")).toBe(value);
});
