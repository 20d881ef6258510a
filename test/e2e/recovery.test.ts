/** A database that is damaged, newer or read only, from the start of the built app through the choices that it offers. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { accessibilityProblems, overflowing } from "../support/page-checks.ts";
import { save } from "../support/steps.ts";

const root = path.resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-recovery-"));
/** A sound database with two scenarios, whose backup holds only the first. */
const sound = path.join(scratch, "scenarios.sqlite");

/** The command line, as in a terminal. */
const planner = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, "electron/cli/planner.ts"), ...args], { encoding: "utf8" });
const sample = (name: string): string => path.join(root, "resources/samples", `${name}.lodestone`);

beforeAll(() => {
  planner("import", "--store", sound, sample("reserve-first"));
  planner("backup", "--store", sound);
  planner("import", "--store", sound, sample("build-at-home"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A data folder with that database, and the backup beside it. */
function dataFolderWith(database: Buffer): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(path.join(scratch, "data-"));
  const file = path.join(folder, "scenarios.sqlite");
  writeFileSync(file, database);
  execFileSync("cp", ["-r", path.join(scratch, "backups"), folder]);
  return { folder, file };
}

const heading = (app: RunningApp, name: string) => app.page.getByRole("heading", { level: 1, name });
const press = (app: RunningApp, name: string) => app.page.getByRole("button", { name, exact: true }).click();
const shown = (app: RunningApp) => app.page.locator(".headline-number").waitFor();
const bodyText = (app: RunningApp): Promise<string> => app.page.locator("body").innerText();

async function expectFitsAndClean(app: RunningApp): Promise<void> {
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(await overflowing(app.page)).toEqual([]);
}

/** Shows the library, which then lists that many scenarios. */
async function expectInLibrary(app: RunningApp, count: number): Promise<void> {
  await app.page.keyboard.press("Control+8");
  const grid = app.page.getByRole("grid", { name: "Scenarios" });
  await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(count + 1));
}

describe("a damaged database", () => {
  it("W45, B8, B26: is told with what was kept; another backup, an empty database and the way back are a choice each", async () => {
    const cut = readFileSync(sound).subarray(0, -100);
    const { folder, file } = dataFolderWith(cut);
    const app = await launchApp({ dataFolder: folder, screen: SMALL });
    const damaged = heading(app, "The scenario database was damaged");
    await damaged.waitFor();
    await expectFitsAndClean(app);
    const kept = path.join(folder, readdirSync(folder).find((name) => name.startsWith("damaged-")) ?? "none");
    const text = await bodyText(app);
    expect(text).toContain(`${file} could not be used: malformed database schema`);
    expect(text).toContain(kept);
    expect(text).toMatch(/The newest good backup, of today \d\d:\d\d, took its place\..* The database now holds 2 scenarios and 2 drafts\./);
    expect(readFileSync(path.join(kept, "scenarios.sqlite")).equals(cut)).toBe(true);

    await press(app, "Open folder");
    expect(await app.heard("shell")).toMatchObject({ method: "openPath", target: kept });
    await press(app, "Continue");
    await shown(app);
    await expectInLibrary(app, 2);

    // By keyboard from here: back to the screen, and another backup.
    await app.page.getByRole("button", { name: "Details" }).focus();
    await app.page.keyboard.press("Enter");
    await app.page
      .getByRole("button", { name: /^Restore the backup of/ })
      .last()
      .focus();
    await app.page.keyboard.press("Enter");
    await damaged.waitFor({ state: "detached" });
    await expectInLibrary(app, 1);

    await press(app, "Details");
    await press(app, "Start empty");
    await app.page.getByRole("alertdialog").getByRole("button", { name: "Start empty" }).click();
    await app.page.getByRole("heading", { name: "No scenarios yet" }).waitFor();
    await app.page.keyboard.press("Control+z");
    await expectInLibrary(app, 1);
    await app.stop();
    expect(readFileSync(path.join(kept, "scenarios.sqlite")).equals(cut)).toBe(true);
    expect(planner("list", "--store", file)).toContain("Reserve first");
  });
});

describe("a database of a newer version", () => {
  it("W45, W46, B3: stays as it is, the app works in memory and says so; once the right one is there it is opened", async () => {
    const newer = readFileSync(sound);
    newer.writeUInt32BE(9999, 60);
    const { folder, file } = dataFolderWith(newer);
    const app = await launchApp({ dataFolder: folder, screen: SMALL });
    await heading(app, "The scenario database was not opened").waitFor();
    expect(await bodyText(app)).toContain("was written by a newer Lodestone");
    await press(app, "Go on without saving");
    await shown(app);
    const banner = app.page.getByRole("status").filter({ hasText: "Nothing is saved to disk" });
    await banner.waitFor();
    expect(await banner.getByRole("button").allInnerTexts()).toEqual(["Details", "Try again"]);
    expect(await app.page.getByRole("contentinfo").innerText()).toContain("Nothing is saved to disk");

    await app.page.getByRole("slider").first().focus();
    await app.page.keyboard.press("ArrowRight");
    await save(app.page, 1);
    expect(readFileSync(file).equals(newer)).toBe(true);

    copyFileSync(sound, file);
    await banner.getByRole("button", { name: "Try again" }).click();
    await app.page.getByRole("alertdialog").getByRole("button", { name: "Open again and lose it" }).click();
    await banner.waitFor({ state: "detached" });
    await shown(app);
    await expectInLibrary(app, 2);
    await app.stop();
  });
});

describe("a database that cannot be written", () => {
  /** A disk of its own that holds the database and is then made read only; null with the reason where the system allows none. */
  function readOnlyDisk(): { readonly folder: string } | { readonly reason: string } {
    const folder = mkdtempSync(path.join(scratch, "disk-"));
    const mount = (...args: readonly string[]) => spawnSync("mount", [...args, folder], { encoding: "utf8" });
    const mounted = mount("-t", "tmpfs", "-o", "size=16m", "tmpfs");
    if (mounted.status !== 0) return { reason: `no disk can be mounted here: ${mounted.error?.message ?? mounted.stderr.trim()}` };
    onTestFinished(() => void spawnSync("umount", ["-l", folder]));
    copyFileSync(sound, path.join(folder, "scenarios.sqlite"));
    const locked = mount("-o", "remount,ro");
    return locked.status === 0 ? { folder } : { reason: `a disk cannot be made read only here: ${locked.stderr.trim()}` };
  }

  it("W46, W47, B14: on a read-only disk scenarios can be read, edits stay in memory, and both are said until they can be written", async ({ skip }) => {
    const disk = readOnlyDisk();
    const folder = "reason" in disk ? skip(disk.reason) : disk.folder;
    const before = readFileSync(path.join(folder, "scenarios.sqlite"));
    const app = await launchApp({ dataFolder: folder, screen: SMALL });
    await shown(app);
    const banner = app.page.getByRole("status").filter({ hasText: "Scenarios can be read, not saved" });
    await banner.waitFor();
    expect(await banner.getByRole("button").allInnerTexts()).toEqual(["Open folder", "Try again"]);
    await expectInLibrary(app, 2);
    await app.page.keyboard.press("Control+1");
    await app.page.getByRole("slider").first().focus();
    await app.page.keyboard.press("ArrowRight");
    await app.page.getByRole("alert").filter({ hasText: "The draft was not saved" }).waitFor();
    await expectFitsAndClean(app);
    expect(readFileSync(path.join(folder, "scenarios.sqlite")).equals(before)).toBe(true);

    spawnSync("mount", ["-o", "remount,rw", folder]);
    await banner.getByRole("button", { name: "Try again" }).click();
    await app.page.getByRole("alertdialog").getByRole("button", { name: "Open again and lose it" }).click();
    await banner.waitFor({ state: "detached" });
    await shown(app);
    expect(await app.page.getByRole("contentinfo").innerText()).toContain("All changes on disk");
    await app.stop();
  });
});
